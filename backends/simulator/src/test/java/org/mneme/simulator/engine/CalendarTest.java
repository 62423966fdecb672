package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalendarTest {
    @Test
    void lanesComeInOrderOfTickThenLaneHoweverFarAhead() {
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int lanes = 1 + random.nextInt(20);
            int maxDelay = 1 + random.nextInt(seed % 2 == 0 ? 50 : 20_000);
            Calendar calendar = new Calendar(lanes, maxDelay);
            long[] due = new long[lanes];
            Arrays.fill(due, Calendar.NEVER);
            long tick = random.nextLong(1L << 40);
            for (int event = 0; event < 300; event++) {
                for (int lane = 0; lane < lanes; lane++) {
                    if (due[lane] == Calendar.NEVER && random.nextInt(3) == 0) {
                        due[lane] = tick + 1 + random.nextInt(maxDelay);
                        calendar.schedule(lane, due[lane]);
                    }
                }
                long expected = Arrays.stream(due).min().orElseThrow();
                assertEquals(expected, calendar.next(tick + 1), "seed " + seed);
                tick = expected == Calendar.NEVER ? tick + 1 : expected;
                check(calendar, tick, due, seed);
            }
        }
    }

    private static void check(Calendar calendar, long tick, long[] due, long seed) {
        int[] taken = new int[due.length];
        int count = calendar.take(tick, taken);
        int seen = 0;
        for (int lane = 0; lane < due.length; lane++) {
            if (due[lane] == tick) {
                assertEquals(lane, taken[seen++], "seed " + seed);
                due[lane] = Calendar.NEVER;
            }
        }
        assertEquals(seen, count, "seed " + seed);
    }
}
