package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntTableTest {
    private final IntTable squares = IntTable.tabulate(-3, 4, x -> (int) (x * x));

    @Test
    void returnsTheValuesAndClampsOutside() {
        assertArrayEquals(new int[] {9, 4, 1, 0, 1, 4, 9, 16}, squares.values());
        assertEquals(4, squares.at(2));
        assertEquals(9, squares.at(-4));
        assertEquals(16, squares.at(5));
        assertEquals(-3, squares.min());
        assertEquals(4, squares.max());
    }

    @Test
    void clampsTheLargestAndSmallestArguments() {
        for (long min : new long[] {-3, 5}) {
            IntTable table = IntTable.of(min, 1, 2, 3);
            assertEquals(1, table.at(Long.MIN_VALUE));
            assertEquals(3, table.at(Long.MAX_VALUE));
        }
    }

    @Test
    void magnitudeReadsEntriesAsSignedAndUnsignedReadsAsUnsigned() {
        IntTable table = IntTable.of(0, 5, Integer.MIN_VALUE, -1);
        assertEquals(1L << 31, table.maxMagnitude());
        assertEquals((1L << 32) - 1, table.unsignedAt(2));
        assertEquals(5, table.unsignedAt(-1));
    }

    @Test
    void equalityIsByMinimumAndValues() {
        assertEquals(IntTable.of(-3, 9, 4, 1, 0, 1, 4, 9, 16), squares);
        assertEquals(IntTable.of(-3, 9, 4, 1, 0, 1, 4, 9, 16).hashCode(), squares.hashCode());
        assertNotEquals(IntTable.of(-2, 9, 4, 1, 0, 1, 4, 9, 16), squares);
        assertThrows(IllegalArgumentException.class, () -> IntTable.of(0));
    }
}
