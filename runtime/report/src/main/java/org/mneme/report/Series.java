package org.mneme.report;

import java.util.List;

/**
 * Numbers drawn alike in a {@link Chart}.
 *
 * @param name in the legend; series of equal names share an entry and a colour
 * @param mark how they are drawn
 * @param points in the order drawn
 */
public record Series(String name, Mark mark, List<Point> points) {
    /** How numbers are drawn. */
    public enum Mark {
        /** Dots with error bars: measurements. */
        DOTS,
        /** Dots with error bars, joined by a line: measurements. */
        DOTTED_LINE,
        /** A line: theory. */
        LINE,
        /** A dashed line: a bound. */
        DASHED,
        /** A line within its band of low…high: measurements. */
        BAND,
        /** A thin line, one of many. */
        THIN
    }

    /**
     * A number with its interval.
     *
     * @param x where
     * @param y the number; not drawn where it is not finite
     * @param low lower end of the interval, y where there is none
     * @param high upper end of the interval, y where there is none
     */
    public record Point(double x, double y, double low, double high) {
        /**
         * Returns a number without an interval.
         *
         * @param x where
         * @param y the number
         * @return the point
         */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }

    /** Copies the points. */
    public Series {
        points = List.copyOf(points);
    }
}
