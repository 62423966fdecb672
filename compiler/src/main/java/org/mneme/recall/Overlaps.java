package org.mneme.recall;

import java.util.Arrays;

/**
 * Finds, for one state and all patterns at once, at how many features they differ: first as a binary number spread over slices, then
 * one slice for each number c, whose bit μ says that pattern μ differs at c features.
 *
 * <p>Carry-save adders sum the features' slices, three at a time. One object serves one thread.
 */
final class Overlaps {
    private static final int LOW_BITS = 3;
    private static final int LOW = 1 << LOW_BITS;
    private static final long[] NONE = {};

    private final long[][] columns;
    private final Stack[] plain;
    private final Stack[] turned;
    private final Stack spare;
    private final int words;
    private final long[] zeros;
    private final long[][] digits;
    private final long[][] low = new long[LOW][];
    private final long[][] high;
    private final long[][] equal;

    /** Prepares the patterns' columns; {@code wanted} says for which c there is to be a slice. */
    Overlaps(long[][] columns, int words, boolean[] wanted) {
        this.columns = columns;
        this.words = words;
        this.zeros = new long[words];
        int width = Math.max(LOW_BITS + 2, Integer.SIZE - Integer.numberOfLeadingZeros(columns.length));
        this.digits = new long[width][];
        this.plain = stacks(width + 1);
        this.turned = stacks(width + 1);
        this.spare = new Stack();
        for (int k = 0; k < LOW; k++) {
            low[k] = new long[words];
        }
        this.high = new long[(columns.length >> LOW_BITS) + 1][];
        this.equal = new long[columns.length + 1][];
        Arrays.fill(high, NONE);
        Arrays.fill(equal, NONE);
        for (int c = 0; c <= columns.length; c++) {
            if (wanted[c]) {
                equal[c] = new long[words];
                if (high[c >> LOW_BITS].length == 0) {
                    high[c >> LOW_BITS] = new long[words];
                }
            }
        }
    }

    private static Stack[] stacks(int count) {
        Stack[] stacks = new Stack[count];
        Arrays.setAll(stacks, k -> new Stack());
        return stacks;
    }

    /** Returns the slice of c, valid in the words last counted. */
    long[] equal(int c) {
        return equal[c];
    }

    /** Returns c of one pattern in the words last counted. */
    int differing(int mu) {
        int c = 0;
        for (int k = 0; k < digits.length; k++) {
            c |= (int) (digits[k][mu >>> 6] >>> mu & 1) << k;
        }
        return c;
    }

    /** Counts for the patterns of some words; bit i of the state is its sign i. */
    void count(long[] state, int from, int to) {
        for (int i = 0; i < columns.length; i++) {
            ((state[i >>> 6] >>> i & 1) == 0 ? plain[0] : turned[0]).push(columns[i]);
        }
        for (int digit = 0; digit < digits.length; digit++) {
            addAll(digit, from, to);
            digits[digit] = plain[digit].isEmpty() ? zeros : plain[digit].pop();
        }
        decode(from, to);
        for (long[] digit : digits) {
            free(digit);
        }
    }

    /** Leaves one slice of a digit: a full adder of negated bits gives the negated sum and carry, so both kinds are added alike. */
    private void addAll(int digit, int from, int to) {
        while (plain[digit].size() >= 3) {
            add(plain, digit, plain[digit].pop(), from, to);
        }
        while (turned[digit].size() >= 3) {
            add(turned, digit, turned[digit].pop(), from, to);
        }
        while (!turned[digit].isEmpty()) {
            long[] slice = turned[digit].pop();
            long[] negated = fresh();
            Slices.and(slice, -1, slice, -1, from, to, negated);
            free(slice);
            plain[digit].push(negated);
        }
        while (plain[digit].size() > 1) {
            add(plain, digit, plain[digit].size() >= 3 ? plain[digit].pop() : zeros, from, to);
        }
    }

    /** Adds two slices of a digit and a third. */
    private void add(Stack[] kind, int digit, long[] third, int from, int to) {
        long[] first = kind[digit].pop();
        long[] second = kind[digit].pop();
        long[] one = fresh();
        long[] two = fresh();
        Slices.add3(first, second, third, from, to, one, two);
        free(first);
        free(second);
        free(third);
        kind[digit].push(one);
        kind[digit + 1].push(two);
    }

    private long[] fresh() {
        return spare.isEmpty() ? new long[words + 1] : spare.pop();
    }

    /** Takes a slice back, unless it is a feature's: those are shorter. */
    private void free(long[] slice) {
        if (slice.length > words) {
            spare.push(slice);
        }
    }

    /** A stack of slices that never shrinks. */
    private static final class Stack {
        private long[][] slices = new long[8][];
        private int size;

        void push(long[] slice) {
            if (size == slices.length) {
                slices = Arrays.copyOf(slices, 2 * size);
            }
            slices[size++] = slice;
        }

        long[] pop() {
            return slices[--size];
        }

        int size() {
            return size;
        }

        boolean isEmpty() {
            return size == 0;
        }
    }

    private void decode(int from, int to) {
        long[] pair = fresh();
        for (int k = 0; k < LOW; k += 2) {
            Slices.and(digits[1], (k & 2) == 0 ? -1 : 0, digits[2], (k & 4) == 0 ? -1 : 0, from, to, pair);
            Slices.and(pair, 0, digits[0], -1, from, to, low[k]);
            Slices.and(pair, 0, digits[0], 0, from, to, low[k + 1]);
        }
        free(pair);
        for (int h = 0; h < high.length; h++) {
            if (high[h].length > 0) {
                Slices.and(digits[3], (h & 1) - 1L, digits[4], (h >> 1 & 1) - 1L, from, to, high[h]);
                for (int k = LOW_BITS + 2; k < digits.length; k++) {
                    Slices.and(high[h], 0, digits[k], (h >> (k - LOW_BITS) & 1) - 1L, from, to, high[h]);
                }
            }
        }
        for (int c = 0; c < equal.length; c++) {
            if (equal[c].length > 0) {
                Slices.and(low[c & (LOW - 1)], 0, high[c >> LOW_BITS], 0, from, to, equal[c]);
            }
        }
    }
}
