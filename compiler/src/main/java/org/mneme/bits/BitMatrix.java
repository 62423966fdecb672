package org.mneme.bits;

import java.util.Arrays;

/**
 * An immutable rows × columns matrix of bits, packed row by row into 64-bit words.
 *
 * <p>Bit c of row r is bit (c mod 64) of word c / 64 of that row; the bits past the last column are 0.
 */
public final class BitMatrix {
    private final int rows;
    private final int columns;
    private final int stride;
    private final long[] words;

    private BitMatrix(int rows, int columns, long[] words) {
        this.rows = rows;
        this.columns = columns;
        this.stride = wordsFor(columns);
        this.words = words;
    }

    /** Says whether a bit is set. */
    @FunctionalInterface
    public interface Bits {
        /**
         * Says whether bit (row, column) is set.
         *
         * @param row 0…rows−1
         * @param column 0…columns−1
         * @return true where it is 1
         */
        boolean get(int row, int column);
    }

    /** Gives whole words of a row. */
    @FunctionalInterface
    public interface Words {
        /**
         * Returns word w of a row; bits past the last column are ignored.
         *
         * @param row 0…rows−1
         * @param w 0…wordsPerRow−1
         * @return 64 bits
         */
        long get(int row, int w);
    }

    /**
     * Returns how many 64-bit words hold so many bits.
     *
     * @param bits ≥ 0
     * @return ⌈bits/64⌉
     */
    public static int wordsFor(int bits) {
        return (bits + 63) >>> 6;
    }

    /**
     * Builds a matrix bit by bit.
     *
     * @param rows ≥ 0
     * @param columns ≥ 0
     * @param bits asked once for each bit, in row order
     * @return the matrix
     */
    public static BitMatrix of(int rows, int columns, Bits bits) {
        int stride = wordsFor(columns);
        long[] words = allocate(rows, stride);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (bits.get(r, c)) {
                    words[r * stride + (c >>> 6)] |= 1L << c;
                }
            }
        }
        return new BitMatrix(rows, columns, words);
    }

    /**
     * Builds a matrix word by word.
     *
     * @param rows ≥ 0
     * @param columns ≥ 0
     * @param source asked once for each word, in row order
     * @return the matrix
     */
    public static BitMatrix ofWords(int rows, int columns, Words source) {
        int stride = wordsFor(columns);
        long last = lastWordMask(columns);
        long[] words = allocate(rows, stride);
        for (int r = 0; r < rows; r++) {
            for (int w = 0; w < stride; w++) {
                words[r * stride + w] = source.get(r, w) & (w == stride - 1 ? last : -1L);
            }
        }
        return new BitMatrix(rows, columns, words);
    }

    private static long[] allocate(int rows, int stride) {
        return new long[Math.multiplyExact(rows, stride)];
    }

    /**
     * Returns the mask of the bits that exist in the last word of so many bits.
     *
     * @param bits ≥ 0
     * @return the mask; all ones where bits is a multiple of 64
     */
    static long lastWordMask(int bits) {
        return (bits & 63) == 0 ? -1L : (1L << bits) - 1;
    }

    /**
     * Returns the number of rows.
     *
     * @return ≥ 0
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the number of columns.
     *
     * @return ≥ 0
     */
    public int columns() {
        return columns;
    }

    /**
     * Returns the number of 64-bit words of a row.
     *
     * @return ⌈columns/64⌉
     */
    public int wordsPerRow() {
        return stride;
    }

    /**
     * Says whether a bit is set.
     *
     * @param row 0…rows−1
     * @param column 0…columns−1
     * @return true where it is 1
     */
    public boolean get(int row, int column) {
        return (words[row * stride + (column >>> 6)] >>> column & 1) != 0;
    }

    /**
     * Returns one word of a row.
     *
     * @param row 0…rows−1
     * @param w 0…wordsPerRow−1
     * @return 64 bits, columns 64w…64w+63
     */
    public long word(int row, int w) {
        return words[row * stride + w];
    }

    /**
     * Returns the number of set bits of a row.
     *
     * @param row 0…rows−1
     * @return 0…columns
     */
    public int bitCount(int row) {
        int count = 0;
        for (int w = row * stride; w < (row + 1) * stride; w++) {
            count += Long.bitCount(words[w]);
        }
        return count;
    }

    /**
     * Returns the matrix with rows and columns exchanged.
     *
     * @return a columns × rows matrix
     */
    public BitMatrix transpose() {
        int turnedStride = wordsFor(rows);
        long[] turned = allocate(columns, turnedStride);
        long[] square = new long[Long.SIZE];
        for (int r = 0; r < rows; r += Long.SIZE) {
            int height = Math.min(Long.SIZE, rows - r);
            for (int w = 0; w < stride; w++) {
                Arrays.fill(square, 0);
                for (int k = 0; k < height; k++) {
                    square[k] = words[(r + k) * stride + w];
                }
                transposeSquare(square);
                int width = Math.min(Long.SIZE, columns - w * Long.SIZE);
                for (int k = 0; k < width; k++) {
                    turned[(w * Long.SIZE + k) * turnedStride + (r >>> 6)] = square[k];
                }
            }
        }
        return new BitMatrix(columns, rows, turned);
    }

    /** Exchanges rows and columns of a 64 × 64 square: of its quarters, of the quarters of those, and so on. */
    private static void transposeSquare(long[] square) {
        long mask = 0xffff_ffffL;
        for (int half = 32; half > 0; half /= 2, mask ^= mask << half) {
            for (int k = 0; k < Long.SIZE; k = (k + half + 1) & -half - 1) {
                long swap = (square[k] >>> half ^ square[k + half]) & mask;
                square[k] ^= swap << half;
                square[k + half] ^= swap;
            }
        }
    }

    /** The packed words themselves, for the kernels of this package; never modified. */
    long[] words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "BitMatrix[" + rows + " × " + columns + "]";
    }
}
