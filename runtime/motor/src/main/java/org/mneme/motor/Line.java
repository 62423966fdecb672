package org.mneme.motor;

import java.util.OptionalDouble;

/** The straight line through points of the least squared error, from their running sums. */
final class Line {
    private static final int LEAST = 3;
    private static final double FLAT = 1e-12;

    private int n;
    private double meanX;
    private double meanY;
    private double xx;
    private double yy;
    private double xy;

    /** Adds a point; one that is not finite is left out. */
    void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        n++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (x - meanX);
        yy += dy * (y - meanY);
        xy += dx * (y - meanY);
    }

    private boolean varies(double squares, double mean) {
        return n >= LEAST && squares > FLAT * n * Math.max(1, mean * mean);
    }

    /**
     * Returns the slope.
     *
     * @return dy/dx; empty where x hardly varies
     */
    OptionalDouble slope() {
        return varies(xx, meanX) ? OptionalDouble.of(xy / xx) : OptionalDouble.empty();
    }

    /**
     * Returns Pearson's correlation.
     *
     * @return −1…1; empty where x or y hardly varies
     */
    OptionalDouble correlation() {
        return varies(xx, meanX) && varies(yy, meanY)
                ? OptionalDouble.of(Math.clamp(xy / Math.sqrt(xx * yy), -1.0, 1.0))
                : OptionalDouble.empty();
    }
}
