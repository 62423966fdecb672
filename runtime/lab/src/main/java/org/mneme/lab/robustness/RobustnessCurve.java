package org.mneme.lab.robustness;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mneme.runtime.experiment.Experiment;

/**
 * What the trials of a plan found.
 *
 * @param plan what was asked
 * @param memory the memory as its file has it
 * @param capacity P_S of the memory, where load is varied
 * @param points one a value, in the order of the plan; fewer where the trials were ended before
 * @param done trials finished
 * @param skipped of these were there before
 */
public record RobustnessCurve(
        RobustnessPlan plan,
        Experiment memory,
        OptionalDouble capacity,
        List<RobustnessPoint> points,
        int done,
        int skipped) {
    /** Copies the points. */
    public RobustnessCurve {
        points = List.copyOf(points);
    }

    /**
     * Says whether every trial is there.
     *
     * @return false where the trials were ended before
     */
    public boolean complete() {
        return done == plan.trials();
    }

    /**
     * Returns the fraction by which a point is judged: recalled whole, or, where noise strikes the very spikes that are decoded, in order.
     *
     * @param point one of the curve
     * @return with its Wilson interval
     */
    public Interval judged(RobustnessPoint point) {
        return plan.judgesOrder() ? point.inOrder() : point.recalled();
    }

    /**
     * Returns where the fraction judged first falls below one half, by linear interpolation between the values beside it.
     *
     * @return x; empty where it never does, or is below one half from the start
     */
    public Optional<Double> half() {
        for (int k = 1; k < points.size(); k++) {
            double before = judged(points.get(k - 1)).value();
            double after = judged(points.get(k)).value();
            if (before >= 0.5 && after < 0.5) {
                double share = (before - 0.5) / (before - after);
                return Optional.of(points.get(k - 1).x()
                        + share * (points.get(k).x() - points.get(k - 1).x()));
            }
        }
        return Optional.empty();
    }
}
