package org.mneme.report;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mneme.report.Series.Point;

/**
 * The range of numbers that an axis of a chart must show.
 *
 * @param low the least, or its decimal logarithm
 * @param high the largest, or its decimal logarithm
 * @param whole whether all are whole, so that ticks are
 */
record ChartRange(double low, double high, boolean whole) {
    private static final double MARGIN_X = 0.02;
    private static final double MARGIN_Y = 0.05;

    /** How far an interval may widen a logarithmic axis below the numbers themselves. */
    private static final double DEEPEST = 10;

    /** From which part of the largest number up an axis need not begin at 0. */
    private static final double FAR_FROM_ZERO = 0.5;

    /**
     * Returns the range of the horizontal axis.
     *
     * @param chart its numbers
     * @return the range, with a margin
     */
    static ChartRange ofX(Chart chart) {
        double[] values = values(chart, Point::x);
        return of(values, values, chart.x().logarithmic(), MARGIN_X, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the range of the vertical axis; it holds the intervals that are drawn.
     *
     * @param chart its numbers
     * @return the range, with a margin
     */
    static ChartRange ofY(Chart chart) {
        boolean log = chart.y().logarithmic();
        double[] values = values(chart, Point::y);
        double deepest = log ? DoubleStream.of(values).min().orElse(1) / DEEPEST : Double.NEGATIVE_INFINITY;
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(values),
                        chart.series().stream()
                                .filter(series -> intervals(series.mark()))
                                .flatMap(series -> drawn(chart, series))
                                .flatMapToDouble(p -> DoubleStream.of(p.low(), p.high())))
                .filter(Double::isFinite)
                .map(value -> Math.max(value, deepest))
                .toArray();
        return of(values, ends, log, MARGIN_Y, FAR_FROM_ZERO);
    }

    /**
     * Says whether the intervals of a mark are drawn.
     *
     * @param mark how numbers are drawn
     * @return true for error bars and bands
     */
    static boolean intervals(Series.Mark mark) {
        return switch (mark) {
            case DOTS, DOTTED_LINE, BAND -> true;
            case LINE, DASHED, THIN -> false;
        };
    }

    /**
     * Returns the points that have a place.
     *
     * @param chart says which axes are logarithmic
     * @param series one of the chart
     * @return its points without those left out
     */
    static Stream<Point> drawn(Chart chart, Series series) {
        return series.points().stream().filter(p -> shows(chart, p));
    }

    /**
     * Says whether a point has a place.
     *
     * @param chart says which axes are logarithmic
     * @param point any point
     * @return false where a coordinate is not finite, or not positive on a logarithmic axis
     */
    static boolean shows(Chart chart, Point point) {
        return ChartAxis.shows(point.x(), chart.x().logarithmic())
                && ChartAxis.shows(point.y(), chart.y().logarithmic());
    }

    private static double[] values(Chart chart, ToDoubleFunction<Point> coordinate) {
        return chart.series().stream()
                .flatMap(series -> drawn(chart, series))
                .mapToDouble(coordinate)
                .toArray();
    }

    private static ChartRange of(double[] values, double[] ends, boolean log, double margin, double farFromZero) {
        double least = DoubleStream.of(ends).min().orElse(log ? 1 : 0);
        double largest = DoubleStream.of(ends).max().orElse(log ? 10 : 1);
        if (log) {
            double low = Math.log10(least);
            double high = Math.log10(largest);
            double wider = Math.max(margin * (high - low), 0.1 * Math.max(0, 1 - (high - low)));
            return new ChartRange(low - wider, high + wider, false);
        }
        boolean whole = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        boolean fromZero = least >= 0 && least < farFromZero * largest && Double.isFinite(farFromZero);
        double wider = margin * (largest - least);
        double low = fromZero ? 0 : least - wider;
        return new ChartRange(least >= 0 ? Math.max(0, low) : low, largest + wider, whole);
    }
}
