package org.mneme.lab.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.mneme.report.Chart;
import org.mneme.report.Study;

/** What a capacity study found, as charts, a table and remarks. */
public final class CapacityStudy {
    /** More curves than these in one chart cannot be told apart. */
    private static final int MOST_CURVES = 8;

    private static final List<String> COLUMNS =
            List.of("network", "N", "bias", "measure", "mean", "deviation", "theory", "mean / theory", "start P");

    private CapacityStudy() {}

    /**
     * Returns the study of some points.
     *
     * @param points at least one
     * @param seed of their draws
     * @return charts of capacity and of p(P), a table, and how it was measured
     */
    public static Study of(List<CapacityPoint> points, long seed) {
        CapacityPoint first = points.getFirst();
        Map<CapacityQuestion, SearchStart> starts = starts(points, seed);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("trials", Integer.toString(first.trials().size()));
        settings.put("seed", Long.toString(seed));
        settings.put("procedure", first.question().procedure().name().toLowerCase(Locale.ROOT));
        return new Study(
                "capacity",
                "Capacity",
                verdict(points),
                true,
                settings,
                charts(points),
                List.of(new Study.Table(
                        "points",
                        "Capacities, in patterns: mean and standard deviation of the trials, and where searches started",
                        COLUMNS,
                        rows(points, starts))),
                remarks(points, starts));
    }

    /**
     * Finds where the trials of some points started.
     *
     * @param points at least one
     * @param seed of their draws
     * @return question → start, in the order of the points
     */
    public static Map<CapacityQuestion, SearchStart> starts(List<CapacityPoint> points, long seed) {
        Map<CapacityQuestion, SearchStart> starts = new LinkedHashMap<>();
        for (CapacityPoint point : points) {
            starts.computeIfAbsent(point.question(), question -> SearchStart.of(question, seed));
        }
        return starts;
    }

    private static List<Chart> charts(List<CapacityPoint> points) {
        List<Chart> charts = new ArrayList<>();
        boolean overBias =
                points.stream().map(p -> p.question().bias()).distinct().count() > 1;
        boolean overFeatures =
                points.stream().map(p -> p.question().features()).distinct().count() > 1;
        if (overFeatures || !overBias) {
            charts.add(CapacityCharts.againstFeatures("capacity", "Capacity against N", points));
        }
        if (overBias) {
            charts.add(CapacityCharts.againstBias("bias", "Capacity against the bias of the patterns", points));
        }
        int step = Math.ceilDiv(points.size(), MOST_CURVES);
        List<CapacityPoint> shown = new ArrayList<>();
        for (int k = points.size() - 1; k >= 0; k -= step) {
            shown.addFirst(points.get(k));
        }
        charts.add(CapacityCharts.failures("failures", "One transition's failure probability", shown));
        return charts;
    }

    private static String verdict(List<CapacityPoint> points) {
        double[] ratios = points.stream()
                .map(CapacityStudy::ratio)
                .flatMapToDouble(
                        ratio -> ratio.isPresent() ? DoubleStream.of(ratio.getAsDouble()) : DoubleStream.empty())
                .toArray();
        String measured = points.size() == 1
                ? String.format(
                        Locale.ROOT,
                        "Capacity %.1f ± %.1f patterns",
                        points.getFirst().mean(),
                        points.getFirst().deviation())
                : points.size() + " capacities measured";
        if (ratios.length == 0) {
            return measured + ".";
        }
        double least = DoubleStream.of(ratios).min().orElseThrow();
        double most = DoubleStream.of(ratios).max().orElseThrow();
        return measured
                + (least == most
                        ? String.format(Locale.ROOT, ", %.2f of theory.", least)
                        : String.format(Locale.ROOT, ", %.2f to %.2f of theory.", least, most));
    }

    /**
     * Returns measured over theory.
     *
     * @param point what was measured
     * @return the ratio, or empty where the paper has no theory: also for correlated patterns
     */
    public static OptionalDouble ratio(CapacityPoint point) {
        OptionalDouble theory = point.theory();
        return theory.isEmpty() || point.question().bias() != 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(point.mean() / theory.getAsDouble());
    }

    private static List<List<String>> rows(List<CapacityPoint> points, Map<CapacityQuestion, SearchStart> starts) {
        return points.stream().map(point -> row(point, starts)).toList();
    }

    private static List<String> row(CapacityPoint point, Map<CapacityQuestion, SearchStart> starts) {
        CapacityQuestion question = point.question();
        return List.of(
                question.network().label(),
                Integer.toString(question.features()),
                Double.toString(question.bias()),
                question.measure().name().toLowerCase(Locale.ROOT),
                number(OptionalDouble.of(point.mean())),
                number(OptionalDouble.of(point.deviation())),
                number(question.bias() == 0 ? point.theory() : OptionalDouble.empty()),
                number(ratio(point)),
                Integer.toString(Objects.requireNonNull(starts.get(question)).patterns()));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.5g", value.getAsDouble()) : "";
    }

    /**
     * Says how the points were measured.
     *
     * @param points at least one
     * @param starts of their questions
     * @return sentences
     */
    public static List<String> remarks(List<CapacityPoint> points, Map<CapacityQuestion, SearchStart> starts) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                switch (points.getFirst().question().procedure()) {
                    case DESCENT ->
                        "By descent, the paper's procedure: on a flipped bit all patterns are drawn anew with P reduced by 1 %; the first P "
                                + "without one is the trial's value.";
                    case BISECTION ->
                        "By bisection: the draws are those of the paper's descent in steps of 1 %, but where samples show that a clean "
                                + "draw is all but impossible they are left out; a trial's value differs with a chance below 1 in 1000.";
                });
        for (SearchStart.From from : SearchStart.From.values()) {
            List<String> there = starts.entrySet().stream()
                    .filter(entry -> entry.getValue().from() == from)
                    .map(entry -> Integer.toString(entry.getKey().features()))
                    .distinct()
                    .toList();
            if (!there.isEmpty()) {
                remarks.add(started(from) + " (N = " + String.join(", ", there) + ").");
            }
        }
        return remarks;
    }

    private static String started(SearchStart.From from) {
        return switch (from) {
            case THEORY -> "Searches started at 2.5 × theory";
            case DOUBLING ->
                "Searches started where transitions fail plainly, found by doubling P, since 2.5 × theory is too low or there is no theory";
            case COINCIDENCE ->
                "Searches started where random patterns coincide, far below the Gaussian theory: two equal patterns with different "
                        + "successors cannot both be clean";
        };
    }
}
