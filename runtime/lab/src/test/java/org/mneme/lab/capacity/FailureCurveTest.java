package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FailureCurveTest {
    private static final CapacityQuestion QUESTION =
            CapacityQuestion.of(Networks.polynomial(2), 40, Measure.TRANSITION);

    private static CapacityPoint point(List<Attempt> attempts) {
        return new CapacityPoint(
                QUESTION, List.of(new Trial(QUESTION, 0, attempts.getLast().patterns(), attempts)));
    }

    @Test
    void failuresAreCountedOverTransitionsTestedOfAllTrials() {
        Trial first = new Trial(
                QUESTION,
                0,
                50,
                List.of(new Attempt(100, 4, true), new Attempt(99, 6, true), new Attempt(50, 50, false)));
        Trial second = new Trial(QUESTION, 1, 50, List.of(new Attempt(100, 10, true), new Attempt(50, 50, false)));

        List<FailureCurve.Bin> bins = FailureCurve.of(new CapacityPoint(QUESTION, List.of(first, second)), 0)
                .bins();

        assertEquals(
                List.of(
                        new FailureCurve.Bin(50, 100, 0),
                        new FailureCurve.Bin(99, 6, 1),
                        new FailureCurve.Bin(100, 14, 2)),
                bins);
        assertEquals(2.0 / 14, bins.getLast().probability());
    }

    @Test
    void neighbouringPatternsArePooled() {
        List<FailureCurve.Bin> bins = FailureCurve.of(point(List.of(
                        new Attempt(104, 10, true),
                        new Attempt(103, 30, true),
                        new Attempt(100, 90, true),
                        new Attempt(90, 90, false))))
                .bins();

        assertEquals(3, bins.size());
        assertEquals(new FailureCurve.Bin((100 * 90 + 103 * 30) / 120.0, 120, 2), bins.get(1));
    }

    /** Wilson's interval for 3 of 50: worked out apart. */
    @Test
    void intervalIsWilsons() {
        FailureCurve.Bin bin = new FailureCurve.Bin(10, 50, 3);

        assertEquals(0.02061, bin.low(), 5e-5);
        assertEquals(0.16217, bin.high(), 5e-5);
        assertEquals(0, new FailureCurve.Bin(10, 50, 0).low());
        assertEquals(0.07135, new FailureCurve.Bin(10, 50, 0).high(), 5e-5);
        assertEquals(1, new FailureCurve.Bin(10, 4, 4).high());
    }

    /** Draws of 40 transitions that each fail with p = 0.02, tested up to the first that does. */
    @Test
    void intervalHoldsTheProbabilityNinetyFiveTimesInAHundred() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        for (int study = 0; study < 1000; study++) {
            List<Attempt> attempts = new ArrayList<>();
            for (int draw = 0; draw < 40; draw++) {
                int tested = 0;
                boolean failed = false;
                while (tested < 40 && !failed) {
                    tested++;
                    failed = random.nextDouble() < 0.02;
                }
                attempts.add(new Attempt(40, tested, failed));
            }
            FailureCurve.Bin bin = FailureCurve.of(point(attempts)).bins().getFirst();
            held += bin.low() <= 0.02 && 0.02 <= bin.high() ? 1 : 0;
        }
        int holding = held;
        assertTrue(held > 920 && held < 975, () -> holding + " of 1000");
    }
}
