package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** Overlaps over time: SeqNet loses a sequence that the quadratic network recalls. */
final class OverlapsFigure implements Figure {
    private static final String NAME = "overlaps";
    private static final int DRAWN = 10;
    private static final double HALF = 0.5;

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param features N
     * @param patterns P
     * @param loses the interaction that must lose the sequence
     * @param recalls the interaction that must recall it
     * @param seeds draws of the patterns
     */
    record Size(int features, int patterns, Interaction loses, Interaction recalls, int seeds) {}

    /** One recall: the overlaps m_μ at each step t, and what became of it. */
    private record Recalled(List<double[]> overlaps, OptionalInt firstFlip, OptionalInt lost) {
        boolean clean() {
            return firstFlip.isEmpty();
        }

        double last() {
            return overlaps.getLast()[overlaps.size() - 1];
        }
    }

    OverlapsFigure() {
        this(
                new Size(300, 100, new Interaction.Linear(), new Interaction.Polynomial(2), 20),
                new Size(300, 100, new Interaction.Linear(), new Interaction.Polynomial(2), 5));
    }

    OverlapsFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "N = 300, P = 100, SeqNet and polynomial d = 2, from a clean first pattern.";
    }

    @Override
    public String toBeSeen() {
        return "SeqNet loses the sequence; d = 2 recalls all of it.";
    }

    @Override
    public boolean keepsTrials() {
        return false;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<Recalled> all = Parts.run(
                NAME,
                options,
                2 * size.seeds(),
                k -> recall(size, k % 2 == 0 ? size.loses() : size.recalls(), Seeds.of(options.seed(), k / 2)));
        List<Recalled> losing = every(all, 0);
        List<Recalled> recalling = every(all, 1);
        long lost = losing.stream().filter(r -> r.lost().isPresent()).count();
        long clean = recalling.stream().filter(Recalled::clean).count();
        boolean good = lost == size.seeds() && clean == size.seeds();
        return new Study(
                NAME,
                "Overlaps over time",
                Text.of(
                        "%s loses the sequence in %d of %d draws, %s recalls all %d patterns without a flipped bit in %d of %d.",
                        capital(name(size.loses())),
                        lost,
                        size.seeds(),
                        name(size.recalls()),
                        size.patterns(),
                        clean,
                        size.seeds()),
                good,
                settings(size, options),
                List.of(
                        chart("overlaps-loses", size.loses(), losing.getFirst(), size),
                        chart("overlaps-recalls", size.recalls(), recalling.getFirst(), size)),
                List.of(table(losing, recalling, size)),
                remarks(losing, size));
    }

    private static List<Recalled> every(List<Recalled> all, int rest) {
        return IntStream.range(0, all.size())
                .filter(k -> k % 2 == rest)
                .mapToObj(all::get)
                .toList();
    }

    private static Recalled recall(Size size, Interaction interaction, long seed) {
        PatternSet patterns = PatternSet.random(size.patterns(), size.features(), seed, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(size.patterns()), interaction)
                .with(SelfCoupling.EXCLUDED);
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        recall.cue(patterns.row(0));
        List<double[]> overlaps = new ArrayList<>();
        OptionalInt firstFlip = OptionalInt.empty();
        OptionalInt lost = OptionalInt.empty();
        for (int t = 0; t < size.patterns(); t++) {
            int[] h = recall.overlaps();
            double[] m = new double[h.length];
            int best = 0;
            for (int mu = 0; mu < h.length; mu++) {
                m[mu] = (double) h[mu] / size.features();
                best = h[mu] > h[best] ? mu : best;
            }
            overlaps.add(m);
            if (firstFlip.isEmpty() && h[t] != size.features()) {
                firstFlip = OptionalInt.of(t);
            }
            if (lost.isEmpty() && best != t) {
                lost = OptionalInt.of(t);
            }
            boolean _ = recall.step();
        }
        return new Recalled(overlaps, firstFlip, lost);
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("scale", options.scale().label());
        settings.put("seed", Long.toString(options.seed()));
        settings.put("features N", Integer.toString(size.features()));
        settings.put("patterns P", Integer.toString(size.patterns()));
        settings.put("interactions", name(size.loses()) + "; " + name(size.recalls()));
        settings.put("self-coupling", "excluded");
        settings.put("draws of the patterns", Integer.toString(size.seeds()));
        return settings;
    }

    private static Chart chart(String id, Interaction interaction, Recalled run, Size size) {
        List<Series> series = new ArrayList<>();
        int every = Math.max(1, size.patterns() / DRAWN);
        for (int mu = 0; mu < size.patterns(); mu += every) {
            int pattern = mu;
            series.add(new Series(
                    "single patterns",
                    Series.Mark.THIN,
                    points(run.overlaps().size(), t -> run.overlaps().get(t)[pattern])));
        }
        series.add(new Series(
                "the expected pattern",
                Series.Mark.LINE,
                points(run.overlaps().size(), t -> run.overlaps().get(t)[t])));
        return new Chart(
                id,
                "Overlaps, " + name(interaction),
                Text.of(
                        "Overlap of the state with the pattern whose turn it is, and with every %dth pattern; first draw.",
                        every),
                Chart.Scale.linear("recall step t"),
                Chart.Scale.linear("overlap m"),
                series);
    }

    private static List<Series.Point> points(int count, IntToDoubleFunction y) {
        return IntStream.range(0, count)
                .mapToObj(t -> Series.Point.of(t, y.applyAsDouble(t)))
                .toList();
    }

    private static Study.Table table(List<Recalled> losing, List<Recalled> recalling, Size size) {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < losing.size(); k++) {
            rows.add(row(k, size.loses(), losing.get(k)));
            rows.add(row(k, size.recalls(), recalling.get(k)));
        }
        return new Study.Table(
                "overlaps",
                "Every recall",
                List.of(
                        "draw",
                        "interaction",
                        "first step with a flipped bit",
                        "first step another pattern is nearer",
                        "last overlap"),
                rows);
    }

    private static List<String> row(int draw, Interaction interaction, Recalled run) {
        return List.of(
                Integer.toString(draw),
                name(interaction),
                step(run.firstFlip()),
                step(run.lost()),
                Text.of("%.3f", run.last()));
    }

    private static String step(OptionalInt step) {
        return step.isPresent() ? Integer.toString(step.getAsInt()) : "none";
    }

    private static List<String> remarks(List<Recalled> losing, Size size) {
        double half = losing.stream().mapToInt(OverlapsFigure::half).average().orElseThrow();
        double flip = losing.stream()
                .mapToInt(r -> r.firstFlip().orElse(size.patterns()))
                .average()
                .orElseThrow();
        double lost = losing.stream()
                .mapToInt(r -> r.lost().orElse(size.patterns()))
                .average()
                .orElseThrow();
        return List.of(Text.of(
                "%s flips its first bit at step %.1f on average, is below an overlap of one half from step %.1f, and another pattern is "
                        + "nearer than the expected one from step %.1f. Its crosstalk has the variance P/N = %.2f of the signal's square: "
                        + "too much for a unit, so every step starts from a worse state than the one before. With d = 2 the variance is "
                        + "3P/N² = %.4f.",
                capital(name(size.loses())),
                flip,
                half,
                lost,
                (double) size.patterns() / size.features(),
                3.0 * size.patterns() / size.features() / size.features()));
    }

    private static int half(Recalled run) {
        return IntStream.range(0, run.overlaps().size())
                .filter(t -> run.overlaps().get(t)[t] < HALF)
                .findFirst()
                .orElse(run.overlaps().size());
    }

    private static String name(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Linear _ -> "SeqNet";
            case Interaction.Polynomial polynomial -> "polynomial d = " + polynomial.degree();
            case Interaction.Exponential _ -> "exponential";
            case Interaction.Threshold _ -> "threshold";
            case Interaction.Softmax _ -> "softmax";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
