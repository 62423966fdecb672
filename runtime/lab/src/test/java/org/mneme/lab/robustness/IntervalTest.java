package org.mneme.lab.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    /** Wilson (1927) as tabulated by Newcombe (Statistics in Medicine 17, 1998): 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void fractionsHaveTheirPublishedIntervals() {
        assertInterval(0.2553, 0.3662, Interval.fraction(81, 263));
        assertInterval(0.0624, 0.1605, Interval.fraction(15, 148));
        assertInterval(0, 0.1611, Interval.fraction(0, 20));
        assertInterval(0.0061, 0.1718, Interval.fraction(1, 29));
    }

    private static void assertInterval(double low, double high, Interval found) {
        assertEquals(low, found.low(), 5e-5);
        assertEquals(high, found.high(), 5e-5);
    }

    @Test
    void fractionLiesWithinItsIntervalAndTheIntervalWithinZeroAndOne() {
        for (int trials = 1; trials < 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Interval found = Interval.fraction(successes, trials);
                assertTrue(
                        0 <= found.low()
                                && found.low() <= found.value()
                                && found.value() <= found.high()
                                && found.high() <= 1,
                        found::toString);
            }
        }
    }

    @Test
    void meanHasItsStandardError() {
        Interval found = Interval.mean(List.of(1.0, 2.0, 3.0, 4.0));

        assertEquals(2.5, found.value());
        assertEquals(2.5 - 1.959964 * Math.sqrt(5.0 / 3 / 4), found.low(), 1e-6);
        assertEquals(2.5 + 1.959964 * Math.sqrt(5.0 / 3 / 4), found.high(), 1e-6);
        assertEquals(new Interval(7, 7, 7), Interval.mean(Collections.nCopies(3, 7.0)));
        assertEquals(new Interval(7, 7, 7), Interval.mean(List.of(7.0)));
    }
}
