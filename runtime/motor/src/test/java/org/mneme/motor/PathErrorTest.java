package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.patterns.PenPoint;

class PathErrorTest {
    @Test
    void distancesAndPenAreComparedPointByPoint() {
        List<PenPoint> asked = List.of(new PenPoint(0, 0, true), new PenPoint(1, 1, true));
        List<PenPoint> recalled = List.of(new PenPoint(3, 4, true), new PenPoint(1, 2, false));
        assertEquals(new PathError(3, 5, 1), PathError.between(asked, recalled));
    }

    @Test
    void movementsOfDifferentLengthAreNotCompared() {
        List<PenPoint> one = List.of(new PenPoint(0, 0, true));
        assertThrows(IllegalArgumentException.class, () -> PathError.between(one, List.of()));
        assertThrows(IllegalArgumentException.class, () -> PathError.between(List.of(), List.of()));
    }
}
