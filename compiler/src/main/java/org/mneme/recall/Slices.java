package org.mneme.recall;

import java.util.Arrays;
import org.mneme.bits.BitMatrix;
import org.mneme.model.Successors;

/**
 * Flat loops over bit slices: arrays whose bit ν, 64 patterns a word, belongs to pattern ν.
 *
 * <p>Every loop reads and writes the same index of different arrays, with few operations, so that the compiler vectorises it.
 */
final class Slices {
    private static final int BITS = 64;
    private static final long LOWEST = 0x0101010101010101L;

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

    /** Returns the slice of so many patterns. */
    static long[] ones(int count) {
        long[] ones = new long[wordsFor(count)];
        for (int mu = 0; mu < count; mu++) {
            ones[mu >>> 6] |= 1L << mu;
        }
        return ones;
    }

    /** Returns the slices and one more. */
    static long[][] with(long[][] slices, long[] last) {
        long[][] all = Arrays.copyOf(slices, slices.length + 1);
        all[slices.length] = last;
        return all;
    }

    /** Returns the sum of the signs of each slice, where the last one says which patterns have signs: of n signs, 2 popcount − n. */
    static long[] signs(long[][] slices) {
        long[] sums = new long[slices.length];
        long[] all = new long[slices[0].length];
        Arrays.fill(all, -1);
        weigh1(slices, 0, slices.length, all, 0, all.length, 0, sums);
        long count = sums[slices.length - 1];
        Arrays.setAll(sums, i -> 2 * sums[i] - count);
        return sums;
    }

    /** out = keep·out + popcount(a xor f) + popcount(b xor g), word by word; keep is 0 or −1. */
    static void differing(long keep, long[] a, long f, long[] b, long g, int from, int to, long[] out) {
        for (int j = from; j < to; j++) {
            out[j] = (out[j] & keep) + Long.bitCount(a[j] ^ f) + Long.bitCount(b[j] ^ g);
        }
    }

    /** out = keep·out or the bytes at bit {@code shift} of a, b, c, d side by side at bit {@code at}; keep is 0 or −1. */
    static void bytes(
            long keep, long[] a, long[] b, long[] c, long[] d, int shift, int at, int from, int to, long[] out) {
        for (int j = from; j < to; j++) {
            long four = (a[j] >>> shift & 255)
                    | (b[j] >>> shift & 255) << 8
                    | (c[j] >>> shift & 255) << 16
                    | (d[j] >>> shift & 255) << 24;
            out[j] = (out[j] & keep) | four << at;
        }
    }

    /** out = keep·out or one bit of all bytes of a, b, c, d, the one's bytes beside the other's from bit {@code at} on. */
    static void bits(long keep, long[] a, long[] b, long[] c, long[] d, int bit, int at, int to, long[] out) {
        for (int j = 0; j < to; j++) {
            long four = (a[j] >>> bit & LOWEST)
                    | (b[j] >>> bit & LOWEST) << 1
                    | (c[j] >>> bit & LOWEST) << 2
                    | (d[j] >>> bit & LOWEST) << 3;
            out[j] = (out[j] & keep) | four << at;
        }
    }

    /** Adds Σ popcount(x and a) 2^shift to the sum of each of some slices x. */
    static void weigh1(long[][] x, int first, int last, long[] a, int from, int to, int shift, long[] sums) {
        for (int i = first; i < last; i++) {
            sums[i] += (long) count1(x[i], a, from, to) << shift;
        }
    }

    /** As {@link #weigh1} for two slices, the second of weight 2. */
    static void weigh2(long[][] x, int first, int last, long[] a, long[] b, int from, int to, int shift, long[] sums) {
        for (int i = first; i < last; i++) {
            sums[i] += (long) count2(x[i], a, b, from, to) << shift;
        }
    }

    /** As {@link #weigh2} with a third slice of weight 4. */
    static void weigh3(
            long[][] x, int first, int last, long[] a, long[] b, long[] c, int from, int to, int shift, long[] sums) {
        for (int i = first; i < last; i++) {
            sums[i] += (long) count3(x[i], a, b, c, from, to) << shift;
        }
    }

    /** As {@link #weigh3} with a fourth slice of weight 8. */
    static void weigh4(
            long[][] x,
            int first,
            int last,
            long[] a,
            long[] b,
            long[] c,
            long[] d,
            int from,
            int to,
            int shift,
            long[] sums) {
        for (int i = first; i < last; i++) {
            sums[i] += (long) count4(x[i], a, b, c, d, from, to) << shift;
        }
    }

    /** Adds numbers over the patterns of each of some slices x; bit b of the numbers is slice {@code at} + b. */
    static void weigh(
            long[][] x, int first, int last, long[][] slices, int at, int bits, int from, int to, long[] sums) {
        int groups = (bits + 3) / 4;
        for (int group = 0; group < groups; group++) {
            int shift = bits * group / groups;
            int b = at + shift;
            switch (bits * (group + 1) / groups - shift) {
                case 1 -> weigh1(x, first, last, slices[b], from, to, shift, sums);
                case 2 -> weigh2(x, first, last, slices[b], slices[b + 1], from, to, shift, sums);
                case 3 -> weigh3(x, first, last, slices[b], slices[b + 1], slices[b + 2], from, to, shift, sums);
                default ->
                    weigh4(
                            x,
                            first,
                            last,
                            slices[b],
                            slices[b + 1],
                            slices[b + 2],
                            slices[b + 3],
                            from,
                            to,
                            shift,
                            sums);
            }
        }
    }

    /** out = (a xor f) and (b xor g). */
    static void and(long[] a, long f, long[] b, long g, int to, long[] out) {
        for (int j = 0; j < to; j++) {
            out[j] = (a[j] ^ f) & (b[j] ^ g);
        }
    }

    /** out = keep·out or a or b or c or d; keep is 0 or −1. */
    static void or(long keep, long[] a, long[] b, long[] c, long[] d, int to, long[] out) {
        for (int j = 0; j < to; j++) {
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
}
