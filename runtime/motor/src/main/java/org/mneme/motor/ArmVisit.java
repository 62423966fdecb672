package org.mneme.motor;

import java.util.ArrayList;
import java.util.List;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;

/**
 * A point of a movement as a recall came to it.
 *
 * @param pattern the point, 0…P−1
 * @param begins whether a cue or a gate began a recall here
 * @param tick at which it was first seen
 * @param due the tick at which it was to be
 * @param pen where the pen came to rest
 * @param error the largest distance from where it should be, mm; NaN where only the cue was seen, which is not held against the recall
 * @param penWrong whether the pen was up instead of down, or down instead of up
 */
record ArmVisit(int pattern, boolean begins, long tick, double due, PenPoint pen, double error, boolean penWrong) {
    boolean judged() {
        return !Double.isNaN(error);
    }

    /** How late it was seen, ticks; NaN where that is not known. */
    double late() {
        return Double.isFinite(due) ? tick - due : Double.NaN;
    }

    /**
     * Gathers the states of a recall by the points that they should show.
     *
     * @param scene how to read them
     * @param performance what the recall did
     * @return in the order in which they were visited
     */
    static List<ArmVisit> of(ArmScene scene, Performance performance) {
        List<ArmVisit> visits = new ArrayList<>();
        for (Moment moment : performance.moments()) {
            if (moment.pattern() < 0) {
                continue;
            }
            PenPoint pen = scene.pen(moment.state());
            PenPoint asked = scene.asked(moment.pattern());
            double error = pen.distance(asked);
            boolean wrong = pen.down() != asked.down();
            if (visits.isEmpty() || moment.begins() || visits.getLast().pattern() != moment.pattern()) {
                visits.add(new ArmVisit(
                        moment.pattern(),
                        moment.begins(),
                        moment.tick(),
                        moment.due(),
                        pen,
                        moment.begins() ? Double.NaN : error,
                        !moment.begins() && wrong));
            } else {
                visits.add(visits.removeLast().and(pen, error, wrong));
            }
        }
        return visits;
    }

    private ArmVisit and(PenPoint next, double other, boolean wrong) {
        double larger = judged() ? Math.max(error, other) : other;
        return new ArmVisit(pattern, begins, tick, due, next, larger, penWrong || wrong);
    }
}
