package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BitMatrixTest {
    @Test
    void keepsEveryBitForWidthsAroundWordEnds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int columns : new int[] {1, 63, 64, 65, 128, 200}) {
            int rows = 5;
            BitSet bits = new BitSet();
            for (int k = 0; k < rows * columns; k++) {
                bits.set(k, random.nextBoolean());
            }
            BitMatrix matrix = BitMatrix.of(rows, columns, (r, c) -> bits.get(r * columns + c));
            assertEquals((columns + 63) / 64, matrix.wordsPerRow());
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    assertEquals(bits.get(r * columns + c), matrix.get(r, c), columns + ": " + r + ", " + c);
                    assertEquals(matrix.get(r, c) ? 1 : 0, matrix.word(r, c / 64) >>> (c % 64) & 1);
                }
                assertEquals(bits.get(r * columns, (r + 1) * columns).cardinality(), matrix.bitCount(r));
            }
            BitMatrix copy = BitMatrix.ofWords(rows, columns, matrix::word);
            assertEquals(matrix, copy);
            assertEquals(matrix.hashCode(), copy.hashCode());
        }
    }

    @Test
    void bitsPastTheLastColumnAreCleared() {
        BitMatrix matrix = BitMatrix.ofWords(2, 70, (r, w) -> -1L);
        assertEquals(70, matrix.bitCount(1));
        assertEquals(63, matrix.word(0, 1));
        assertEquals(BitMatrix.of(2, 70, (r, c) -> true), matrix);
        assertNotEquals(BitMatrix.of(2, 69, (r, c) -> true), matrix);
    }

    @Test
    void emptyMatricesAreAllowed() {
        assertEquals(0, BitMatrix.of(0, 5, (r, c) -> true).rows());
        assertEquals(0, BitMatrix.of(3, 0, (r, c) -> true).bitCount(2));
        assertEquals(2, BitMatrix.wordsFor(65));
    }

    @Test
    void transposeExchangesRowsAndColumns() {
        for (int rows : new int[] {0, 1, 63, 64, 65, 200}) {
            for (int columns : new int[] {0, 1, 64, 130}) {
                SplittableRandom random = new SplittableRandom(31L * rows + columns);
                BitMatrix matrix = BitMatrix.ofWords(rows, columns, (_, _) -> random.nextLong());
                assertEquals(
                        BitMatrix.of(columns, rows, (r, c) -> matrix.get(c, r)),
                        matrix.transpose(),
                        rows + " × " + columns);
            }
        }
    }
}
