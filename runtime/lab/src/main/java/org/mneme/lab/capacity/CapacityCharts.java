package org.mneme.lab.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mneme.report.Chart;
import org.mneme.report.Series;

/** Charts of measured capacities beside theory. */
public final class CapacityCharts {
    private CapacityCharts() {}

    /**
     * Returns capacity against N, logarithmic, with the theory of each network as a line of the same colour; where theory promises more
     * patterns than can be distinct, the bound of {@link SearchStart#coincidence} as a dashed line.
     *
     * @param id short name
     * @param title what it shows
     * @param points at least one
     * @return the chart
     */
    public static Chart againstFeatures(String id, String title, List<CapacityPoint> points) {
        Chart chart = capacities(
                id,
                title,
                Chart.Scale.linear("features N"),
                point -> point.question().features(),
                points);
        List<Series.Point> bound = points.stream()
                .filter(CapacityCharts::coincides)
                .mapToInt(point -> point.question().features())
                .distinct()
                .sorted()
                .mapToObj(n -> Series.Point.of(n, SearchStart.coincidence(n)))
                .toList();
        if (bound.isEmpty()) {
            return chart;
        }
        List<Series> series = new ArrayList<>(chart.series());
        series.add(new Series("random patterns coincide", Series.Mark.DASHED, bound));
        return new Chart(
                chart.id(),
                chart.title(),
                chart.caption() + " Dashed: above it, no draw of random patterns is clean, since some coincide.",
                chart.x(),
                chart.y(),
                series);
    }

    private static boolean coincides(CapacityPoint point) {
        return point.theory().orElse(0)
                > SearchStart.coincidence(point.question().features());
    }

    /**
     * Returns capacity against the bias of the patterns, logarithmic; the lines are the theory of fair bits.
     *
     * @param id short name
     * @param title what it shows
     * @param points at least one
     * @return the chart
     */
    public static Chart againstBias(String id, String title, List<CapacityPoint> points) {
        return capacities(
                id,
                title,
                Chart.Scale.linear("bias ε of the patterns"),
                point -> point.question().bias(),
                points);
    }

    private static Chart capacities(
            String id, String title, Chart.Scale x, ToDoubleFunction<CapacityPoint> at, List<CapacityPoint> points) {
        Map<String, List<CapacityPoint>> byName = new LinkedHashMap<>();
        points.forEach(point -> byName.computeIfAbsent(name(point, at), key -> new ArrayList<>())
                .add(point));
        List<Series> series = new ArrayList<>();
        byName.forEach((name, of) -> {
            series.add(new Series(
                    name,
                    Series.Mark.DOTS,
                    of.stream().map(p -> measured(at.applyAsDouble(p), p)).toList()));
            List<Series.Point> theory = of.stream()
                    .filter(p -> p.theory().isPresent())
                    .map(p -> Series.Point.of(at.applyAsDouble(p), p.theory().orElseThrow()))
                    .toList();
            if (!theory.isEmpty()) {
                series.add(new Series(name, Series.Mark.LINE, theory));
            }
        });
        String caption =
                "Dots: mean of the trials, bars: their standard deviation. Lines: the paper's Gaussian, large-N theory for random patterns.";
        return new Chart(id, title, caption, x, Chart.Scale.log("capacity, patterns"), series);
    }

    /** The question without what the axis shows. */
    private static String name(CapacityPoint point, ToDoubleFunction<CapacityPoint> at) {
        CapacityQuestion question = point.question();
        boolean overBias = at.applyAsDouble(point) == question.bias();
        return measure(question) + ", " + question.network().label()
                + (overBias ? ", N = " + question.features() : question.bias() == 0 ? "" : ", bias " + question.bias());
    }

    private static String measure(CapacityQuestion question) {
        return switch (question.measure()) {
            case TRANSITION -> "transition";
            case SEQUENCE -> question.sequences() == 1 ? "sequence" : question.sequences() + " sequences";
        };
    }

    /**
     * Returns a measured capacity as a point, its interval the standard deviation of the trials.
     *
     * @param x where
     * @param point what was measured
     * @return the point; its lower end is at least 1
     */
    public static Series.Point measured(double x, CapacityPoint point) {
        return new Series.Point(
                x, point.mean(), Math.max(1, point.mean() - point.deviation()), point.mean() + point.deviation());
    }

    /**
     * Returns p(P), the failure probability of one transition, with its 95 % interval.
     *
     * @param id short name
     * @param title what it shows
     * @param points at least one
     * @return the chart
     */
    public static Chart failures(String id, String title, List<CapacityPoint> points) {
        List<Series> series = new ArrayList<>();
        for (CapacityPoint point : points) {
            List<Series.Point> bins = FailureCurve.of(point).bins().stream()
                    .map(bin -> new Series.Point(bin.patterns(), bin.probability(), bin.low(), bin.high()))
                    .toList();
            CapacityQuestion question = point.question();
            series.add(new Series(
                    String.format(
                            Locale.ROOT,
                            "%s, %s, N = %d%s",
                            measure(question),
                            question.network().label(),
                            question.features(),
                            question.bias() == 0 ? "" : ", bias " + question.bias()),
                    Series.Mark.BAND,
                    bins));
        }
        return new Chart(
                id,
                title,
                "Failures over transitions tested, trials pooled by P within 3 %, with Wilson's 95 % interval.",
                Chart.Scale.log("patterns P"),
                Chart.Scale.log("failure probability p(P)"),
                series);
    }
}
