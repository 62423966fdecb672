package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverlapKernelsTest {
    private static final int[] COLUMNS = {1, 63, 64, 65, 130, 300, 1024};

    @Test
    void rowCountsEqualCountingBitByBit() {
        for (int columns : COLUMNS) {
            SplittableRandom random = new SplittableRandom(columns);
            BitMatrix matrix = BitMatrix.of(5, columns, (_, _) -> random.nextBoolean());
            BitMatrix mask = BitMatrix.of(5, columns, (_, _) -> random.nextInt(3) > 0);
            long[] bits = random.longs(matrix.wordsPerRow()).toArray();
            long[] known = row(BitMatrix.of(1, columns, (_, _) -> random.nextInt(4) > 0));
            for (int row = 0; row < 5; row++) {
                int differing = 0;
                int differingUnmasked = 0;
                int common = 0;
                int commonWithout = 0;
                for (int c = 0; c < columns; c++) {
                    boolean set = matrix.get(row, c);
                    if (bit(known, c) && set != bit(bits, c)) {
                        differing++;
                        differingUnmasked += mask.get(row, c) ? 1 : 0;
                    }
                    if (bit(known, c) && set) {
                        common++;
                        commonWithout += bit(bits, c) ? 0 : 1;
                    }
                }
                String where = columns + " columns, row " + row;
                assertEquals(differing, OverlapKernels.differing(matrix, row, bits, known), where);
                assertEquals(differingUnmasked, OverlapKernels.differing(matrix, mask, row, bits, known), where);
                assertEquals(common, OverlapKernels.common(matrix, row, known), where);
                assertEquals(commonWithout, OverlapKernels.commonWithout(matrix, row, known, bits), where);
            }
        }
    }

    @Test
    void signedSumsEqualAddingBitByBit() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long plus = random.nextLong();
            long minus = random.nextLong();
            long value = random.nextLong(-1000, 1000);
            int at = random.nextInt(5);
            int length = random.nextInt(65);
            long[] sums = random.longs(80, -9, 9).toArray();
            int[] counts = random.ints(80, -9, 9).toArray();
            long[] expectedSums = sums.clone();
            int[] expectedCounts = counts.clone();
            for (int k = 0; k < length; k++) {
                int sign = (bit(new long[] {plus}, k) ? 1 : 0) - (bit(new long[] {minus}, k) ? 1 : 0);
                expectedSums[at + k] += value * sign;
                expectedCounts[at + k] += sign;
            }
            OverlapKernels.addSigned(plus, minus, value, sums, at, length);
            OverlapKernels.countSigned(plus, minus, counts, at, length);
            assertArrayEquals(expectedSums, sums, "seed " + seed);
            assertArrayEquals(expectedCounts, counts, "seed " + seed);
        }
    }

    private static boolean bit(long[] words, int c) {
        return (words[c / 64] >>> c & 1) != 0;
    }

    private static long[] row(BitMatrix matrix) {
        long[] words = new long[matrix.wordsPerRow()];
        for (int w = 0; w < words.length; w++) {
            words[w] = matrix.word(0, w);
        }
        return words;
    }
}
