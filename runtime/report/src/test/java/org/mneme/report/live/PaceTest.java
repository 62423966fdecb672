package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void nothingAddsUpToADrift() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        Pace pace = new Pace(150);
        long now = 123;
        pace.from(now, 10);
        long tick = 10;
        for (int turn = 0; turn < 100_000; turn++) {
            now += random.nextLong(20_000_000L);
            tick += pace.due(now, tick);
        }
        long wanted = 10 + (long) Math.floor((now - 123) / 1e9 * 150);
        assertEquals(wanted, tick, "seed " + seed);
    }

    @Test
    void waitsUntilTheNextTickAndNoLonger() {
        Pace pace = new Pace(100);
        pace.from(0, 0);
        long wait = pace.untilDue(3_000_000, 0);

        assertEquals(7_000_000, wait);
        assertEquals(0, pace.due(3_000_000 + wait - 1, 0));
        assertEquals(1, pace.due(3_000_000 + wait, 0));
        assertEquals(0, pace.untilDue(50_000_000, 0));
    }

    @Test
    void whatIsTooFarBehindIsGivenUp() {
        Pace pace = new Pace(1000);
        pace.from(0, 0);

        assertEquals(250, pace.due(10 * SECOND, 0));
        long due = pace.due(10 * SECOND + SECOND / 100, 250);
        assertTrue(due <= 11, () -> due + " ticks of a hundredth of a second");
    }

    @Test
    void slowTicksAreNotGivenUp() {
        Pace pace = new Pace(0.5);
        pace.from(0, 0);

        assertEquals(0, pace.due(SECOND, 0));
        assertEquals(1, pace.due(2 * SECOND, 0));
    }

    @Test
    void rateIsThatOfTheLastSecond() {
        Meter meter = new Meter();
        assertEquals(0, meter.rate());
        for (int k = 0; k <= 100; k++) {
            meter.mark(k * SECOND / 10, k < 50 ? k : 50 + 4 * (k - 50));
        }
        assertEquals(40, meter.rate(), 1e-9);
        meter.reset();
        assertEquals(0, meter.rate());
    }
}
