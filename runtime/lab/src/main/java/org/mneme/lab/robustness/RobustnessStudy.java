package org.mneme.lab.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mneme.model.Learning;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** A robustness curve as charts with 95 % bands, a table, and words. */
public final class RobustnessStudy {
    private static final int ESTIMATES = 100;

    private final RobustnessCurve curve;
    private final Curve kind;
    private final boolean settles;

    private RobustnessStudy(RobustnessCurve curve) {
        this.curve = curve;
        this.kind = curve.plan().curve();
        SequenceMemory memory = curve.memory().memory();
        this.settles =
                memory.successors().of(curve.plan().cue()) == curve.plan().cue();
    }

    /**
     * Describes a curve.
     *
     * @param curve a complete one
     * @return the study; good where the recall is whole more often than not at the smallest value
     */
    public static Study of(RobustnessCurve curve) {
        return new RobustnessStudy(curve).study();
    }

    private Study study() {
        List<RobustnessPoint> points = curve.points();
        boolean good = curve.judged(points.getFirst()).value() >= 0.5;
        return new Study(
                id(),
                curve.memory().name() + ": " + title(),
                verdict(),
                good,
                settings(),
                curve.plan().spiking() ? List.of(recalled(), overlap(), ticks()) : List.of(recalled(), overlap()),
                List.of(table()),
                remarks());
    }

    private String id() {
        return "robustness-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private String title() {
        return switch (kind) {
            case BASIN -> "recall against flipped bits of the cue";
            case LOAD -> "recall against load";
            case NOISE -> "recall against spike noise";
        };
    }

    private String xLabel() {
        return switch (kind) {
            case BASIN -> "flipped bits of the cue, fraction of N";
            case LOAD -> "load P / P_S";
            case NOISE ->
                switch (curve.plan().kind()) {
                    case FLIP -> "probability that a feature's spike is turned";
                    case DROP -> "probability that a spike is lost";
                    case JITTER -> "probability that a spike is late by " + late();
                };
        };
    }

    private String verdict() {
        List<RobustnessPoint> points = curve.points();
        return curve.half()
                .map(half -> "Half of the recalls are " + judgement() + " with " + at(half) + ".")
                .orElseGet(() -> curve.judged(points.getFirst()).value() >= 0.5
                        ? "At least half of the recalls are " + judgement() + " up to "
                                + at(points.getLast().x()) + "."
                        : "Fewer than half of the recalls are " + judgement() + " already with "
                                + at(points.getFirst().x()) + ".");
    }

    private RobustnessPlan plan() {
        return curve.plan();
    }

    private String judgement() {
        return plan().judgesOrder() ? "in order" : "whole";
    }

    private String late() {
        return plan().jitterTicks() == 1 ? "1 tick" : "1…" + plan().jitterTicks() + " ticks";
    }

    private String at(double x) {
        String percent = String.format(Locale.ROOT, "%.1f %%", 100 * x);
        return switch (kind) {
            case BASIN -> percent + " of the cue's bits flipped";
            case LOAD -> String.format(Locale.ROOT, "%.3f · P_S patterns stored", x);
            case NOISE ->
                switch (curve.plan().kind()) {
                    case FLIP -> percent + " of the " + (plan().spiking() ? "features' " : "") + "spikes turned";
                    case DROP -> percent + " of the spikes lost";
                    case JITTER -> percent + " of the spikes late by " + late();
                };
        };
    }

    private Map<String, String> settings() {
        RobustnessPlan plan = curve.plan();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("curve", kind.name().toLowerCase(Locale.ROOT));
        settings.put("values", String.join(", ", plan.values()));
        settings.put("seeds", seeds(plan.seeds()));
        if (kind == Curve.NOISE) {
            settings.put("noise", plan.kind().name().toLowerCase(Locale.ROOT));
            if (plan.kind() == NoiseKind.JITTER) {
                settings.put("jitter ticks", Integer.toString(plan.jitterTicks()));
            }
        }
        if (plan.spiking()) {
            settings.put("backend", plan.backend());
        }
        settings.put("cue", Integer.toString(plan.cue()));
        plan.steps().ifPresent(steps -> settings.put("steps", Integer.toString(steps)));
        curve.capacity().ifPresent(p -> settings.put("P_S", number(p)));
        curve.memory().settings().forEach((key, value) -> settings.put("memory " + key, String.valueOf(value)));
        return settings;
    }

