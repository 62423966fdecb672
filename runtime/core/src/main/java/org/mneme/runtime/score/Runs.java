package org.mneme.runtime.score;

import org.mneme.bits.Ints;

/** Runs of equal winners, told step by step. */
final class Runs {
    private final IntList visited = new IntList();
    private final IntList dwell = new IntList();
    private int current;
    private int held = 1;

    Runs(int first) {
        current = first;
        visited.add(first);
    }

    void add(int winner) {
        if (winner == current) {
            held++;
            return;
        }
        dwell.add(held);
        visited.add(winner);
        current = winner;
        held = 1;
    }

    int current() {
        return current;
    }

    int held() {
        return held;
    }

    /** The winner of each run. */
    Ints visited() {
        return visited.toInts();
    }

    /** The length of each run but the last. */
    Ints dwell() {
        return dwell.toInts();
    }
}
