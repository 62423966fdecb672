package org.mneme.runtime.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

class PerformanceKeeperTest {
    private static final Signs A = Signs.of(1, 1, -1);
    private static final Signs B = Signs.of(-1, 1, -1);
    private static final Signs C = Signs.of(-1, -1, -1);
    private static final int TICKS_PER_STEP = 3;

    /** Pattern 0 is held for 2 recall steps, 1 for 4, others for 1. */
    private static PerformanceKeeper keeper() {
        return new PerformanceKeeper(1e-3, TICKS_PER_STEP, mu -> mu == 0 ? 2 : mu == 1 ? 4 : 1);
    }

    private static List<Double> dues(PerformanceKeeper keeper) {
        return keeper.performance(1000).moments().stream().map(Moment::due).toList();
    }

    @Test
    void onlyStatesThatChangeOrShouldAreKept() {
        PerformanceKeeper keeper = keeper();
        keeper.accept(5, A, 0, true);
        keeper.accept(8, A, 0, false);
        keeper.accept(11, B, 1, false);
        keeper.accept(14, B, 2, false);
        keeper.accept(17, C, 2, false);
        Performance performance = keeper.performance(20);

        assertEquals(
                List.of(
                        new Moment(5, 5, A, 0, true),
                        new Moment(11, 11, B, 1, false),
                        new Moment(14, 23, B, 2, false),
                        new Moment(17, 23, C, 2, false)),
                performance.moments());
        assertEquals(Ints.of(5, 8, 11, 14, 17), performance.stepTicks());
        assertEquals(6, performance.ticksHeld(0));
        assertEquals(3, performance.ticksHeld(3));
        assertEquals(0.012, performance.seconds(17), 1e-12);
        assertTrue(performance.whole());
    }

    @Test
    void whatFollowsIsDueWhenTheTempoAddsUpToTheDwell() {
        PerformanceKeeper keeper = keeper();
        keeper.tempo(0, 0.5);
        keeper.tempo(20, 2);
        keeper.accept(0, A, 0, true);
        keeper.accept(12, B, 1, false);
        keeper.accept(24, C, 2, false);
        keeper.accept(26, A, 0, false);

        // 2 steps are 12 ticks at half tempo; 4 steps are 8 ticks at a half and 4 ticks at twice
        assertEquals(List.of(0.0, 12.0, 24.0, 25.5), dues(keeper));
    }

    @Test
    void recallThatBeginsLateStaysLateByAsMuchAtAnyTempo() {
        PerformanceKeeper keeper = keeper();
        keeper.tempo(110, 2);
        keeper.accept(0, A, 0, true);
        keeper.accept(106, B, 1, false);
        keeper.accept(114, C, 2, false);
        keeper.accept(116, A, 3, false);

        // 100 ticks late: 4 steps are 4 ticks and 4 at twice the tempo, 1 step is 1.5
        assertEquals(List.of(0.0, 6.0, 14.0, 15.5), dues(keeper));
    }

    @Test
    void pauseDefersWhatIsDue() {
        PerformanceKeeper keeper = keeper();
        keeper.tempo(2, 0);
        keeper.tempo(102, 1);
        keeper.accept(0, A, 0, true);
        keeper.accept(106, B, 1, false);

        assertEquals(List.of(0.0, 106.0), dues(keeper));
    }

    @Test
    void pauseThatNeverEndsIsDueNever() {
        PerformanceKeeper keeper = keeper();
        keeper.tempo(2, 0);
        keeper.accept(0, A, 0, true);
        keeper.accept(106, B, 1, false);

        assertEquals(List.of(0.0, Double.POSITIVE_INFINITY), dues(keeper));
    }

    @Test
    void recallThatBeginsAnewIsDueWhenItIsSeen() {
        PerformanceKeeper keeper = keeper();
        keeper.accept(0, A, 0, true);
        keeper.accept(50, A, 0, true);
        keeper.accept(56, B, 1, false);

        assertEquals(List.of(0.0, 50.0, 56.0), dues(keeper));
    }

    @Test
    void patternIsHeldUntilItsDwellIsOverAtTheTempo() {
        PerformanceKeeper keeper = keeper();
        assertEquals(Double.POSITIVE_INFINITY, keeper.heldUntil(true));
        keeper.accept(10, A, 0, true);
        assertEquals(16, keeper.heldUntil(false));
        keeper.accept(36, B, 1, false);
        assertEquals(28, keeper.heldUntil(false));
        assertEquals(48, keeper.heldUntil(true), "20 ticks late");
        keeper.tempo(40, 0);
        assertEquals(Double.POSITIVE_INFINITY, keeper.heldUntil(true));
        keeper.tempo(50, 0.5);
        assertEquals(66, keeper.heldUntil(true));
    }

    @Test
    void recallThatFollowsInTimeIsDueThen() {
        PerformanceKeeper keeper = keeper();
        keeper.accept(0, A, 0, true);
        keeper.beginsNext(6);
        keeper.accept(8, B, 1, true);
        keeper.accept(20, A, 0, false);
        keeper.accept(30, A, 0, true);

        assertEquals(List.of(0.0, 6.0, 18.0, 30.0), dues(keeper));
    }

    @Test
    void dueTimesAreTheSumOfDwellsAtAnyConstantTempo() {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 100; trial++) {
            double gain = (1 + random.nextInt(32)) / 16.0;
            int dwell = 1 + random.nextInt(9);
            PerformanceKeeper keeper = new PerformanceKeeper(1e-3, TICKS_PER_STEP, mu -> dwell);
            keeper.tempo(0, gain);
            for (int k = 0; k < 5; k++) {
                keeper.accept(1000L * k, k % 2 == 0 ? A : B, k, k == 0);
            }
            assertEquals(4 * dwell * TICKS_PER_STEP / gain, dues(keeper).getLast(), 1e-6, "trial " + trial);
        }
    }

    @Test
    void momentsBeyondTheMostAreSaidToBeMissing() {
        PerformanceKeeper keeper = keeper();
        for (int k = 0; k <= PerformanceKeeper.MOST_MOMENTS; k++) {
            keeper.accept(k, k % 2 == 0 ? A : B, 2 + k % 2, k == 0);
        }
        Performance performance = keeper.performance(PerformanceKeeper.MOST_MOMENTS + 1);

        assertFalse(performance.whole());
        assertEquals(PerformanceKeeper.MOST_MOMENTS, performance.moments().size());
        assertEquals(PerformanceKeeper.MOST_MOMENTS + 1, performance.stepTicks().length());
    }
}