    private static String seeds(List<Long> seeds) {
        boolean inARow = seeds.size() > 2 && seeds.getLast() - seeds.getFirst() == seeds.size() - 1;
        for (int k = 1; inARow && k < seeds.size(); k++) {
            inARow = seeds.get(k) == seeds.get(k - 1) + 1;
        }
        return inARow
                ? seeds.getFirst() + ".." + seeds.getLast()
                : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Chart recalled() {
        List<Series> series = new ArrayList<>();
        series.add(band("recalled whole", RobustnessPoint::recalled));
        series.add(band(
                settles ? "nearest to the cued pattern" : "in order, wrong bits or not", RobustnessPoint::inOrder));
        curve.half().ifPresent(half -> series.add(upright("half of the recalls, by interpolation", half)));
        if (kind == Curve.LOAD) {
            estimate().ifPresent(series::add);
            series.add(upright("P_S of the theory", 1));
        }
        return new Chart(
                id(),
                "Recalled whole",
                whole() + " The other line lets states have wrong bits, as long as no other pattern is nearer."
                        + " Bands: 95 % Wilson intervals over "
                        + curve.plan().seeds().size() + " seeds.",
                Chart.Scale.linear(xLabel()),
                Chart.Scale.linear("fraction of recalls"),
                series);
    }

    private String whole() {
        return settles
                ? "Fraction of recalls that settle on the cued pattern, without a wrong bit."
                : "Fraction of recalls in which every pattern after the cue comes in order, without a wrong bit.";
    }

    /** The Gaussian estimate at this N; of sequences without timing, to which it applies. */
    private Optional<Series> estimate() {
        SequenceMemory memory = curve.memory().memory();
        if (settles || memory.timing() instanceof Timing.Mixed) {
            return Optional.empty();
        }
        Load load = Load.of(curve.memory());
        double from = curve.points().getFirst().x();
        double step = (curve.points().getLast().x() - from) / ESTIMATES;
        List<Series.Point> points = new ArrayList<>();
        for (int k = 0; k <= ESTIMATES; k++) {
            double patterns = Math.max(2, load.capacity() * (from + k * step));
            double transitions = Math.min(curve.plan().steps().orElse(Integer.MAX_VALUE), patterns);
            points.add(Series.Point.of(from + k * step, load.clean(patterns, transitions)));
        }
        return Optional.of(new Series("Gaussian estimate at this N", Series.Mark.LINE, points));
    }

    private Chart overlap() {
        return new Chart(
                id() + "-overlap",
                "Overlap with the pattern that should be there",
                (settles ? "Mean overlap m of the last state" : "Mean overlap m of the states t = 1…K")
                        + " with the pattern that should be there. Band: 1.96 standard errors over the seeds.",
                Chart.Scale.linear(xLabel()),
                Chart.Scale.linear("overlap m"),
                List.of(band("mean overlap", RobustnessPoint::overlap)));
    }

    private Chart ticks() {
        return new Chart(
                id() + "-ticks",
                "Ticks a recall step takes",
                "Mean number of ticks from one decoded state to the next. Band: 1.96 standard errors over the seeds.",
                Chart.Scale.linear(xLabel()),
                Chart.Scale.linear("ticks a recall step"),
                List.of(band("ticks a recall step", RobustnessPoint::ticks)));
    }

    private Series band(String name, Function<RobustnessPoint, Interval> number) {
        return new Series(
                name,
                Series.Mark.BAND,
                curve.points().stream()
                        .map(point -> {
                            Interval y = number.apply(point);
                            return new Series.Point(point.x(), y.value(), y.low(), y.high());
                        })
                        .toList());
    }

    private static Series upright(String name, double x) {
        return new Series(name, Series.Mark.DASHED, List.of(Series.Point.of(x, 0), Series.Point.of(x, 1)));
    }

    private Study.Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (RobustnessPoint point : curve.points()) {
            Interval recalled = point.recalled();
            List<String> row = new ArrayList<>(List.of(
                    point.value(),
                    Integer.toString(point.patterns()),
                    point.whole() + " / " + point.trials().size(),
                    String.format(Locale.ROOT, "%.3f…%.3f", recalled.low(), recalled.high()),
                    plusMinus(point.overlap()),
                    plusMinus(point.wrongBits())));
            if (plan().spiking()) {
                row.add(String.format(
                        Locale.ROOT,
                        "%.3f…%.3f",
                        point.inOrder().low(),
                        point.inOrder().high()));
                row.add(plusMinus(point.ticks()));
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>(
                List.of(xLabel(), "P", "recalled whole", "95 % interval", "mean overlap m", "wrong bits of a state"));
        if (plan().spiking()) {
            header.add("in order, 95 % interval");
            header.add("ticks a step");
        }
        return new Study.Table(id(), "Each value", header, rows);
    }

    private static String plusMinus(Interval interval) {
        return number(interval.value()) + " ± "
                + number(Math.max(interval.high() - interval.value(), interval.value() - interval.low()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(curve.memory().notes());
        if (plan().spiking()) {
            remarks.add("Each recall is by spikes, on backend " + plan().backend() + ", by the lowering "
                    + curve.memory().lowering() + "; a step that never comes is one of which nothing is known.");
        } else {
            remarks.add("Each recall is by the rules, with signs computed "
                    + (curve.memory().memory().learning() == Learning.PSEUDOINVERSE ? "in doubles." : "exactly."));
        }
        switch (kind) {
            case BASIN ->
                remarks.add("A seed flips exactly round(F · N) distinct bits of the cue"
                        + (draws() ? ", and draws the patterns." : "; the patterns are the same for all."));
            case LOAD -> {
                remarks.add("N is kept and P = round(load · P_S) varies, with P_S the paper's sequence capacity for"
                        + " random patterns. It is the leading order for large N, with a Gaussian crosstalk; where half"
                        + " of the recalls fail at a finite N is therefore not just at 1. The estimate takes the same"
                        + " Gaussian at this N: P transitions of N bits each flip with the probability Q(z),"
                        + " z² = 2 P_T ln N / (P − 1).");
                if (settles) {
                    remarks.add("This memory is associative: the same P_S only serves as a unit.");
                }
            }
            case NOISE ->
                remarks.add(
                        plan().spiking()
                                ? "Every spike of every neuron but the sources' is struck with the given probability"
                                        + " (turned: those of features only). The states judged are decoded from spikes so"
                                        + " struck, so that single bits are wrong as a rule; the order tells what a recall bears."
                                : "At each recall step the spike of each feature is changed with the given probability before"
                                        + " the hidden units see it; the state that is judged is what the hidden units then drive.");
        }
        return remarks;
    }

    private boolean draws() {
        return Load.drawsPatterns(curve.memory());
    }
}
