package org.mneme.model;

import java.util.Arrays;

/** One counter for each bit position of a row of words, stored bit-sliced: adding a word adds to 64 counters at once. */
final class BitCounters {
    private static final int PLANES = 32;

    private final int words;
    private final long[] planes;

    BitCounters(int words) {
        this.words = words;
        this.planes = new long[words * PLANES];
    }

    /** Adds 1 to the counters of word w whose bits are set; a counter holds up to 2³¹−1. */
    void add(int w, long bits) {
        long carry = bits;
        for (int k = w * PLANES; carry != 0; k++) {
            long next = planes[k] & carry;
            planes[k] ^= carry;
            carry = next;
        }
    }

    /** Adds factor times each counter to the totals, and sets all counters to 0. */
    void drain(int factor, int[] totals) {
        for (int w = 0; w < words; w++) {
            for (int k = 0; k < PLANES; k++) {
                int weight = factor << k;
                for (long rest = planes[w * PLANES + k]; rest != 0; rest &= rest - 1) {
                    totals[w * 64 + Long.numberOfTrailingZeros(rest)] += weight;
                }
            }
        }
        Arrays.fill(planes, 0);
    }
}
