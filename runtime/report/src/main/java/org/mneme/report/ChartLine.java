package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mneme.report.Series.Point;

/** Paths of a chart's lines. */
final class ChartLine {
    /** From how many points on only the extremes of each pixel's width are drawn. */
    static final int MANY = 2000;

    private ChartLine() {}

    /** A point of the page. */
    private record Pixel(double x, double y) {}

    /**
     * Returns a polyline; points left out leave a gap.
     *
     * @param points in the order joined
     * @param shown which have a place
     * @param x pixel
     * @param y pixel
     * @return path data
     */
    static String of(List<Point> points, Predicate<Point> shown, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
        StringBuilder d = new StringBuilder();
        List<Pixel> run = new ArrayList<>();
        for (Point p : points) {
            if (shown.test(p)) {
                run.add(new Pixel(x.applyAsDouble(p), y.applyAsDouble(p)));
            } else {
                append(d, run);
                run.clear();
            }
        }
        append(d, run);
        return d.toString();
    }

    private static void append(StringBuilder d, List<Pixel> run) {
        List<Pixel> drawn = run.size() > MANY ? extremes(run) : run;
        for (int k = 0; k < drawn.size(); k++) {
            Pixel p = drawn.get(k);
            boolean flat = k > 0
                    && k + 1 < drawn.size()
                    && p.y() == drawn.get(k - 1).y()
                    && p.y() == drawn.get(k + 1).y()
                    && (p.x() - drawn.get(k - 1).x()) * (drawn.get(k + 1).x() - p.x()) >= 0;
            if (!flat) {
                d.append(k == 0 ? 'M' : 'L').append(Svg.at(p.x(), p.y()));
            }
        }
        if (drawn.size() == 1) {
            d.append("h0");
        }
    }

    /** First, least, largest and last of the points that lie in one pixel's width side by side. */
    private static List<Pixel> extremes(List<Pixel> run) {
        List<Pixel> kept = new ArrayList<>();
        int from = 0;
        while (from < run.size()) {
            int until = from;
            int least = from;
            int largest = from;
            while (until < run.size()
                    && Math.floor(run.get(until).x())
                            == Math.floor(run.get(from).x())) {
                least = run.get(until).y() < run.get(least).y() ? until : least;
                largest = run.get(until).y() > run.get(largest).y() ? until : largest;
                until++;
            }
            int last = until - 1;
            IntStream.of(from, Math.min(least, largest), Math.max(least, largest), last)
                    .distinct()
                    .forEach(k -> kept.add(run.get(k)));
            from = until;
        }
        return kept;
    }
}
