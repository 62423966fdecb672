package org.mneme.simulator.engine;

/** Sets of neurons as words of bits; ranges begin at multiples of 64 and end there or with the population. */
final class Bitmap {
    private Bitmap() {}

    static long[] of(int size) {
        return new long[words(size)];
    }

    /** Number of words that hold so many bits. */
    static int words(int size) {
        return (size + 63) >>> 6;
    }

    static void add(long[] bits, int i) {
        bits[i >>> 6] |= 1L << i;
    }

    static void set(long[] bits, int i, boolean in) {
        long bit = 1L << i;
        bits[i >>> 6] = in ? bits[i >>> 6] | bit : bits[i >>> 6] & ~bit;
    }

    static boolean has(long[] bits, int i) {
        return (bits[i >>> 6] >>> i & 1) != 0;
    }

    static void addRange(long[] bits, int from, int to) {
        int last = to >>> 6;
        for (int w = from >>> 6; w < last; w++) {
            bits[w] = -1L;
        }
        if ((to & 63) != 0) {
            bits[last] |= (1L << to) - 1;
        }
    }

    static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
