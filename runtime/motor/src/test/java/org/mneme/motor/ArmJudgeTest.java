package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneScore;

class ArmJudgeTest {
    private static final EncodedPatterns LOOPS = Recalled.loops();
    private static final Scene SCENE = Recalled.scene(LOOPS);
    private static final Performance EXACT = Recalled.exact(LOOPS);

    private static OptionalDouble find(SceneScore score, String name) {
        return score.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(SceneScore.Figure::value)
                .findFirst();
    }

    private static double figure(SceneScore score, String name) {
        return find(score, name).orElseThrow();
    }

    @Test
    void exactRecallIsRightAndFollowsTheLaw() {
        SceneScore score = SCENE.judge(EXACT);
        assertTrue(score.right());
        assertEquals("arm: every point recalled within 1.00 mm, every onset on time", score.sentence());
        assertEquals(143, figure(score, "points judged"));
        assertEquals(0, figure(score, "pen errors"));
        assertTrue(figure(score, "speed correlation") > 0.99);
        assertEquals(-1.0 / 3, figure(score, "exponent of speed over curvature"), 0.03);
        assertEquals(144, score.table().rows().size());
        for (List<Double> row : score.table().rows()) {
            assertEquals(score.table().columns().size(), row.size());
        }
    }

    @Test
    void evenDwellDoesNotFollowTheLaw() {
        EncodedPatterns uniform = new MotorPatterns()
                .load(Given.settings("svg", "loops.svg", "points", "144", "pace", "uniform"), Given.examples());
        SceneScore score = Recalled.scene(uniform).judge(Recalled.exact(uniform));
        assertEquals(0, figure(score, "exponent of speed over curvature"), 0.03);
    }

    @Test
    void lawIsSilentWhereThePatternsDwellIsNotInForce() {
        Ints even = Ints.of(IntStream.range(0, 144).map(_ -> 1).toArray());
        SceneScore score = SCENE.judge(Recalled.exact(LOOPS, even, 0));
        assertTrue(score.right());
        assertTrue(find(score, "exponent of speed over curvature").isEmpty());
    }

    @Test
    void lateBeginningIsToldApartFromDrift() {
        SceneScore score = SCENE.judge(Recalled.exact(LOOPS, LOOPS.dwell().orElseThrow(), 100));
        assertTrue(score.right());
        assertEquals(
                "arm: every point recalled within 1.00 mm, the first onset 200.0 ms late, those after it on time",
                score.sentence());
        assertEquals(200, figure(score, "first onset late"), 1e-9);
        assertEquals(0, figure(score, "largest drift after it"), 1e-9);
    }

    /** The exact recall, in which each onset comes so many ticks later than due. */
    private static Performance delayed(IntUnaryOperator ticks) {
        List<Moment> moments = new ArrayList<>();
        for (int k = 0; k < EXACT.moments().size(); k++) {
            Moment m = EXACT.moments().get(k);
            moments.add(new Moment(m.tick() + ticks.applyAsInt(k), m.due(), m.state(), m.pattern(), m.begins()));
        }
        return Recalled.with(EXACT, moments);
    }

    @Test
    void oneStepOnceIsWithinTheTimeButIsTold() {
        SceneScore score = SCENE.judge(delayed(k -> k < 70 ? 0 : 3));
        assertTrue(score.right());
        assertEquals(6, figure(score, "largest drift after it"), 1e-9);
        assertTrue(score.sentence().endsWith(", every onset within 6.0 ms"), score.sentence());
    }

    @Test
    void stepAPointIsOutOfTime() {
        assertTrue(SCENE.judge(delayed(k -> 2 * k)).right());
        assertFalse(SCENE.judge(delayed(k -> 3 * k + (k > 0 ? 1 : 0))).right());
    }

    @Test
    void pointHeldMoreThanHalfTooLongIsOutOfTime() {
        int held = 3 * LOOPS.dwell().orElseThrow().at(69);
        assertTrue(SCENE.judge(delayed(k -> k < 70 ? 0 : held / 2)).right());
        assertFalse(SCENE.judge(delayed(k -> k < 70 ? 0 : held / 2 + 1)).right());
    }

    @Test
    void wrongPlaceIsWrong() {
        SceneScore score =
                SCENE.judge(Recalled.changed(EXACT, 50, LOOPS.patterns().row(90)));
        assertFalse(score.right());
        assertTrue(score.sentence().startsWith("arm: 1 of 143 points off by more than 1.00 mm"), score.sentence());
        assertTrue(figure(score, "largest position error") > 5);
    }

    @Test
    void wrongPenIsWrong() {
        int lifted = IntStream.range(0, 144)
                .filter(mu -> SCENE.wanted(mu)[2] == 0)
                .findFirst()
                .orElseThrow();
        SceneScore score =
                SCENE.judge(Recalled.changed(EXACT, lifted, LOOPS.patterns().row(lifted - 1)));
        assertFalse(score.right());
        assertEquals(1, figure(score, "pen errors"));
    }

    @Test
    void cueIsNotHeldAgainstTheRecallButWhatFollowsIs() {
        PerformanceKeeper keeper = new PerformanceKeeper(1e-3, 3, _ -> 4);
        keeper.accept(0, Given.flipped(LOOPS.patterns().row(0), 0.5, 1), 0, true);
        keeper.accept(40, LOOPS.patterns().row(0), 0, false);
        keeper.accept(49, LOOPS.patterns().row(1), 1, false);
        SceneScore score = SCENE.judge(keeper.performance(61));
        assertTrue(score.right(), score.sentence());
        assertEquals(2, figure(score, "points judged"));
        assertEquals(37, figure(score, "first onset late"), 1e-9);
    }

    @Test
    void recallsThatBeginAnewAreJudgedEach() {
        PerformanceKeeper keeper = new PerformanceKeeper(1e-3, 3, _ -> 2);
        keeper.tempo(0, 0.5);
        for (int k = 0; k < 5; k++) {
            keeper.accept(12L * k, LOOPS.patterns().row(k), k, k == 0);
        }
        keeper.accept(60, LOOPS.patterns().row(90), 90, true);
        keeper.accept(79, LOOPS.patterns().row(91), 91, false);
        keeper.accept(91, LOOPS.patterns().row(92), 92, false);
        SceneScore score = SCENE.judge(keeper.performance(100));
        assertTrue(score.right(), score.sentence());
        assertEquals(7, figure(score, "first onset late"), 1e-9);
        assertEquals(0, figure(score, "largest drift after it"), 1e-9);
        assertTrue(Double.isNaN(score.table().rows().get(4).get(7)), "no speed from the end of one to the next");
    }

    @Test
    void nothingRecalledIsNotRight() {
        SceneScore score = SCENE.judge(new Performance(1e-3, 3, List.of(), Ints.of(), 0, true));
        assertFalse(score.right());
        assertEquals("arm: no point was recalled", score.sentence());
    }

    @Test
    void pauseThatNeverEndsLeavesTheTimeOpen() {
        PerformanceKeeper keeper = new PerformanceKeeper(1e-3, 3, _ -> 2);
        keeper.tempo(1, 0);
        keeper.accept(0, LOOPS.patterns().row(0), 0, true);
        keeper.accept(9, LOOPS.patterns().row(1), 1, false);
        SceneScore score = SCENE.judge(keeper.performance(20));
        assertEquals("arm: every point recalled within 1.00 mm", score.sentence());
        assertTrue(score.figures().stream().allMatch(figure -> Double.isFinite(figure.value())));
    }
}
