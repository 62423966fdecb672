package org.mneme.motor;

import java.util.List;
import org.mneme.runtime.patterns.PenPoint;

/** A stroke measured by its arc length. */
final class Polyline {
    private final List<PenPoint> points;
    private final double[] reached;

    Polyline(List<PenPoint> points) {
        this.points = points;
        this.reached = new double[points.size()];
        for (int i = 1; i < reached.length; i++) {
            reached[i] = reached[i - 1] + points.get(i - 1).distance(points.get(i));
        }
    }

    /**
     * Returns by how much a path turns at a point.
     *
     * @param a before it
     * @param b the point
     * @param c after it
     * @return radians, 0…π
     */
    static double turn(PenPoint a, PenPoint b, PenPoint c) {
        double inX = b.x() - a.x();
        double inY = b.y() - a.y();
        double outX = c.x() - b.x();
        double outY = c.y() - b.y();
        return Math.abs(StrictMath.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
    }

    double length() {
        return reached[reached.length - 1];
    }

    /**
     * Returns the point at a distance along the line.
     *
     * @param s 0…length, mm
     * @return the point, pen down
     */
    PenPoint at(double s) {
        int i = segment(s);
        if (i == 0 || reached[i] == reached[i - 1]) {
            return points.get(i);
        }
        double part = Math.clamp((s - reached[i - 1]) / (reached[i] - reached[i - 1]), 0.0, 1.0);
        PenPoint a = points.get(i - 1);
        PenPoint b = points.get(i);
        return new PenPoint(a.x() + part * (b.x() - a.x()), a.y() + part * (b.y() - a.y()), true);
    }

    /** Returns the end of the first segment that reaches s; 0 only where there is no segment. */
    private int segment(double s) {
        int low = Math.min(1, reached.length - 1);
        int high = reached.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached[middle] < s) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
