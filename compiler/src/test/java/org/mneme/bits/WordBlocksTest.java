package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordBlocksTest {
    /** One word a row, two, three, four, five, and whole groups of four. */
    private static final int[] COLUMNS = {1, 64, 100, 150, 256, 300, 512, 1024};

    private static final int[] ROWS = {1, 5, 1023, 1024, 1025, 2500};

    @Test
    void differencesAndOverlapsEqualCountingRowByRow() {
        for (int columns : COLUMNS) {
            for (int rows : ROWS) {
                check(rows, columns);
            }
        }
    }

    private static void check(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(31L * rows + columns);
        BitMatrix matrix = BitMatrix.ofWords(rows, columns, (_, _) -> random.nextLong());
        BitMatrix mask = BitMatrix.ofWords(rows, columns, (_, _) -> random.nextLong() | 0x1111_1111_1111_1111L);
        BitMatrix vectors = BitMatrix.ofWords(2, columns, (_, _) -> random.nextLong());
        long[] vector = row(vectors, 0);
        long[] known = row(vectors, 1);
        WordBlocks blocks = new WordBlocks(matrix);
        WordBlocks maskBlocks = new WordBlocks(mask);
        int[] differences = new int[WordBlocks.ROWS];
        int[] overlaps = new int[WordBlocks.ROWS];
        int seen = 0;
        for (int b = 0; b < blocks.blocks(); b++) {
            blocks.differences(b, vector, known, differences);
            blocks.overlaps(b, maskBlocks, vector, known, overlaps);
            for (int r = 0; r < blocks.size(b); r++) {
                String where = rows + " × " + columns + ", row " + seen;
                assertEquals(OverlapKernels.differing(matrix, seen, vector, known), differences[r], where);
                int both = OverlapKernels.common(mask, seen, known);
                int differing = OverlapKernels.differing(matrix, mask, seen, vector, known);
                assertEquals(both - 2 * differing, overlaps[r], where);
                seen++;
            }
        }
        assertEquals(rows, seen);
    }

    private static long[] row(BitMatrix matrix, int row) {
        long[] words = new long[matrix.wordsPerRow()];
        for (int w = 0; w < words.length; w++) {
            words[w] = matrix.word(row, w);
        }
        return words;
    }
}
