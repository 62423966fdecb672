package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Procedure;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** What all capacity figures show alike: series, the table of points, the sentence about the band. */
final class CapacityPresentation {
    private CapacityPresentation() {}

    /** Measurements with the standard deviation of the trials. */
    static Series dots(String name, List<Judged> points, ToDoubleFunction<Judged> x) {
        return new Series(
                name,
                Series.Mark.DOTS,
                points.stream().map(p -> p.measuredAt(x.applyAsDouble(p))).toList());
    }

    /** The paper's formula. */
    static Series theory(String name, List<Judged> points, ToDoubleFunction<Judged> x) {
        return line(name, Series.Mark.LINE, points, x, Judged::theory);
    }

    /** What is expected at finite N. */
    static Series expected(String name, List<Judged> points, ToDoubleFunction<Judged> x) {
        return line(
                name,
                Series.Mark.DASHED,
                points,
                x,
                p -> p.expected().map(e -> OptionalDouble.of(e.mean())).orElse(OptionalDouble.empty()));
    }

    /** The capacity that coincident patterns alone would leave. */
    static Series bound(List<Judged> points, ToDoubleFunction<Judged> x) {
        return bound("coincidence bound", points, x);
    }

    /** The same under another name. */
    static Series bound(String name, List<Judged> points, ToDoubleFunction<Judged> x) {
        return line(
                name,
                Series.Mark.DASHED,
                points,
                x,
                p -> OptionalDouble.of(p.bound().mean()));
    }

    /** A line through what points have; points without a number are left out. */
    static Series line(
            String name,
            Series.Mark mark,
            List<Judged> points,
            ToDoubleFunction<Judged> x,
            Function<Judged, OptionalDouble> y) {
        List<Series.Point> line = new ArrayList<>();
        for (Judged point : points) {
            y.apply(point).ifPresent(value -> line.add(Series.Point.of(x.applyAsDouble(point), value)));
        }
        return new Series(name, mark, line);
    }

    /** Settings that all capacity figures have. */
    static Map<String, String> settings(FigureOptions options, int trials, Procedure procedure) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("scale", options.scale().label());
        settings.put("seed", Long.toString(options.seed()));
        settings.put("trials a point", Integer.toString(trials));
        settings.put(
                "procedure",
                switch (procedure) {
                    case DESCENT -> "the paper's: P ← ⌊0.99 P⌋ on a flipped bit";
                    case BISECTION -> "the paper's grid of P, hopeless P left by bisection";
                });
        settings.put("sequences side by side", "1");
        settings.put("band of a capacity", Band.REASON);
        return settings;
    }

    /** How many points lie in their band, and which do not. */
    static String insideSentence(List<Judged> points) {
        List<Judged> judged = points.stream().filter(p -> p.band().isPresent()).toList();
        List<Judged> outside = judged.stream().filter(p -> !p.inside()).toList();
        String sentence = Text.of(
                "%d of %d points lie in the band stated beforehand", judged.size() - outside.size(), judged.size());
        if (outside.isEmpty()) {
            return sentence;
        }
        return sentence + "; outside: "
                + String.join(
                        "; ",
                        outside.stream()
                                .map(p -> Text.of(
                                        "%s at N = %d", p.question().network().label(), p.features()))
                                .distinct()
                                .toList());
    }

    /** Every point in numbers. */
    static Study.Table table(String id, String title, List<Judged> points) {
        boolean biased = points.stream().anyMatch(p -> p.question().bias() != 0);
        List<String> columns = new ArrayList<>(List.of("network", "N"));
        if (biased) {
            columns.add("ε");
        }
        columns.addAll(List.of(
                "capacity",
                "measured",
                "± sd",
                "theory",
                "measured / theory",
                "band of measured / theory",
                "expected at N",
                "band in patterns",
                "inside"));
        return new Study.Table(
                id, title, columns, points.stream().map(p -> row(p, biased)).toList());
    }

    private static List<String> row(Judged p, boolean biased) {
        List<String> cells = new ArrayList<>(List.of(p.question().network().label(), Integer.toString(p.features())));
        if (biased) {
            cells.add(Double.toString(p.question().bias()));
        }
        cells.add(measure(p.question().measure()));
        cells.add(Text.number(p.mean()));
        cells.add(Text.number(p.point().deviation()));
        cells.add(p.theory().isPresent() ? Text.number(p.theory().getAsDouble()) : "");
        // Beside a theory of less than a pattern a ratio says nothing.
        double theory = p.theory().orElse(0);
        cells.add(theory >= 1 ? Text.number(p.mean() / theory) : "");
        cells.add(p.band()
                .filter(_ -> theory >= 1)
                .map(band -> interval(band.low() / theory, band.high() / theory))
                .orElse(""));
        cells.add(p.expected().map(e -> Text.number(e.mean())).orElse(""));
        cells.add(p.band().map(band -> interval(band.low(), band.high())).orElse(""));
        cells.add(p.band().isPresent() ? Text.yes(p.inside()) : "");
        return cells;
    }

    private static String interval(double low, double high) {
        return Text.number(low) + "…" + Text.number(high);
    }

    static String measure(Measure measure) {
        return switch (measure) {
            case TRANSITION -> "P_T";
            case SEQUENCE -> "P_S";
        };
    }

    static String lower(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
