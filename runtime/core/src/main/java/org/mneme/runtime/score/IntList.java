package org.mneme.runtime.score;

import java.util.Arrays;
import org.mneme.bits.Ints;

/** A list of ints that grows. */
final class IntList {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    Ints toInts() {
        return Ints.of(Arrays.copyOf(values, size));
    }
}
