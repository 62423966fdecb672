package org.mneme.model;

import org.mneme.bits.Signs;

/** The present state S and its overlaps h with all patterns, kept together while S changes. */
final class Present {
    private final PatternSet patterns;
    private final int[] overlaps;
    private int[] state;

    Present(PatternSet patterns) {
        this.patterns = patterns;
        this.overlaps = new int[patterns.count()];
        this.state = new int[patterns.features()];
    }

    /** Replaces the whole state. */
    void set(int[] signs) {
        state = signs.clone();
        Signs packed = signs();
        for (int mu = 0; mu < overlaps.length; mu++) {
            overlaps[mu] = patterns.overlap(mu, packed);
        }
    }

    /** Replaces the sign of one unit. */
    void set(int unit, int sign) {
        int change = sign - state[unit];
        for (int mu = 0; mu < overlaps.length && change != 0; mu++) {
            overlaps[mu] += change * patterns.at(mu, unit);
        }
        state[unit] = sign;
    }

    int at(int unit) {
        return state[unit];
    }

    Signs signs() {
        return Signs.of(state);
    }

    /** Returns h_μ. */
    int overlap(int mu) {
        return overlaps[mu];
    }

    int[] overlaps() {
        return overlaps.clone();
    }

    /** Returns the pattern of the largest overlap, the first of several. */
    int winner() {
        int winner = 0;
        for (int mu = 1; mu < overlaps.length; mu++) {
            winner = overlaps[mu] > overlaps[winner] ? mu : winner;
        }
        return winner;
    }
}
