package org.mneme.runtime.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.patterns.DrawingCode;
import org.mneme.runtime.patterns.PenPoint;

class DrawingScoreTest {
    private static final List<Signs> ROWS =
            List.of(Signs.parse("+---"), Signs.parse("++--"), Signs.parse("+++-"), Signs.parse("++++"));

    /** x is the number of plus signs; the pen is down where the first sign is a plus. */
    private static final DrawingCode CODE = new DrawingCode() {
        @Override
        public List<PenPoint> target() {
            return ROWS.stream().map(this::read).toList();
        }

        @Override
        public PenPoint read(Signs state) {
            int x = 0;
            for (int i = 0; i < state.length(); i++) {
                x += state.at(i) > 0 ? 1 : 0;
            }
            return new PenPoint(x, 0, state.at(0) > 0);
        }

        @Override
        public List<List<PenPoint>> outline() {
            return List.of(target());
        }

        @Override
        public double toleranceMillimetres() {
            return 1;
        }
    };

    private static DrawingScore draw(Successors successors, List<Signs> states) {
        SequenceMemory memory = SequenceMemory.of(PatternSet.of(ROWS), successors, new Interaction.Linear());
        DrawingScore.Drawer drawer = new DrawingScore.Drawer(CODE, new Trajectory(memory, 0));
        states.forEach(drawer::accept);
        return drawer.score();
    }

    @Test
    void rightDrawingHasNoError() {
        DrawingScore score = draw(Successors.chain(4), ROWS);

        assertEquals(4, score.recalled().size());
        assertEquals(score.asked(), score.recalled());
        assertEquals(0, score.maxErrorMillimetres());
        assertTrue(score.withinTolerance());
    }

    @Test
    void noisyCueIsShownButNotCounted() {
        DrawingScore score =
                draw(Successors.chain(4), List.of(Signs.parse("++++"), ROWS.get(1), ROWS.get(2), ROWS.get(3)));

        assertEquals(4, score.recalled().getFirst().x());
        assertEquals(0, score.maxErrorMillimetres());
        assertTrue(score.withinTolerance());
    }

    @Test
    void errorsAreMeanAndLargestDistance() {
        DrawingScore score =
                draw(Successors.chain(4), List.of(ROWS.get(0), ROWS.get(1), Signs.parse("+---"), Signs.parse("+++-")));

        assertEquals(1.0, score.meanErrorMillimetres());
        assertEquals(2.0, score.maxErrorMillimetres());
        assertFalse(score.withinTolerance());
    }

    @Test
    void liftedPenIsAnErrorAtAnyDistance() {
        DrawingScore score =
                draw(Successors.chain(4), List.of(ROWS.get(0), Signs.parse("-+-+"), ROWS.get(2), ROWS.get(3)));

        assertEquals(0, score.maxErrorMillimetres());
        assertEquals(1, score.penErrors());
        assertFalse(score.withinTolerance());
    }

    @Test
    void cycleShowsEachPointOnceAndNotTheCue() {
        DrawingScore score =
                draw(Successors.cycle(4), List.of(ROWS.get(0), ROWS.get(1), ROWS.get(2), ROWS.get(3), ROWS.get(0)));

        assertEquals(4, score.recalled().size());
    }
}
