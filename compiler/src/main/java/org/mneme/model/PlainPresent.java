package org.mneme.model;

import org.mneme.bits.Signs;

/** The plain twin: overlaps pattern by pattern, kept together with the state while it changes. */
final class PlainPresent implements Present {
    private final PatternSet patterns;
    private final int[] overlaps;
    private int[] state;

    PlainPresent(PatternSet patterns) {
        this.patterns = patterns;
        this.overlaps = new int[patterns.count()];
        this.state = new int[patterns.features()];
    }

    @Override
    public void set(int[] signs) {
        state = signs.clone();
        Signs packed = signs();
        for (int mu = 0; mu < overlaps.length; mu++) {
            overlaps[mu] = patterns.overlap(mu, packed);
        }
    }

    @Override
    public void set(int unit, int sign) {
        int change = sign - state[unit];
        for (int mu = 0; mu < overlaps.length && change != 0; mu++) {
            overlaps[mu] += change * patterns.at(mu, unit);
        }
        state[unit] = sign;
    }

    @Override
    public int at(int unit) {
        return state[unit];
    }

    @Override
    public Signs signs() {
        return Signs.of(state);
    }

    @Override
    public int overlap(int mu) {
        return overlaps[mu];
    }

    @Override
    public int[] overlaps() {
        return overlaps.clone();
    }

    @Override
    public int winner() {
        int winner = 0;
        for (int mu = 1; mu < overlaps.length; mu++) {
            winner = overlaps[mu] > overlaps[winner] ? mu : winner;
        }
        return winner;
    }
}
