package org.mneme.motor.music;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.mneme.bits.Signs;
import org.mneme.motor.Shuffle;

/**
 * What sounds, and the place in the piece, as N signs.
 *
 * <p>Each key has two groups of features: whether it sounds, and whether this chord strikes it. One more group takes turns from chord to
 * chord. Each feature of a group has its own polarity. The rest is context: random signs of each place in the piece, which keep apart
 * chords that occur twice. All are in a random order. A group is read by majority; context is not read.
 */
final class NoteCode {
    /** The fewest features of a group: a majority that a wrong one does not change. */
    private static final int SMALLEST = 3;

    private static final int SMALLEST_TURN = 5;

    private final int keys;
    private final int group;
    private final int[] feature;
    private final boolean[] polarity;
    private final long contextSeed;

    private NoteCode(int keys, int group, int[] feature, boolean[] polarity, long contextSeed) {
        this.keys = keys;
        this.group = group;
        this.feature = feature;
        this.polarity = polarity;
        this.contextSeed = contextSeed;
    }

    /**
     * Draws a code.
     *
     * @param keys K ≥ 1
     * @param features N
     * @param context the share of context features, 0…0.9; what the groups leave over is context too
     * @param seed draws polarities, order and context
     * @return the code
     * @throws FewFeaturesException if a group would have fewer than {@value #SMALLEST} features
     */
    static NoteCode of(int keys, int features, double context, long seed) {
        int coded = features - (int) Math.round(context * features);
        int largest = odd(coded / (2 * keys + 1));
        int group = largest >= SMALLEST_TURN ? largest : SMALLEST;
        if (coded < 2 * keys * group + SMALLEST_TURN) {
            int needed = (int) Math.ceil((2.0 * keys * SMALLEST + SMALLEST_TURN + 1) / (1 - context));
            throw new FewFeaturesException(features, keys, needed);
        }
        int turn = Math.max(SMALLEST_TURN, group);
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] polarity = new boolean[2 * keys * group + turn];
        for (int k = 0; k < polarity.length; k++) {
            polarity[k] = random.nextBoolean();
        }
        return new NoteCode(keys, group, Shuffle.of(features, random), polarity, random.nextLong());
    }

    private static int odd(int size) {
        return size - 1 + size % 2;
    }

    /** Features of a group. */
    int group() {
        return group;
    }

    /** Features that tell the place. */
    int context() {
        return feature.length - polarity.length;
    }

    /**
     * Encodes a chord.
     *
     * @param place its place in the piece
     * @param heard what it says
     * @return N signs
     */
    Signs encode(int place, Heard heard) {
        int[] signs = new int[feature.length];
        for (int k = 0; k < keys; k++) {
            write(signs, k, heard.sounding().get(k));
            write(signs, keys + k, heard.struck().get(k));
        }
        write(signs, 2 * keys, heard.turn());
        SplittableRandom random = new SplittableRandom(contextSeed + place);
        for (int next = polarity.length; next < signs.length; next++) {
            signs[feature[next]] = random.nextBoolean() ? 1 : -1;
        }
        return Signs.of(signs);
    }

    private int end(int g) {
        return g == 2 * keys ? polarity.length : (g + 1) * group;
    }

    private void write(int[] signs, int g, boolean value) {
        for (int k = g * group; k < end(g); k++) {
            signs[feature[k]] = polarity[k] == value ? 1 : -1;
        }
    }

    /**
     * Reads a state.
     *
     * @param state N signs; zeros do not vote
     * @return what most features of each group say; nothing where they are undecided
     */
    Heard read(Signs state) {
        BitSet sounding = new BitSet(keys);
        BitSet struck = new BitSet(keys);
        for (int k = 0; k < keys; k++) {
            sounding.set(k, says(state, k));
            struck.set(k, says(state, keys + k));
        }
        return new Heard(sounding, struck, says(state, 2 * keys));
    }

    private boolean says(Signs state, int g) {
        int votes = 0;
        for (int k = g * group; k < end(g); k++) {
            votes += polarity[k] ? state.at(feature[k]) : -state.at(feature[k]);
        }
        return votes > 0;
    }
}
