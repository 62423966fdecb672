package org.mneme.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.WeightFormat;

class StrengthsTest {
    private static WeightFormat format(int low, int high, int step, int from, int to) {
        return new WeightFormat("f" + low, low, high, step, from, to, 8, Status.KNOWN, "this test");
    }

    private static Optional<Target> holding(WeightFormat... formats) {
        return Optional.of(new Target(
                "t",
                "a target of this test",
                Target.Arithmetic.EXACT,
                List.of(),
                Target.Topology.MESH,
                Target.Routing.NONE,
                Map.of(),
                Map.of(),
                List.of(formats),
                new SynapseRows(false, 0, 0, 0, 64, 64, Status.KNOWN, "this test"),
                "0".repeat(64)));
    }

    private static final Optional<Target> MIXED =
            holding(format(0, 15, 1, 0, 2), format(-16, 0, 1, 0, 2), format(-16, 14, 2, -1, 2));

    @Test
    void theWeakestThatIsStrongEnoughIsFoundByTryingAll() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 400; trial++) {
            long least = random.nextLong(1, 80);
            int sign = random.nextBoolean() ? 1 : -1;
            long expected = least;
            while (expected < 200 && !Strengths.holds(MIXED, sign * expected)) {
                expected++;
            }
            long wanted = expected < 200 ? expected : least;
            assertEquals(sign * wanted, Strengths.atLeast(MIXED, sign * least), "trial " + trial);
        }
    }

    @Test
    void allIntegersAreHeldWhereThereIsNoBoard() {
        assertEquals(-12_345, Strengths.atLeast(Optional.empty(), -12_345));
        assertTrue(Strengths.holds(Optional.empty(), 999_999));
        assertTrue(Strengths.largest(Optional.empty()).isEmpty());
    }

    @Test
    void aPairIsHeldWithBothSigns() {
        for (long least = 1; least < 50; least++) {
            long k = Strengths.pair(MIXED, least, 0);
            assertTrue(k >= least && Strengths.holds(MIXED, k) && Strengths.holds(MIXED, -k), "least " + least);
        }
        long k = Strengths.pair(MIXED, 19, 4);
        assertTrue(Strengths.holds(MIXED, k - 4) && Strengths.holds(MIXED, -k), "k " + k);
    }

    @Test
    void theHeaviestAreThoseOfTheLargestExponent() {
        assertEquals(64, Strengths.heaviestInhibition(MIXED).orElseThrow());
        assertEquals(56, Strengths.largest(MIXED).orElseThrow());
    }
}
