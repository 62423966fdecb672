package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionalCountsTest {
    /** One word a row, odd strides, a stride of 16, one that leaves a single slot, and one of several sections. */
    private static final int[] COLUMNS = {1, 40, 64, 100, 130, 784, 1024, 9000, 16_384, 17_000, 40_000};

    private static final int[] ROWS = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 64, 100, 129, 1000};

    @Test
    void countsEqualAddingBitByBit() {
        for (int columns : COLUMNS) {
            PositionalCounts counts = new PositionalCounts(columns);
            for (int rows : ROWS) {
                if ((long) rows * columns < 3_000_000) {
                    check(columns, rows, counts);
                }
            }
        }
    }

    private static void check(int columns, int rows, PositionalCounts counts) {
        SplittableRandom random = new SplittableRandom(31L * columns + rows);
        BitMatrix matrix = BitMatrix.ofWords(20, columns, (_, _) -> random.nextLong() | 0x1111_1111_1111_1111L);
        BitMatrix mask = BitMatrix.ofWords(20, columns, (_, _) -> random.nextLong());
        int[] some = random.ints(rows, 0, 20).toArray();
        int[] others = random.ints(rows, 0, 20).toArray();
        int flip = random.nextInt(2);
        String where = columns + " columns, " + rows + " rows, flip " + flip;

        counts.expect(random.nextBoolean() ? rows : random.nextInt(2 * rows + 1));
        counts.add(matrix, some, 0, rows / 2, 0);
        counts.add(matrix, some, rows / 2, rows, -flip);
        assertCounts(
                columns,
                i -> IntStream.range(0, rows)
                        .map(k -> bit(matrix, some[k], i) ^ (k < rows / 2 ? 0 : flip))
                        .sum(),
                counts,
                where);

        counts.expect(rows);
        counts.addDifferences(matrix, some, others, 0, rows, -flip);
        assertCounts(
                columns,
                i -> IntStream.range(0, rows)
                        .map(k -> bit(matrix, some[k], i) ^ bit(matrix, others[k], i) ^ flip)
                        .sum(),
                counts,
                where + ", differences");

        counts.expect(rows);
        counts.addMasked(matrix, mask, some, 0, rows, -flip);
        assertCounts(
                columns,
                i -> IntStream.range(0, rows)
                        .map(k -> (bit(matrix, some[k], i) ^ flip) & bit(mask, some[k], i))
                        .sum(),
                counts,
                where + ", masked");

        counts.expect(rows);
        for (int k = 0; k < rows; k++) {
            counts.add(words(matrix, some[k]));
        }
        assertCounts(
                columns,
                i -> IntStream.range(0, rows).map(k -> bit(matrix, some[k], i)).sum(),
                counts,
                where + ", words");
    }

    @Test
    void aWindowCountsItsColumnsOnly() {
        SplittableRandom random = new SplittableRandom(4);
        BitMatrix matrix = BitMatrix.ofWords(50, 1000, (_, _) -> random.nextLong());
        int[] rows = IntStream.range(0, 50).toArray();
        for (int from : new int[] {0, 64, 640, 960}) {
            PositionalCounts counts = new PositionalCounts(from, 1000 - from);
            counts.expect(50);
            counts.add(matrix, rows, 0, 50, 0);
            assertCounts(
                    1000 - from,
                    i -> IntStream.range(0, 50)
                            .map(k -> bit(matrix, k, from + i))
                            .sum(),
                    counts,
                    "from " + from);
        }
    }

    @Test
    void countersHoldManyRows() {
        BitMatrix matrix = BitMatrix.of(1, 70, (_, c) -> c % 3 == 0);
        int[] rows = new int[300_000];
        PositionalCounts counts = new PositionalCounts(70);
        for (int expected : new int[] {1, 300_000}) {
            counts.expect(expected);
            counts.add(matrix, rows, 0, rows.length, 0);
            assertCounts(70, i -> i % 3 == 0 ? rows.length : 0, counts, "expected " + expected);
        }
    }

    /** Draining adds, multiplies, and leaves counters at 0. */
    private static void assertCounts(int columns, IntUnaryOperator expected, PositionalCounts counts, String where) {
        int[] totals = IntStream.range(0, columns + 1).map(i -> i % 5).toArray();
        counts.drain(-3, totals);
        counts.expect(5);
        counts.drain(1, totals);
        assertArrayEquals(
                IntStream.range(0, columns + 1)
                        .map(i -> i % 5 - (i < columns ? 3 * expected.applyAsInt(i) : 0))
                        .toArray(),
                totals,
                where);
    }

    private static int bit(BitMatrix matrix, int row, int column) {
        return matrix.get(row, column) ? 1 : 0;
    }

    private static long[] words(BitMatrix matrix, int row) {
        long[] words = new long[matrix.wordsPerRow()];
        for (int w = 0; w < words.length; w++) {
            words[w] = matrix.word(row, w);
        }
        return words;
    }
}
