package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowDifferencesTest {
    private final int[] scratch = new int[RowDifferences.SCRATCH];

    /** One word a row, odd strides, the unrolled stride of 16, a stride that fills a block, and one too long for 16-bit lanes. */
    private static final int[] COLUMNS = {1, 64, 200, 1000, 1024, 20_000, 65_472, 65_600};

    @Test
    void countsEqualCountingBitByBitForAnyRunOfRows() {
        for (int columns : COLUMNS) {
            SplittableRandom random = new SplittableRandom(columns);
            int rows = Math.max(5, 200_000 / columns);
            BitMatrix matrix = BitMatrix.ofWords(rows, columns, (_, _) -> random.nextLong());
            RowDifferences kernel = new RowDifferences(matrix);
            BitMatrix vector = BitMatrix.ofWords(2, columns, (_, _) -> random.nextLong());
            for (int k = 0; k < 4; k++) {
                int from = k == 0 ? 0 : random.nextInt(rows);
                int to = k == 0 ? rows : from + random.nextInt(rows - from + 1);
                String where = columns + " columns, rows " + from + "…" + to;
                kernel.setVector(row(vector, 0));
                check(matrix, vector, false, kernel, from, to, where);
                kernel.setVector(row(vector, 0), row(vector, 1));
                check(matrix, vector, true, kernel, from, to, where + ", some columns known");
            }
        }
    }

    @Test
    void complementsDifferEverywhereWithoutCarryBetweenTheTwoRowsOfAPair() {
        int columns = 64 * 1023;
        BitMatrix matrix = BitMatrix.of(4, columns, (r, _) -> r % 2 == 0);
        RowDifferences kernel = new RowDifferences(matrix);
        kernel.setVector(new long[1023]);
        int[] out = new int[4];
        kernel.count(0, 4, scratch, out);
        assertEquals("[65472, 0, 65472, 0]", Arrays.toString(out));
    }

    private void check(
            BitMatrix matrix, BitMatrix vector, boolean some, RowDifferences kernel, int from, int to, String where) {
        int[] out = new int[to - from + 1];
        out[to - from] = -7;
        kernel.count(from, to, scratch, out);
        for (int row = from; row < to; row++) {
            int expected = 0;
            for (int c = 0; c < matrix.columns(); c++) {
                expected += matrix.get(row, c) != vector.get(0, c) && (!some || vector.get(1, c)) ? 1 : 0;
            }
            assertEquals(expected, out[row - from], where + ", row " + row);
        }
        assertEquals(-7, out[to - from], where);
    }

    private static long[] row(BitMatrix matrix, int row) {
        long[] words = new long[matrix.wordsPerRow()];
        for (int w = 0; w < words.length; w++) {
            words[w] = matrix.word(row, w);
        }
        return words;
    }
}
