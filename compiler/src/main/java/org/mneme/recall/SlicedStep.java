package org.mneme.recall;

import org.mneme.bits.BitMatrix;
import org.mneme.bits.Signs;
import org.mneme.model.Successors;

/** The next states of a block of states: signs by bounded sums where they are beyond doubt, else exactly. One object serves one thread. */
final class SlicedStep {
    private final Network network;
    private final FieldSums sums;
    private final ExactSigns exact;
    private final long[][] states;
    private final boolean anyEnds;

    SlicedStep(Network network) {
        this.network = network;
        this.sums = new FieldSums(network);
        this.exact = new ExactSigns(network);
        this.states = new long[sums.block()][BitMatrix.wordsFor(network.features())];
        this.anyEnds = network.memory().successors().next().min() == Successors.NONE;
    }

    /** Returns the number of states taken together. */
    int block() {
        return states.length;
    }

    /** Sets state s of the block, which has no zeros. */
    void set(int s, Signs state) {
        for (int w = 0; w < states[s].length; w++) {
            states[s][w] = state.plusWord(w);
        }
    }

    /** Sets state s of the block to a pattern. */
    void set(int s, int pattern) {
        BitMatrix plus = network.memory().patterns().plus();
        for (int w = 0; w < states[s].length; w++) {
            states[s][w] = plus.word(pattern, w);
        }
    }

    /** Sums the fields at the first states of the block. */
    void sum(int count) {
        sums.sum(states, count);
    }

    /** Returns the first pattern of the largest overlap with state s; any where all patterns have successors. */
    int winner(int s) {
        return anyEnds ? sums.nearest(s) : 0;
    }

    /** Returns the next state, did it not end. */
    Signs next(int s) {
        double[] fields = sums.fields(s);
        double error = sums.error(s);
        exact.at(states[s]);
        long[] next = new long[states[s].length];
        for (int i = 0; i < fields.length; i++) {
            next[i >>> 6] |= sign(s, i, fields[i], error) > 0 ? 1L << i : 0;
        }
        return Signs.ofWords(fields.length, next);
    }

    /** Returns the first unit whose next sign is not the pattern's, or N. */
    int firstDifference(int s, int pattern) {
        boolean ended = network.memory().successors().of(winner(s)) == Successors.NONE;
        return ended ? firstDifferenceOf(s, pattern) : firstDifference(s, pattern, sums.fields(s), sums.error(s));
    }

    /** Returns the first unit whose sign at the state itself is not the pattern's, or N. */
    private int firstDifferenceOf(int s, int pattern) {
        int unit = 0;
        while (unit < network.features() && (own(s, unit) > 0) == isPlus(pattern, unit)) {
            unit++;
        }
        return unit;
    }

    private int firstDifference(int s, int pattern, double[] fields, double error) {
        exact.at(states[s]);
        for (int i = 0; i < fields.length; i++) {
            if (sign(s, i, fields[i], error) > 0 != isPlus(pattern, i)) {
                return i;
            }
        }
        return fields.length;
    }

    private boolean isPlus(int pattern, int unit) {
        return (network.memory().patterns().plus().word(pattern, unit >>> 6) >>> unit & 1) != 0;
    }

    /** Says whether the next state is not the pattern; one sign beyond doubt is enough, whichever it is. */
    boolean differs(int s, int pattern) {
        if (network.memory().successors().of(winner(s)) == Successors.NONE) {
            return firstDifferenceOf(s, pattern) < network.features();
        }
        double[] fields = sums.fields(s);
        double error = sums.error(s);
        boolean doubtful = false;
        for (int i = 0; i < fields.length; i++) {
            double aligned = isPlus(pattern, i) ? fields[i] : -fields[i];
            if (-aligned > error) {
                return true;
            }
            doubtful |= aligned <= error;
        }
        return doubtful && firstDifference(s, pattern, fields, error) < fields.length;
    }

    private int sign(int s, int unit, double field, double error) {
        if (Math.abs(field) > error) {
            return field > 0 ? 1 : -1;
        }
        double finer = error == 0 ? 0 : field + sums.fine(s, unit);
        double bound = error == 0 ? 0 : sums.fineError(s);
        if (Math.abs(finer) > bound) {
            return finer > 0 ? 1 : -1;
        }
        return bound == 0 ? own(s, unit) : exact.next(unit);
    }

    private int own(int s, int unit) {
        return (states[s][unit >>> 6] >>> unit & 1) != 0 ? 1 : -1;
    }
}
