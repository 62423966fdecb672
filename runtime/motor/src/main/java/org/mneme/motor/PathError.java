package org.mneme.motor;

import java.util.List;
import org.mneme.runtime.patterns.PenPoint;

/**
 * How far a recalled movement is from the one asked for, point by point.
 *
 * @param mean mean distance, mm
 * @param max largest distance, mm
 * @param penErrors points at which the pen is down instead of up, or up instead of down
 */
public record PathError(double mean, double max, int penErrors) {
    /**
     * Compares two movements.
     *
     * @param asked P ≥ 1 points
     * @param recalled P points
     * @return the error
     */
    public static PathError between(List<PenPoint> asked, List<PenPoint> recalled) {
        if (asked.isEmpty() || asked.size() != recalled.size()) {
            throw new IllegalArgumentException(asked.size() + " points asked for, " + recalled.size() + " recalled");
        }
        double sum = 0;
        double max = 0;
        int penErrors = 0;
        for (int mu = 0; mu < asked.size(); mu++) {
            double distance = asked.get(mu).distance(recalled.get(mu));
            sum += distance;
            max = Math.max(max, distance);
            penErrors += asked.get(mu).down() == recalled.get(mu).down() ? 0 : 1;
        }
        return new PathError(sum / asked.size(), max, penErrors);
    }
}
