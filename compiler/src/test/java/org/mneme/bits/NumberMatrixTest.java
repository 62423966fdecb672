package org.mneme.bits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberMatrixTest {
    private static final List<NumberMatrix> INTEGERS = List.of(
            new NumberMatrix.Int8(2, 3, new byte[] {1, -2, 3, 4, -128, 127}),
            new NumberMatrix.Int16(2, 3, new short[] {1, -2, 3, 4, -128, 127}),
            new NumberMatrix.Int32(2, 3, new int[] {1, -2, 3, 4, -128, 127}));

    @Test
    void entriesAndRowSumsAgreeInEveryIntegerFormat() {
        for (NumberMatrix matrix : INTEGERS) {
            assertEquals(2, matrix.rows());
            assertEquals(3, matrix.columns());
            assertEquals(-2, matrix.at(0, 1));
            assertEquals(127, matrix.at(1, 2));
            long[] sums = {10, 10, 10};
            matrix.addRow(1, -3, sums);
            assertArrayEquals(new long[] {-2, 394, -371}, sums, matrix.toString());
            long[] wide = new long[3];
            matrix.addRow(0, 1L << 40, wide);
            assertEquals(3L << 40, wide[2]);
        }
    }

    @Test
    void realMatrixHasNoIntegerSums() {
        NumberMatrix real = new NumberMatrix.Real64(1, 2, new double[] {0.5, -1e300});
        assertEquals(-1e300, real.at(0, 1));
        assertThrows(IllegalStateException.class, () -> real.addRow(0, 1, new long[2]));
        assertEquals("Real64[1 × 2]", real.toString());
    }

    @Test
    void equalityIsByFormatShapeAndEntries() {
        NumberMatrix first = INTEGERS.getFirst();
        NumberMatrix same = new NumberMatrix.Int8(2, 3, new byte[] {1, -2, 3, 4, -128, 127});
        assertEquals(first, same);
        assertEquals(first.hashCode(), same.hashCode());
        assertNotEquals(first, INTEGERS.get(1));
        assertNotEquals(first, new NumberMatrix.Int8(3, 2, new byte[] {1, -2, 3, 4, -128, 127}));
        assertNotEquals(first, new NumberMatrix.Int8(2, 3, new byte[6]));
    }

    @Test
    void refusesAWrongNumberOfValues() {
        assertThrows(IllegalArgumentException.class, () -> new NumberMatrix.Int8(2, 3, new byte[5]));
        assertThrows(IllegalArgumentException.class, () -> new NumberMatrix.Int32(-1, 3, new int[0]));
    }
}
