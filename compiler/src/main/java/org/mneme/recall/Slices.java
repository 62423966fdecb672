package org.mneme.recall;

import org.mneme.bits.BitMatrix;
import org.mneme.model.Successors;

/**
 * Flat loops over bit slices: arrays whose bit ν, 64 patterns a word, belongs to pattern ν.
 *
 * <p>Every loop reads and writes the same index of different arrays, with few operations, so that the compiler vectorises it.
 */
final class Slices {
    private static final int BITS = 64;

    /** Slices are no shorter, so that the loops are always compiled for many words. */
    private static final int LEAST_WORDS = 64;

    private Slices() {}

    /** Returns how many words a slice of so many patterns has. */
    static int wordsFor(int count) {
        return Math.max(LEAST_WORDS, BitMatrix.wordsFor(count));
    }

    /** Row(μ) of a matrix for each pattern μ. */
    @FunctionalInterface
    interface Rows {
        /** Returns the row, or {@link Successors#NONE} for zeros. */
        int of(int mu);
    }

    /** Returns one slice a column of the matrix: bit μ of slice i is bit (row(μ), i). */
    static long[][] columns(BitMatrix matrix, int count, Rows rows) {
        int words = wordsFor(count);
        long[][] columns = new long[matrix.columns()][words];
        long[] square = new long[BITS];
        int[] from = new int[BITS];
        for (int w = 0; w < BitMatrix.wordsFor(count); w++) {
            for (int k = 0; k < BITS; k++) {
                int mu = w * BITS + k;
                from[k] = mu < count ? rows.of(mu) : Successors.NONE;
            }
            for (int part = 0; part < matrix.wordsPerRow(); part++) {
                for (int k = 0; k < BITS; k++) {
                    square[k] = from[k] == Successors.NONE ? 0 : matrix.word(from[k], part);
                }
                transpose(square);
                int end = Math.min(BITS, matrix.columns() - part * BITS);
                for (int c = 0; c < end; c++) {
                    columns[part * BITS + c][w] = square[c];
                }
            }
        }
        return columns;
    }

    /** Transposes 64 × 64 bits: bit c of word r becomes bit r of word c. */
    static void transpose(long[] square) {
        long mask = 0x00000000ffffffffL;
        for (int j = BITS / 2; j != 0; j >>>= 1, mask ^= mask << j) {
            for (int base = 0; base < BITS; base += 2 * j) {
                for (int k = base; k < base + j; k++) {
                    long t = ((square[k] >>> j) ^ square[k + j]) & mask;
                    square[k] ^= t << j;
                    square[k + j] ^= t;
                }
            }
        }
    }

    /** Adds 3 slices: one + 2 two. */
    static void add3(long[] a0, long[] a1, long[] a2, int from, int to, long[] one, long[] two) {
        for (int j = from; j < to; j++) {
            long a = a0[j];
            long b = a1[j];
            long c = a2[j];
            long x = a ^ b;
            one[j] = x ^ c;
            two[j] = (a & b) | (x & c);
        }
    }

    /** out = (a xor f) and (b xor g). */
    static void and(long[] a, long f, long[] b, long g, int from, int to, long[] out) {
        for (int j = from; j < to; j++) {
            out[j] = (a[j] ^ f) & (b[j] ^ g);
        }
    }

    /** out = keep·out or a or b or c or d; keep is 0 or −1. */
    static void or(long keep, long[] a, long[] b, long[] c, long[] d, int from, int to, long[] out) {
        for (int j = from; j < to; j++) {
            out[j] = (out[j] & keep) | a[j] | b[j] | c[j] | d[j];
        }
    }

    /** Σ popcount(x and a). */
    static int count1(long[] x, long[] a, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            sum += Long.bitCount(x[j] & a[j]);
        }
        return sum;
    }

    /** Σ popcount(x and a) + 2 popcount(x and b). */
    static int count2(long[] x, long[] a, long[] b, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j]) + (Long.bitCount(u & b[j]) << 1);
        }
        return sum;
    }

    /** As {@link #count2} with a third slice of weight 4. */
    static int count3(long[] x, long[] a, long[] b, long[] c, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j]) + (Long.bitCount(u & b[j]) << 1) + (Long.bitCount(u & c[j]) << 2);
        }
        return sum;
    }

    /** As {@link #count3} with a fourth slice of weight 8. */
    static int count4(long[] x, long[] a, long[] b, long[] c, long[] d, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j])
                    + (Long.bitCount(u & b[j]) << 1)
                    + (Long.bitCount(u & c[j]) << 2)
                    + (Long.bitCount(u & d[j]) << 3);
        }
        return sum;
    }

    /** As {@link #count2}, the last weight negative. */
    static int signed2(long[] x, long[] a, long[] b, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j]) - (Long.bitCount(u & b[j]) << 1);
        }
        return sum;
    }

    /** As {@link #count3}, the last weight negative. */
    static int signed3(long[] x, long[] a, long[] b, long[] c, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j]) + (Long.bitCount(u & b[j]) << 1) - (Long.bitCount(u & c[j]) << 2);
        }
        return sum;
    }

    /** As {@link #count4}, the last weight negative. */
    static int signed4(long[] x, long[] a, long[] b, long[] c, long[] d, int from, int to) {
        int sum = 0;
        for (int j = from; j < to; j++) {
            long u = x[j];
            sum += Long.bitCount(u & a[j])
                    + (Long.bitCount(u & b[j]) << 1)
                    + (Long.bitCount(u & c[j]) << 2)
                    - (Long.bitCount(u & d[j]) << 3);
        }
        return sum;
    }

    /** Sums numbers over the patterns of a slice; bit b of the numbers is slice b, the last negative where they are signed. */
    static long weighted(long[] x, long[][] bits, boolean signed, int from, int to) {
        long sum = 0;
        int groups = (bits.length + 3) / 4;
        for (int group = 0; group < groups; group++) {
            int b = bits.length * group / groups;
            int take = bits.length * (group + 1) / groups - b;
            boolean top = signed && group == groups - 1;
            sum += (long) (top ? signed(x, bits, b, take, from, to) : plain(x, bits, b, take, from, to)) << b;
        }
        return sum;
    }

    private static int plain(long[] x, long[][] bits, int b, int take, int from, int to) {
        return switch (take) {
            case 1 -> count1(x, bits[b], from, to);
            case 2 -> count2(x, bits[b], bits[b + 1], from, to);
            case 3 -> count3(x, bits[b], bits[b + 1], bits[b + 2], from, to);
            default -> count4(x, bits[b], bits[b + 1], bits[b + 2], bits[b + 3], from, to);
        };
    }

    private static int signed(long[] x, long[][] bits, int b, int take, int from, int to) {
        return switch (take) {
            case 1 -> -count1(x, bits[b], from, to);
            case 2 -> signed2(x, bits[b], bits[b + 1], from, to);
            case 3 -> signed3(x, bits[b], bits[b + 1], bits[b + 2], from, to);
            default -> signed4(x, bits[b], bits[b + 1], bits[b + 2], bits[b + 3], from, to);
        };
    }
}
