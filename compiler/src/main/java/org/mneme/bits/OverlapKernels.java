package org.mneme.bits;

/**
 * Popcounts of single rows of bit matrices, and sums of signed rows: the plain kernels behind overlaps and weighted sums.
 *
 * <p>The overlap of row r with a sign vector known at the columns K is h = |K| − 2·{@link #differing}; rows of many patterns go through
 * {@link WordBlocks}.
 */
public final class OverlapKernels {
    private OverlapKernels() {}

    /**
     * Returns at how many known columns a row and a bit vector differ.
     *
     * @param matrix the rows
     * @param row 0…rows−1
     * @param bits wordsPerRow words
     * @param known wordsPerRow words; only columns set here are compared
     * @return popcount((row xor bits) and known)
     */
    public static int differing(BitMatrix matrix, int row, long[] bits, long[] known) {
        long[] words = matrix.words();
        int base = row * matrix.wordsPerRow();
        int count = 0;
        for (int w = 0; w < matrix.wordsPerRow(); w++) {
            count += Long.bitCount((words[base + w] ^ bits[w]) & known[w]);
        }
        return count;
    }

    /**
     * Returns at how many known columns, not masked out, a row and a bit vector differ.
     *
     * @param matrix the rows
     * @param mask of the same shape; only columns set here are compared
     * @param row 0…rows−1
     * @param bits wordsPerRow words
     * @param known wordsPerRow words; only columns set here are compared
     * @return popcount((row xor bits) and known and mask row)
     */
    public static int differing(BitMatrix matrix, BitMatrix mask, int row, long[] bits, long[] known) {
        long[] words = matrix.words();
        long[] masks = mask.words();
        int base = row * matrix.wordsPerRow();
        int count = 0;
        for (int w = 0; w < matrix.wordsPerRow(); w++) {
            count += Long.bitCount((words[base + w] ^ bits[w]) & known[w] & masks[base + w]);
        }
        return count;
    }

    /**
     * Returns how many columns are set both in a row and in a bit vector.
     *
     * @param matrix the rows
     * @param row 0…rows−1
     * @param bits wordsPerRow words
     * @return popcount(row and bits)
     */
    public static int common(BitMatrix matrix, int row, long[] bits) {
        long[] words = matrix.words();
        int base = row * matrix.wordsPerRow();
        int count = 0;
        for (int w = 0; w < matrix.wordsPerRow(); w++) {
            count += Long.bitCount(words[base + w] & bits[w]);
        }
        return count;
    }

    /**
     * Returns how many columns are set in a row and in one bit vector, but not in another.
     *
     * @param matrix the rows
     * @param row 0…rows−1
     * @param bits wordsPerRow words
     * @param without wordsPerRow words
     * @return popcount(row and bits and not without)
     */
    public static int commonWithout(BitMatrix matrix, int row, long[] bits, long[] without) {
        long[] words = matrix.words();
        int base = row * matrix.wordsPerRow();
        int count = 0;
        for (int w = 0; w < matrix.wordsPerRow(); w++) {
            count += Long.bitCount(words[base + w] & bits[w] & ~without[w]);
        }
        return count;
    }

    /**
     * Adds a number where one word has a bit set, and subtracts it where another has: sums[at + k] += value·(plus_k − minus_k).
     *
     * @param plus bit k adds
     * @param minus bit k subtracts
     * @param value added modulo 2⁶⁴
     * @param sums modified from index {@code at} on
     * @param at first index
     * @param length number of bits that count, 0…64
     */
    public static void addSigned(long plus, long minus, long value, long[] sums, int at, int length) {
        for (int k = 0; k < length; k++) {
            sums[at + k] += value * ((plus >>> k & 1) - (minus >>> k & 1));
        }
    }

    /**
     * Adds 1 where one word has a bit set, and subtracts 1 where another has.
     *
     * @param plus bit k adds
     * @param minus bit k subtracts
     * @param counts modified from index {@code at} on
     * @param at first index
     * @param length number of bits that count, 0…64
     */
    public static void countSigned(long plus, long minus, int[] counts, int at, int length) {
        for (int k = 0; k < length; k++) {
            counts[at + k] += (int) ((plus >>> k & 1) - (minus >>> k & 1));
        }
    }
}
