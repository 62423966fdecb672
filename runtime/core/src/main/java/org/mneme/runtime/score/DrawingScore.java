package org.mneme.runtime.score;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.DrawingCode;
import org.mneme.runtime.patterns.PenPoint;

/**
 * A movement asked for beside the one recalled.
 *
 * @param asked where the pen should be: at t = 1…K, and at t = 0 too where the sequence ends
 * @param recalled where it was, decoded from the states of the same steps
 * @param outline the drawing as it was given, polylines
 * @param meanErrorMillimetres mean distance of asked and recalled over t = 1…K; the cue is not held against the recall
 * @param maxErrorMillimetres the largest of them
 * @param penErrors steps at which the pen was up instead of down, or down instead of up
 * @param toleranceMillimetres the largest distance that still counts as drawn right
 * @param withinTolerance whether it was drawn right
 */
public record DrawingScore(
        List<PenPoint> asked,
        List<PenPoint> recalled,
        List<List<PenPoint>> outline,
        double meanErrorMillimetres,
        double maxErrorMillimetres,
        int penErrors,
        double toleranceMillimetres,
        boolean withinTolerance) {
    /** Copies the lists. */
    public DrawingScore {
        asked = List.copyOf(asked);
        recalled = List.copyOf(recalled);
        outline = outline.stream().map(List::copyOf).toList();
    }

    /** Takes the states of a recall one by one. */
    public static final class Drawer {
        private final DrawingCode code;
        private final Trajectory.Walk walk;
        private final boolean showsCue;
        private final List<PenPoint> asked = new ArrayList<>();
        private final List<PenPoint> recalled = new ArrayList<>();
        private int step = -1;
        private double sum;
        private double largest;
        private int penErrors;

        /**
         * Starts a drawing.
         *
         * @param code how to read a state
         * @param trajectory what should be seen
         */
        public Drawer(DrawingCode code, Trajectory trajectory) {
            this.code = code;
            this.walk = trajectory.walk();
            this.showsCue = trajectory.ends();
        }

        /**
         * Takes the next state.
         *
         * @param state S(t) for t = 0, 1, …
         */
        public void accept(Signs state) {
            step++;
            PenPoint wanted = code.target().get(walk.next());
            if (step == 0 && !showsCue) {
                return;
            }
            PenPoint found = code.read(state);
            asked.add(wanted);
            recalled.add(found);
            if (step > 0) {
                double distance = wanted.distance(found);
                sum += distance;
                largest = Math.max(largest, distance);
                penErrors += wanted.down() == found.down() ? 0 : 1;
            }
        }

        /**
         * Ends the drawing.
         *
         * @return the score; not within tolerance where no step was taken
         */
        public DrawingScore score() {
            double tolerance = code.toleranceMillimetres();
            return new DrawingScore(
                    asked,
                    recalled,
                    code.outline(),
                    step > 0 ? sum / step : 0,
                    largest,
                    penErrors,
                    tolerance,
                    step > 0 && penErrors == 0 && largest <= tolerance);
        }
    }
}
