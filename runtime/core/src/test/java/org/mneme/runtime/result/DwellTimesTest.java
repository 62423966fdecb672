package org.mneme.runtime.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

class DwellTimesTest {
    private static DwellTimes of(Object... tickThenState) {
        DwellTimes.Counter counter = new DwellTimes.Counter();
        for (int k = 0; k < tickThenState.length; k += 2) {
            counter.accept(((Number) tickThenState[k]).longValue(), Signs.parse((String) tickThenState[k + 1]));
        }
        return counter.times(0.5);
    }

    @Test
    void timesAreFromChangeToChangeWithoutTheCueAndTheLast() {
        DwellTimes times = of(0, "+-", 4, "+-", 6, "++", 9, "--", 12, "++", 20, "++", 22, "+-", 90, "+-");
        assertEquals(new DwellTimes(0.5, Ints.of(3, 10), Ints.of(2, 1)), times);
        assertEquals(3, times.total());
        assertEquals(16 / 3.0 / 2, times.meanSeconds(), 1e-12);
    }

    @Test
    void fewerThanTwoChangesAreNoTime() {
        assertEquals(new DwellTimes(0.5, Ints.of(), Ints.of()), of(0, "+-", 4, "+-", 6, "++", 9, "++"));
        assertEquals(0, of().meanSeconds());
    }
}
