package org.mneme.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void whatIsNotStatedIsUnknownAndWithoutLimit() {
        Target target = SampleTargets.of(SampleTargets.shape(), Target.Routing.DESTINATIONS);

        assertEquals(Status.UNKNOWN, target.figure(Quantity.NEURONS_PER_CORE).status());
        assertEquals(Long.MAX_VALUE, target.limit(Quantity.NEURONS_PER_CORE));
        assertEquals(4, target.limit(Quantity.CORES_PER_CHIP));
        assertFalse(target.has(Trait.LIF));
    }

    @Test
    void infiniteLimitsAreKnown() {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        figures.put(Quantity.NEURONS_PER_CORE, SampleTargets.known(Double.POSITIVE_INFINITY));
        Target target = SampleTargets.of(figures, Target.Routing.DESTINATIONS);

        assertEquals(Long.MAX_VALUE, target.limit(Quantity.NEURONS_PER_CORE));
        assertFalse(target.unknownLimits().contains(Quantity.NEURONS_PER_CORE));
    }

    @Test
    void onlyWhatTheTargetUsesIsNeeded() {
        Target plain = SampleTargets.of(SampleTargets.shape(), Target.Routing.DESTINATIONS, Trait.LIF);
        Target tables =
                SampleTargets.of(SampleTargets.shape(), Target.Routing.KEY_MASK, Trait.LIF, Trait.FLOOR, Trait.BIAS);

        assertTrue(plain.unknownLimits().contains(Quantity.NEURONS_PER_CORE));
        assertFalse(plain.unknownLimits().contains(Quantity.FLOORS_PER_CORE));
        assertFalse(plain.unknownLimits().contains(Quantity.ROUTING_ENTRIES_PER_CHIP));
        assertFalse(plain.unknownLimits().contains(Quantity.TICK), "costs are not needed");
        assertTrue(tables.unknownLimits().contains(Quantity.FLOORS_PER_CORE));
        assertTrue(tables.unknownLimits().contains(Quantity.LARGEST_BIAS));
        assertTrue(tables.unknownLimits().contains(Quantity.ROUTING_ENTRIES_PER_CHIP));
    }

    @Test
    void aTargetThatStatesAllIsComplete() {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        for (Quantity quantity : Quantity.values()) {
            figures.putIfAbsent(quantity, SampleTargets.known(2));
        }

        assertTrue(SampleTargets.of(figures, Target.Routing.KEY_MASK, Trait.values())
                .unknownLimits()
                .isEmpty());
    }

    @Test
    void valuesAreCountedByStatus() {
        Map<Quantity, Figure> figures = SampleTargets.shape();
        figures.put(Quantity.TICK, new Figure(OptionalDouble.empty(), Status.UNKNOWN, "searched"));
        figures.put(Quantity.STATE_BITS, new Figure(OptionalDouble.of(24), Status.ASSUMED, "a guess"));
        Target target = SampleTargets.of(figures, Target.Routing.DESTINATIONS, Trait.LIF, Trait.BIAS);

        assertEquals(7 + 2, target.count(Status.KNOWN), "the shape, a weight format, the rows");
        assertEquals(2, target.count(Status.UNVERIFIED), "two traits");
        assertEquals(1, target.count(Status.ASSUMED));
        assertEquals(Quantity.values().length - 8, target.count(Status.UNKNOWN));
    }

    @Test
    void keysAreDistinctAndReadable() {
        assertEquals("neurons-per-core", Quantity.NEURONS_PER_CORE.key());
        assertEquals("graded-sign", Trait.GRADED_SIGN.key());
        assertEquals("unverified", Status.UNVERIFIED.key());
        assertEquals(
                Quantity.values().length,
                Arrays.stream(Quantity.values()).map(Quantity::key).distinct().count());
        assertEquals(
                Trait.values().length,
                Arrays.stream(Trait.values()).map(Trait::key).distinct().count());
    }
}
