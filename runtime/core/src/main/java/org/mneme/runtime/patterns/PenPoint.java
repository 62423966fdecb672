package org.mneme.runtime.patterns;

/**
 * Where a pen is.
 *
 * @param x to the right, mm
 * @param y downwards, mm
 * @param down whether it draws
 */
public record PenPoint(double x, double y, boolean down) {
    /**
     * Returns the distance to another point.
     *
     * @param other a point
     * @return mm
     */
    public double distance(PenPoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
