package org.mneme.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class WeightFormatTest {
    private static WeightFormat format(int low, int high, int step, int lowest, int highest) {
        return new WeightFormat("f", low, high, step, lowest, highest, 8, Status.KNOWN, "a test");
    }

    private static Set<Long> held(WeightFormat format, int exponent, long most) {
        Set<Long> held = new TreeSet<>();
        LongStream.rangeClosed(-most, most)
                .filter(w -> format.holds(w, exponent))
                .forEach(held::add);
        return held;
    }

    /** Mantissa by mantissa, as the definition says. */
    private static Set<Long> plain(WeightFormat format, int exponent) {
        Set<Long> plain = new TreeSet<>();
        for (int m = format.low(); m <= format.high(); m += format.step()) {
            double weight = m * Math.pow(2, exponent);
            if (weight == Math.rint(weight)) {
                plain.add((long) weight);
            }
        }
        return plain;
    }

    @Test
    void holdsExactlyTheMultiplesOfItsMantissas() {
        WeightFormat mixed = format(-254, 254, 2, -1, 7);
        WeightFormat two = format(-128, 128, 128, -7, 7);
        WeightFormat positive = format(0, 255, 1, 0, 7);

        for (int e = -1; e <= 7; e++) {
            assertEquals(plain(mixed, e), held(mixed, e, 40_000), "mixed, exponent " + e);
        }
        for (int e = -7; e <= 7; e++) {
            assertEquals(plain(two, e), held(two, e, 20_000), "two bits, exponent " + e);
        }
        for (int e = 0; e <= 7; e++) {
            assertEquals(plain(positive, e), held(positive, e, 40_000), "positive, exponent " + e);
        }
        assertEquals(Set.of(-1L, 0L, 1L), held(two, -7, 300));
    }

    @Test
    void weightsFarBeyondAllRangesAreNotHeld() {
        WeightFormat mixed = format(-254, 254, 2, -30, 30);

        assertEquals(false, mixed.holds(Long.MAX_VALUE, -30));
        assertEquals(false, mixed.holds(Long.MIN_VALUE, -30));
        assertEquals(false, mixed.holds(1L << 40, 30));
    }

    @Test
    void rangesThatMakeNoSenseAreRefused() {
        assertThrows(InvalidValueException.class, () -> format(-3, 4, 2, 0, 0));
        assertThrows(InvalidValueException.class, () -> format(0, 0, 1, 0, 0));
        assertThrows(InvalidValueException.class, () -> format(1, 4, 1, 0, 0));
        assertThrows(InvalidValueException.class, () -> format(0, 4, 0, 0, 0));
        assertThrows(InvalidValueException.class, () -> format(0, 4, 1, 1, 0));
        assertThrows(InvalidValueException.class, () -> format(0, 4, 1, -31, 0));
        assertThrows(
                InvalidValueException.class, () -> new WeightFormat("f", 0, 1, 1, 0, 0, 33, Status.KNOWN, "a test"));
        assertThrows(
                InvalidValueException.class, () -> new WeightFormat("f", 0, 1, 1, 0, 0, 1, Status.UNKNOWN, "a test"));
    }
}
