package org.mneme.bits;

/**
 * Counts, for each column, how many of the added rows have their bit set: a positional popcount by carry-save adders (the Harley–Seal
 * scheme).
 *
 * <p>Counts are exact up to 2³¹−1 rows between two calls of {@link #drain}. Not safe for use by several threads.
 */
public final class PositionalCounts {
    /** Rows of fewer words are copied word by word. */
    private static final int WORTH_COPYING = 5;

    private final BitSlicedCounters counters;
    private final int firstWord;
    private final int stride;
    private final PositionalCounts[] further;

    /**
     * Prepares counters, all 0.
     *
     * @param columns number of columns, ≥ 0
     */
    public PositionalCounts(int columns) {
        this(0, columns);
    }

    /**
     * Prepares counters, all 0, of some columns.
     *
     * @param firstColumn column of the first counter, a multiple of 64
     * @param columns number of counters, ≥ 0
     */
    public PositionalCounts(int firstColumn, int columns) {
        int here = Math.min(columns, BitSlicedCounters.SECTION * Long.SIZE);
        this.counters = new BitSlicedCounters(here);
        this.firstWord = firstColumn / Long.SIZE;
        this.stride = BitMatrix.wordsFor(here);
        this.further = here < columns
                ? new PositionalCounts[] {new PositionalCounts(firstColumn + here, columns - here)}
                : new PositionalCounts[0];
    }

    /**
     * Says about how many rows will be added before the next drain, which makes adding them faster; call it with all counters 0.
     *
     * @param rows ≥ 0
     */
    public void expect(int rows) {
        counters.expect(rows);
        for (PositionalCounts next : further) {
            next.expect(rows);
        }
    }

    /**
     * Adds rows, or their complements.
     *
     * @param matrix the rows
     * @param rows their indices, each 0…rows−1
     * @param from first index used
     * @param to past the last index used
     * @param flip 0, or −1 for the complements
     */
    public void add(BitMatrix matrix, int[] rows, int from, int to, long flip) {
        for (int k = from; k < to; ) {
            int end = Math.min(to, k + counters.room());
            stage(matrix.words(), matrix.wordsPerRow(), rows, k, end, flip);
            counters.laid(end - k);
            k = end;
        }
        for (PositionalCounts next : further) {
            next.add(matrix, rows, from, to, flip);
        }
    }

    private void stage(long[] words, int pitch, int[] rows, int from, int to, long flip) {
        copy(words, pitch, rows, from, to, counters.place());
        if (flip != 0) {
            counters.complement(to - from);
        }
    }

    private void copy(long[] words, int pitch, int[] rows, int from, int to, int at) {
        if (stride < WORTH_COPYING) {
            copyWords(words, pitch, rows, from, to, at);
            return;
        }
        int into = at;
        for (int k = from; k < to; k++) {
            System.arraycopy(words, rows[k] * pitch + firstWord, counters.words(), into, stride);
            into += stride;
        }
    }

    private void copyWords(long[] words, int pitch, int[] rows, int from, int to, int at) {
        long[] into = counters.words();
        int width = stride;
        int i = at;
        for (int k = from; k < to; k++) {
            int row = rows[k] * pitch + firstWord;
            for (int w = 0; w < width; w++) {
                into[i] = words[row + w];
                i++;
            }
        }
    }

    /**
     * Adds the differences (exclusive or) of pairs of rows, or their complements.
     *
     * @param matrix the rows
     * @param rows the indices of one row of each pair, each 0…rows−1
     * @param others those of the other row
     * @param from first index used
     * @param to past the last index used
     * @param flip 0, or −1 for the complements
     */
    public void addDifferences(BitMatrix matrix, int[] rows, int[] others, int from, int to, long flip) {
        for (int k = from; k < to; ) {
            int end = Math.min(to, k + counters.room());
            stage(matrix.words(), matrix.wordsPerRow(), rows, others, k, end, flip);
            counters.laid(end - k);
            k = end;
        }
        for (PositionalCounts next : further) {
            next.addDifferences(matrix, rows, others, from, to, flip);
        }
    }

    private void stage(long[] words, int pitch, int[] rows, int[] others, int from, int to, long flip) {
        stage(words, pitch, rows, from, to, flip);
        copy(words, pitch, others, from, to, counters.placeOfOther());
        counters.differ(to - from);
    }

    /**
     * Adds what rows, or their complements, have in common with the same rows of a mask.
     *
     * @param matrix the rows
     * @param mask of the same shape
     * @param rows their indices, each 0…rows−1
     * @param from first index used
     * @param to past the last index used
     * @param flip 0, or −1 for the complements
     */
    public void addMasked(BitMatrix matrix, BitMatrix mask, int[] rows, int from, int to, long flip) {
        for (int k = from; k < to; ) {
            int end = Math.min(to, k + counters.room());
            stageMasked(matrix, mask, rows, k, end, flip);
            counters.laid(end - k);
            k = end;
        }
        for (PositionalCounts next : further) {
            next.addMasked(matrix, mask, rows, from, to, flip);
        }
    }

    private void stageMasked(BitMatrix matrix, BitMatrix mask, int[] rows, int from, int to, long flip) {
        long[] into = counters.words();
        int at = counters.place();
        for (int k = from; k < to; k++) {
            for (int w = firstWord; w < firstWord + stride; w++) {
                into[at++] = (matrix.word(rows[k], w) ^ flip) & mask.word(rows[k], w);
            }
        }
    }

    /**
     * Adds words.
     *
     * @param row as many words as hold a bit for each column; bits past the last column do not matter
     */
    public void add(long[] row) {
        System.arraycopy(row, firstWord, counters.words(), counters.place(), stride);
        counters.laid(1);
        for (PositionalCounts next : further) {
            next.add(row);
        }
    }

    /**
     * Adds factor times each count to the totals, and sets all counters to 0.
     *
     * @param factor any integer
     * @param totals modified: one entry a column
     */
    public void drain(int factor, int[] totals) {
        drain(factor, totals, 0);
    }

    private void drain(int factor, int[] totals, int at) {
        counters.drain(factor, totals, at);
        for (PositionalCounts next : further) {
            next.drain(factor, totals, at + stride * Long.SIZE);
        }
    }
}
