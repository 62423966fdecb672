package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.runtime.patterns.Motif;

final class OpeningsTest {
    private static final int UNITS = 1000;
    private final Openings openings = new Openings(UNITS, List.of(new Motif("back", Ints.of(9, 8, 7, 9))), 3);

    private static Set<Integer> set(Ints units) {
        return units.stream().boxed().collect(Collectors.toSet());
    }

    @Test
    void lesionSilencesExactlyItsFraction() {
        for (double fraction : new double[] {0, 0.001, 0.3, 0.5, 0.999, 1}) {
            int left = openings.left(openings.all(), fraction).length();
            assertEquals(UNITS - Math.round(fraction * UNITS), left, () -> "fraction " + fraction);
        }
    }

    @Test
    void largerLesionHoldsTheSmaller() {
        Set<Integer> small = set(openings.left(openings.all(), 0.2));
        Set<Integer> large = set(openings.left(openings.all(), 0.6));

        assertTrue(small.containsAll(large));
    }

    @Test
    void lesionIsDrawnFromTheSeed() {
        Openings same = new Openings(UNITS, List.of(), 3);
        Openings other = new Openings(UNITS, List.of(), 4);

        assertEquals(openings.left(openings.all(), 0.3), same.left(same.all(), 0.3));
        assertNotEquals(openings.left(openings.all(), 0.3), other.left(other.all(), 0.3));
    }

    @Test
    void motifIsItsUnitsInOrder() {
        assertEquals(Ints.of(7, 8, 9), openings.of(0));
        assertEquals(Ints.range(UNITS), openings.of(Openings.ALL));
        assertEquals(List.of("back"), openings.names());
    }
}
