package org.mneme.bits;

import java.util.Arrays;

/**
 * A copy of a bit matrix for comparing all its rows with one vector: blocks of {@value #ROWS} rows, in each the first words of all its
 * rows, then the second ones, and so on.
 *
 * <p>So the differences of a block are summed in loops over rows, one word or four words a row at a time, which the compiler vectorises with no
 * sum across lanes; they run at the speed of a plain read. Immutable, for any number of threads.
 */
public final class WordBlocks {
    /** Rows of a block; the last one may have fewer. */
    public static final int ROWS = 1024;

    /** Longer rows are read in one stream: their blocks lie beyond the nearest cache, where four streams at once are slower. */
    private static final int LONG_ROW = 8;

    private final int rows;
    private final int stride;
    private final long[] words;

    /**
     * Copies a matrix.
     *
     * @param matrix the rows
     */
    public WordBlocks(BitMatrix matrix) {
        this.rows = matrix.rows();
        this.stride = matrix.wordsPerRow();
        this.words = new long[matrix.words().length];
        for (int block = 0; block < blocks(); block++) {
            int size = size(block);
            for (int r = 0; r < size; r++) {
                int from = (block * ROWS + r) * stride;
                int to = block * ROWS * stride + r;
                for (int w = 0; w < stride; w++) {
                    words[to + w * size] = matrix.words()[from + w];
                }
            }
        }
    }

    /**
     * Returns the number of blocks.
     *
     * @return ⌈rows/{@value #ROWS}⌉
     */
    public int blocks() {
        return (rows + ROWS - 1) / ROWS;
    }

    /**
     * Returns the number of rows of a block.
     *
     * @param block 0…blocks−1
     * @return 1…{@value #ROWS}
     */
    public int size(int block) {
        return Math.min(ROWS, rows - block * ROWS);
    }

    /**
     * Counts the differences of the rows of a block: out[r] = popcount((row xor vector) and known), r from the block's first row on.
     *
     * @param block 0…blocks−1
     * @param vector wordsPerRow words
     * @param known wordsPerRow words; only columns set here are compared
     * @param out at least {@value #ROWS} entries; those of the block are overwritten
     */
    public void differences(int block, long[] vector, long[] known, int[] out) {
        int size = size(block);
        int base = block * ROWS * stride;
        Arrays.fill(out, 0, size, 0);
        int w = 0;
        for (; stride < LONG_ROW && w + 4 <= stride; w += 4) {
            four(words, base + w * size, size, vector, known, w, out);
        }
        for (; w < stride; w++) {
            one(words, base + w * size, size, vector[w], known[w], out);
        }
    }

    private static void four(long[] words, int first, int size, long[] vector, long[] known, int w, int[] out) {
        long a = vector[w];
        long b = vector[w + 1];
        long c = vector[w + 2];
        long d = vector[w + 3];
        long ka = known[w];
        long kb = known[w + 1];
        long kc = known[w + 2];
        long kd = known[w + 3];
        int second = first + size;
        int third = second + size;
        int fourth = third + size;
        for (int r = 0; r < size; r++) {
            out[r] += Long.bitCount((words[first + r] ^ a) & ka)
                    + Long.bitCount((words[second + r] ^ b) & kb)
                    + Long.bitCount((words[third + r] ^ c) & kc)
                    + Long.bitCount((words[fourth + r] ^ d) & kd);
        }
    }

    private static void one(long[] words, int first, int size, long a, long known, int[] out) {
        for (int r = 0; r < size; r++) {
            out[r] += Long.bitCount((words[first + r] ^ a) & known);
        }
    }

    /**
     * Computes the overlaps of masked rows with a vector of signs, a set bit standing for +1: out[r] = Σ ±1 over the columns known to
     * both, r from the block's first row on.
     *
     * @param block 0…blocks−1
     * @param mask of the same shape: a bit set where a row is known
     * @param vector wordsPerRow words
     * @param known wordsPerRow words: a bit set where the vector is known
     * @param out at least {@value #ROWS} entries; those of the block are overwritten
     */
    public void overlaps(int block, WordBlocks mask, long[] vector, long[] known, int[] out) {
        int size = size(block);
        int base = block * ROWS * stride;
        Arrays.fill(out, 0, size, 0);
        for (int w = 0; w < stride; w++) {
            masked(words, mask.words, base + w * size, size, vector[w], known[w], out);
        }
    }

    private static void masked(long[] words, long[] masks, int first, int size, long a, long known, int[] out) {
        for (int r = 0; r < size; r++) {
            long both = masks[first + r] & known;
            out[r] += Long.bitCount(both) - 2 * Long.bitCount((words[first + r] ^ a) & both);
        }
    }
}
