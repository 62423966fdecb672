package org.mneme.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.mneme.lab.capacity.CapacityPoint;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.lab.capacity.CapacityStudy;
import org.mneme.lab.capacity.FailureCurve;
import org.mneme.lab.capacity.SearchStart;
import org.mneme.lab.capacity.Trial;

/** Measured capacities as text and as JSON. */
final class CapacityPages {
    private CapacityPages() {}

    /**
     * Prints a table and how it was measured.
     *
     * @param points at least one
     * @param starts of their questions
     * @param out where to
     */
    static void print(List<CapacityPoint> points, Map<CapacityQuestion, SearchStart> starts, PrintWriter out) {
        int width = points.stream()
                .mapToInt(point -> point.question().network().label().length())
                .max()
                .orElse(0);
        String row = "%4s  %-" + Math.max(width, "network".length()) + "s  %4s  %-10s  %20s  %10s  %s%n";
        out.printf(Locale.ROOT, row, "N", "network", "bias", "measure", "measured", "theory", "measured/theory");
        for (CapacityPoint point : points) {
            CapacityQuestion question = point.question();
            out.printf(
                    Locale.ROOT,
                    row,
                    question.features(),
                    question.network().label(),
                    question.bias() == 0 ? "0" : Double.toString(question.bias()),
                    lower(question.measure()),
                    String.format(Locale.ROOT, "%.1f ± %.1f", point.mean(), point.deviation()),
                    CapacityStudy.ratio(point).isPresent() ? number("%.1f", point.theory()) : "-",
                    number("%.2f", CapacityStudy.ratio(point)));
        }
        out.printf(
                Locale.ROOT,
                "Mean ± standard deviation of %d trials.%n",
                points.getFirst().trials().size());
        CapacityStudy.remarks(points, starts).forEach(out::println);
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what JSON holds.
     *
     * @param points at least one
     * @param starts of their questions
     * @param seed of their draws
     * @return texts, numbers, truths, lists and mappings
     */
    static Map<String, Object> json(List<CapacityPoint> points, Map<CapacityQuestion, SearchStart> starts, long seed) {
        Map<String, Object> study = new LinkedHashMap<>();
        study.put("schema", "mneme.capacity");
        study.put("version", 1);
        study.put("seed", seed);
        study.put("remarks", CapacityStudy.remarks(points, starts));
        List<Object> all = new ArrayList<>();
        points.forEach(point -> all.add(point(point, Objects.requireNonNull(starts.get(point.question())))));
        study.put("points", all);
        return study;
    }

    private static Map<String, Object> point(CapacityPoint point, SearchStart start) {
        CapacityQuestion question = point.question();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("network", question.network().label());
        json.put("features", question.features());
        json.put("bias", question.bias());
        json.put("measure", lower(question.measure()));
        json.put("procedure", lower(question.procedure()));
        json.put("sequences", question.sequences());
        json.put("start", Map.of("patterns", start.patterns(), "from", lower(start.from())));
        json.put("mean", point.mean());
        json.put("standardDeviation", point.deviation());
        json.put("standardError", point.error());
        if (CapacityStudy.ratio(point).isPresent()) {
            json.put("theory", point.theory().orElseThrow());
            json.put("ratio", CapacityStudy.ratio(point).orElseThrow());
        }
        json.put("trials", point.trials().stream().map(CapacityPages::trial).toList());
        json.put(
                "failureProbability",
                FailureCurve.of(point).bins().stream().map(CapacityPages::bin).toList());
        return json;
    }

    private static Map<String, Object> trial(Trial trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trial", trial.index());
        json.put("capacity", trial.capacity());
        json.put("draws", trial.draws());
        json.put("transitionsTested", trial.tested());
        return json;
    }

    private static Map<String, Object> bin(FailureCurve.Bin bin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("patterns", bin.patterns());
        json.put("tested", bin.tested());
        json.put("failed", bin.failed());
        json.put("probability", bin.probability());
        json.put("low", bin.low());
        json.put("high", bin.high());
        return json;
    }
}
