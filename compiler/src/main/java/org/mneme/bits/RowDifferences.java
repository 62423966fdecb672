package org.mneme.bits;

import java.util.Arrays;

/**
 * Counts, for runs of rows of one bit matrix, at how many columns each row differs from a bit vector.
 *
 * <p>Rows of a few words are too short a loop for the compiler to vectorise, so the vector is repeated as often as fills a block of rows,
 * the popcounts of a block of the first half of the run and of one of the second half are taken word by word in one flat loop (a 16-bit
 * lane each), and only then summed row by row.
 * {@link #count} may run in several threads at once, each with its own scratch; {@link #setVector(long[])} may not.
 */
public final class RowDifferences {
    /** Number of ints a caller of {@link #count} lends. */
    public static final int SCRATCH = 1024;

    private static final int BLOCK_WORDS = 512;
    private static final int MAX_LANE_STRIDE = 1023;
    private static final int UNROLLED_STRIDE = 16;

    private final BitMatrix matrix;
    private final int stride;
    private final int blockRows;
    private final long[] bits;
    private final long[] known;
    private boolean allKnown;

    /**
     * Prepares a matrix, which is not copied.
     *
     * @param matrix the rows
     */
    public RowDifferences(BitMatrix matrix) {
        this.matrix = matrix;
        this.stride = matrix.wordsPerRow();
        this.blockRows = Math.max(1, BLOCK_WORDS / Math.max(1, stride));
        this.bits = new long[blockRows * stride];
        this.known = new long[blockRows * stride];
    }

    /**
     * Sets the vector rows are compared with, all its columns known.
     *
     * @param vector wordsPerRow words, 0 past the last column; copied
     */
    public void setVector(long[] vector) {
        repeat(vector, bits);
        Arrays.fill(known, -1L);
        allKnown = true;
    }

    /**
     * Sets the vector rows are compared with at some columns only.
     *
     * @param vector wordsPerRow words; copied
     * @param columns wordsPerRow words, a bit set where the column is compared; copied
     */
    public void setVector(long[] vector, long[] columns) {
        repeat(vector, bits);
        repeat(columns, known);
        allKnown = false;
    }

    private void repeat(long[] vector, long[] into) {
        for (int r = 0; r < blockRows; r++) {
            System.arraycopy(vector, 0, into, r * stride, stride);
        }
    }

    /**
     * Counts the differences of a run of rows: out[r − from] = popcount((row r xor vector) and columns).
     *
     * @param from first row
     * @param to past the last row
     * @param scratch {@link #SCRATCH} ints, overwritten
     * @param out overwritten from index 0 on
     */
    public void count(int from, int to, int[] scratch, int[] out) {
        int pairs = stride > 0 && stride <= MAX_LANE_STRIDE ? (to - from) / 2 / blockRows * blockRows : 0;
        for (int row = from; row < from + pairs; row += blockRows) {
            if (allKnown) {
                pairCounts(matrix.words(), row * stride, (row + pairs) * stride, bits, scratch);
            } else {
                pairCounts(matrix.words(), row * stride, (row + pairs) * stride, bits, known, scratch);
            }
            if (stride == UNROLLED_STRIDE) {
                sumRowsOf16(scratch, blockRows, out, row - from, pairs);
            } else {
                sumRows(scratch, stride, blockRows, out, row - from, pairs);
            }
        }
        for (int row = from + 2 * pairs; row < to; row++) {
            out[row - from] = OverlapKernels.differing(matrix, row, bits, known);
        }
    }

    private static void pairCounts(long[] words, int first, int second, long[] bits, int[] counts) {
        for (int i = 0; i < bits.length; i++) {
            counts[i] = Long.bitCount(words[first + i] ^ bits[i]) + (Long.bitCount(words[second + i] ^ bits[i]) << 16);
        }
    }

    private static void pairCounts(long[] words, int first, int second, long[] bits, long[] known, int[] counts) {
        for (int i = 0; i < bits.length; i++) {
            counts[i] = Long.bitCount((words[first + i] ^ bits[i]) & known[i])
                    + (Long.bitCount((words[second + i] ^ bits[i]) & known[i]) << 16);
        }
    }

    private static void sumRows(int[] counts, int stride, int rows, int[] out, int at, int apart) {
        int i = 0;
        for (int r = 0; r < rows; r++) {
            int sum = 0;
            for (int end = i + stride; i < end; i++) {
                sum += counts[i];
            }
            out[at + r] = sum & 0xffff;
            out[at + apart + r] = sum >>> 16;
        }
    }

    private static void sumRowsOf16(int[] c, int rows, int[] out, int at, int apart) {
        for (int r = 0, i = 0; r < rows; r++, i += UNROLLED_STRIDE) {
            int sum = c[i] + c[i + 1] + (c[i + 2] + c[i + 3]) + (c[i + 4] + c[i + 5] + (c[i + 6] + c[i + 7]));
            sum += c[i + 8] + c[i + 9] + (c[i + 10] + c[i + 11]) + (c[i + 12] + c[i + 13] + (c[i + 14] + c[i + 15]));
            out[at + r] = sum & 0xffff;
            out[at + apart + r] = sum >>> 16;
        }
    }
}
