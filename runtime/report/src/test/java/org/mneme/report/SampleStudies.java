package org.mneme.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mneme.report.Chart.Scale;
import org.mneme.report.Series.Mark;
import org.mneme.report.Series.Point;
import org.mneme.report.Study.Table;

/** Studies that were never made. */
final class SampleStudies {
    private SampleStudies() {}

    static Chart chart(Scale x, Scale y, Series... series) {
        return new Chart("chart", "A chart", "How to read it.", x, y, List.of(series));
    }

    static Series series(String name, Mark mark, Point... points) {
        return new Series(name, mark, List.of(points));
    }

    /** Capacities of four degrees at ten sizes, and their theory. */
    static Chart degrees() {
        Random random = new Random(4);
        List<Series> series = new ArrayList<>();
        for (int degree = 1; degree <= 4; degree++) {
            List<Point> measured = new ArrayList<>();
            List<Point> theory = new ArrayList<>();
            for (int n = 10; n <= 100; n += 10) {
                double expected = Math.pow(n, degree) / (2 * degree * Math.log(n));
                double found = expected * (0.6 + 0.2 * random.nextDouble());
                theory.add(Point.of(n, expected));
                measured.add(new Point(n, found, found * 0.8, found * 1.2));
            }
            series.add(new Series("d=" + degree, Mark.DOTS, measured));
            series.add(new Series("d=" + degree + ", theory", Mark.LINE, theory));
        }
        return new Chart("degrees", "Capacity", "Dots beside theory.", Scale.log("features N"), Scale.log("P"), series);
    }

    /** Twelve series of every mark. */
    static Chart twelve() {
        List<Mark> marks = List.of(Mark.values());
        List<Series> series = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            List<Point> points = new ArrayList<>();
            for (int x = 0; x < 20; x++) {
                double y = Math.sin(x + k);
                points.add(new Point(x, y, y - 0.1, y + 0.2));
            }
            series.add(new Series("network of kind " + k, marks.get(k % marks.size()), points));
        }
        return new Chart("twelve", "Twelve", "Twelve.", Scale.linear("x"), Scale.linear("y"), series);
    }

    static Chart empty() {
        return new Chart(
                "empty",
                "Empty",
                "Nothing.",
                Scale.log("x"),
                Scale.log("y"),
                List.of(
                        series("none", Mark.DOTS, Point.of(1, Double.NaN), Point.of(0, 1), Point.of(1, -1)),
                        series("no points", Mark.BAND)));
    }

    /** A study all of whose texts are this one. */
    static Study study(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("networks", "d = 1…4");
        settings.put("a " + text, text);
        Chart odd = new Chart(
                "odd",
                text,
                text,
                Scale.linear(text),
                Scale.log(text),
                List.of(
                        series(
                                text,
                                Mark.BAND,
                                new Point(0.1, 1.0 / 3, 1e-300, Double.POSITIVE_INFINITY),
                                new Point(-1e-7, 12_345_678_901.0, 5, 7e22),
                                Point.of(Double.NaN, 2)),
                        series(text, Mark.DASHED, Point.of(3, 0))));
        return new Study(
                "sample",
                text,
                text,
                !text.startsWith("<"),
                settings,
                List.of(degrees(), twelve(), odd, empty()),
                List.of(
                        new Table(
                                "ratios",
                                text,
                                List.of("network", "N", "measured / theory"),
                                List.of(List.of(text, "10", "0.69"), List.of("d=2", "12 000", "–"))),
                        new Table("nothing", "No rows", List.of("a", "b"), List.of())),
                List.of(text, "A second remark."));
    }
}
