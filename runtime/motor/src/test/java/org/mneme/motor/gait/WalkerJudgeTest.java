package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.SceneScore;

class WalkerJudgeTest {
    private static final EncodedPatterns WALKER = Walkers.quadruped();
    private static final String BEFORE = "largest jump of a joint in 10 ms before the plant";
    private static final String AFTER = "largest jump of a joint in 10 ms after the plant";

    private static SceneScore judged(EncodedPatterns encoded, Walkers.Recall recall) {
        return Walkers.scene(encoded).judge(recall.performance());
    }

    private static SceneScore judged(Walkers.Recall recall) {
        return judged(WALKER, recall);
    }

    private static double figure(SceneScore score, String name) {
        return score.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Signs row(int mu) {
        return WALKER.patterns().row(mu);
    }

    private static Signs flipped(int mu) {
        int[] flips =
                new SplittableRandom(mu).ints(0, 384).distinct().limit(115).toArray();
        return row(mu).flip(flips);
    }

    @Test
    void cleanWalkIsRightWithinTheCode() {
        SceneScore score = judged(new Walkers.Recall(WALKER).patterns(0, 24, true));

        assertTrue(score.right());
        assertTrue(figure(score, "rms joint error") < 0.5);
        assertEquals(0, figure(score, "motif switches"));
        assertEquals(0, figure(score, "recoveries"));
        assertEquals(0.38 * 1.1, figure(score, "way"), 0.02);
        assertTrue(score.sentence().startsWith("walker: joints within "), score::sentence);
    }

    @Test
    void nothingRecalledIsNotRight() {
        SceneScore score = judged(new Walkers.Recall(WALKER));
        assertFalse(score.right());
        assertEquals("walker: nothing was recalled", score.sentence());
    }

    @Test
    void wrongPoseIsNotRight() {
        SceneScore score = judged(new Walkers.Recall(WALKER)
                .patterns(0, 10, true)
                .show(row(40), 10, false, 45)
                .patterns(11, 5, false));
        assertFalse(score.right());
        assertTrue(figure(score, "largest joint error") > 10);
    }

    /** One pose held twice as long: all that follows is late. */
    @Test
    void walkThatFallsBehindIsNotRight() {
        Walkers.Recall late = new Walkers.Recall(WALKER).patterns(0, 5, true);
        late.show(row(5), 5, false, 240).patterns(6, 12, false);
        assertFalse(judged(late).right());
    }

    @Test
    void switchIsToldWithItsJumpAndItsWait() {
        // the walk's pose 9, which waits, and the nearest of the turn
        SceneScore score = judged(new Walkers.Recall(WALKER)
                .patterns(0, 9, true)
                .show(row(9), 9, true, 120)
                .show(row(57), 57, false, 3L * (WALKER.dwell().orElseThrow().at(57) - 1))
                .patterns(58, 8, false));

        assertTrue(score.right(), score::sentence);
        assertEquals(1, figure(score, "motif switches"));
        assertEquals(120, figure(score, "longest wait of a cue or switch"), 1e-6);
        List<Double> told = score.table().rows().get(1);
        assertEquals(8, told.get(1));
        assertEquals(9, told.get(2));
        assertEquals(57, told.get(3));
        assertEquals(figure(score, "largest jump at a switch"), told.get(4));
        assertTrue(told.get(4) < 20, told::toString);
        assertTrue(score.sentence().contains(", 1 motif switch;"), score::sentence);
    }

    @Test
    void recoveryIsToldApartFromErrors() {
        SceneScore score = judged(new Walkers.Recall(WALKER)
                .patterns(0, 10, true)
                .show(flipped(10), 10, true, 120)
                .patterns(10, 12, false));

        assertTrue(score.right(), score::sentence);
        assertEquals(1, figure(score, "recoveries"));
        assertEquals(40, figure(score, "recall steps of the longest recovery"), "it was shown so long");
        assertTrue(figure(score, "largest joint error in recovery") > 5);
        assertTrue(figure(score, "largest joint error") < 3);
    }

    @Test
    void cueThatIsNotRecoveredFromIsNotRight() {
        SceneScore score = judged(new Walkers.Recall(WALKER)
                .patterns(0, 10, true)
                .show(flipped(10), 10, true, 120)
                .show(row(40), 10, false, 300));

        assertFalse(score.right());
        assertTrue(score.sentence().contains("1 cue not recovered from"), score::sentence);
    }

    /** The recall settles on another pose: from then on all follows as stored, but it is not where it should be. */
    @Test
    void recoveryToAnotherPlaceIsNone() {
        Walkers.Recall strayed = new Walkers.Recall(WALKER).patterns(0, 10, true);
        strayed.show(flipped(10), 10, true, 120).show(row(61), 10, false, 54).patterns(62, 8, false);

        assertFalse(judged(strayed).right());
    }

    /** The control: with hardly any plant, what moves jumps as the poses do. */
    @Test
    void withoutThePlantTheOutputIsNotSmooth() {
        EncodedPatterns bare = Walkers.quadruped("plant-ms", "0.01");
        SceneScore jumpy = judged(bare, new Walkers.Recall(bare).patterns(24, 24, true));
        SceneScore smooth = judged(new Walkers.Recall(WALKER).patterns(24, 24, true));

        assertEquals(figure(jumpy, BEFORE), figure(jumpy, AFTER), 1e-6);
        assertTrue(figure(smooth, AFTER) < 0.5 * figure(smooth, BEFORE), smooth::sentence);
        assertTrue(
                figure(jumpy, "largest angular acceleration") > 1000 * figure(smooth, "largest angular acceleration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "4"})
    void plantOfAnyOrderIsJudgedAgainstItself(String order) {
        EncodedPatterns encoded = Walkers.quadruped("plant-order", order);
        SceneScore score = judged(encoded, new Walkers.Recall(encoded).patterns(48, 24, true));
        assertTrue(score.right(), score::sentence);
        assertEquals(
                order.equals("1") ? 0 : 1,
                score.figures().stream()
                        .filter(figure -> figure.name().equals("largest angular acceleration"))
                        .count());
        assertTrue(score.figures().stream().allMatch(figure -> Double.isFinite(figure.value())));
        assertEquals(54.6 * 1.25, figure(score, "turned"), 3);
    }
}
