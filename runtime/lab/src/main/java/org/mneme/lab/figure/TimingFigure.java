package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.model.CapacityTheory;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** MixedNet's timing: the steeper the interaction, the closer order and dwell are to what was asked. */
final class TimingFigure implements Figure {
    private static final String NAME = "timing";
    private static final int SHOWN_PATTERNS = 8;

    private final Size paper;
    private final Size quick;

    /** What must come out for a degree. */
    enum Outcome {
        /** Patterns come in another order than stored. */
        WRONG_ORDER("wrong order"),
        /** The right order, but each pattern is held for another time than asked. */
        WRONG_TIMING("right order, wrong timing"),
        /** Each pattern in its turn, for the steps asked. */
        RIGHT("right order and timing");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /**
     * What is run.
     *
     * @param features N
     * @param patterns P
     * @param lambda λ
     * @param tau τ
     * @param wanted what must come out, by rising degree
     * @param seeds draws of the patterns
     */
    record Size(int features, int patterns, double lambda, int tau, List<Wanted> wanted, int seeds) {}

    /**
     * What must come out.
     *
     * @param degree d_S = d_A
     * @param outcome how the recall must go
     */
    record Wanted(int degree, Outcome outcome) {}

    /** A stretch of steps in which one pattern is nearest. */
    private record Visit(int pattern, int steps) {}

    private record Recalled(int degree, List<double[]> overlaps, List<Visit> visits, double least) {
        boolean inOrder(int patterns) {
            return IntStream.range(0, visits.size()).allMatch(k -> visits.get(k).pattern() == k % patterns);
        }

        /** Dwell times but the first, before which there is no history, and the last, which the end of the run cuts. */
        List<Integer> dwells() {
            return visits
                    .subList(Math.min(1, visits.size()), Math.max(Math.min(1, visits.size()), visits.size() - 1))
                    .stream()
                    .map(Visit::steps)
                    .toList();
        }

        Outcome outcome(int patterns, int tau) {
            if (!inOrder(patterns)) {
                return Outcome.WRONG_ORDER;
            }
            return !dwells().isEmpty() && dwells().stream().allMatch(steps -> steps == tau)
                    ? Outcome.RIGHT
                    : Outcome.WRONG_TIMING;
        }
    }

    TimingFigure() {
        this(published(10), published(10));
    }

    TimingFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    /** The published setting. */
    static Size published(int seeds) {
        return new Size(
                100,
                40,
                2.5,
                5,
                List.of(
                        new Wanted(1, Outcome.WRONG_ORDER),
                        new Wanted(2, Outcome.WRONG_TIMING),
                        new Wanted(10, Outcome.RIGHT)),
                seeds);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "MixedNet, N = 100, P = 40, λ = 2.5, τ = 5, d_S = d_A = 1, 2 and 10.";
    }

    @Override
    public String toBeSeen() {
        return "Wrong order; right order, wrong timing; both right (5 steps each).";
    }

    @Override
    public boolean keepsTrials() {
        return false;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<Integer> degrees = size.wanted().stream().map(Wanted::degree).toList();
        List<Recalled> all = Parts.run(
                NAME,
                options,
                degrees.size() * size.seeds(),
                k -> recall(size, degrees.get(k / size.seeds()), Seeds.of(options.seed(), k % size.seeds())));
        List<Chart> charts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> found = new ArrayList<>();
        boolean good = true;
        for (int k = 0; k < degrees.size(); k++) {
            List<Recalled> runs = all.subList(k * size.seeds(), (k + 1) * size.seeds());
            int degree = degrees.get(k);
            Outcome wanted = size.wanted().get(k).outcome();
            long dwell = CapacityTheory.dwell(size.tau(), size.lambda(), degree);
            long as = runs.stream()
                    .filter(run -> run.outcome(size.patterns(), size.tau()) == wanted)
                    .count();
            // Where the order is right, the dwell must be the one the theory names.
            boolean held = wanted == Outcome.WRONG_ORDER || runs.stream().allMatch(run -> usual(run) == dwell);
            good &= as == size.seeds() && held;
            found.add(Text.of("d = %d: %s in %d of %d draws", degree, wanted.words, as, size.seeds()));
            charts.add(chart(degree, runs.getFirst(), size));
            runs.forEach(run -> rows.add(row(rows.size() % size.seeds(), run, size, dwell)));
        }
        return new Study(
                NAME,
                "Timing of MixedNet",
                String.join("; ", found) + ".",
                good,
                settings(size, options, degrees),
                charts,
                List.of(new Study.Table(
                        "timing",
                        "Every recall",
                        List.of(
                                "degree",
                                "draw",
                                "order right",
                                "patterns in order",
                                "usual dwell",
                                "dwell by theory",
                                "dwells as asked",
                                "least largest overlap"),
                        rows)),
                remarks(size, degrees));
    }

    private static Recalled recall(Size size, int degree, long seed) {
        Interaction f = degree == 1 ? new Interaction.Linear() : new Interaction.Polynomial(degree);
        PatternSet patterns = PatternSet.random(size.patterns(), size.features(), seed, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(size.patterns()), f)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(size.tau())), size.lambda(), f));
        ReferenceRecall recall = ReferenceRecall.exact(memory);
        recall.cue(patterns.row(0));
        int steps = size.patterns() * size.tau();
        List<double[]> overlaps = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        double least = 1;
        for (int t = 0; t < steps; t++) {
            int[] h = recall.overlaps();
            int best = 0;
            double[] m = new double[h.length];
            for (int mu = 0; mu < h.length; mu++) {
                m[mu] = (double) h[mu] / size.features();
                best = h[mu] > h[best] ? mu : best;
            }
            overlaps.add(m);
            least = Math.min(least, m[best]);
            if (!visits.isEmpty() && visits.getLast().pattern() == best) {
                visits.add(new Visit(best, visits.removeLast().steps() + 1));
            } else {
                visits.add(new Visit(best, 1));
            }
            boolean _ = recall.step();
        }
        return new Recalled(degree, overlaps, List.copyOf(visits), least);
    }

    /** The most frequent dwell, the shorter on ties; 0 where no pattern but the first and the last was seen. */
    private static int usual(Recalled run) {
        List<Integer> dwells = run.dwells();
        return dwells.stream()
                .sorted()
                .reduce((a, b) -> Collections.frequency(dwells, b) > Collections.frequency(dwells, a) ? b : a)
                .orElse(0);
    }

    private static Chart chart(int degree, Recalled run, Size size) {
        int steps = Math.min(run.overlaps().size(), (SHOWN_PATTERNS + 1) * size.tau());
        List<Series> series = new ArrayList<>();
        for (int mu = 0; mu < Math.min(SHOWN_PATTERNS, size.patterns()); mu++) {
            int pattern = mu;
            series.add(new Series(
                    "pattern " + mu,
                    Series.Mark.LINE,
                    IntStream.range(0, steps)
                            .mapToObj(t -> Series.Point.of(t, run.overlaps().get(t)[pattern]))
                            .toList()));
        }
        return new Chart(
                "timing-d" + degree,
                "Overlaps, d_S = d_A = " + degree,
                Text.of(
                        "Overlap of the state with the first %d patterns; first draw. Each should be held %d steps.",
                        Math.min(SHOWN_PATTERNS, size.patterns()), size.tau()),
                Chart.Scale.linear("recall step t"),
                Chart.Scale.linear("overlap m"),
                series);
    }

    private static List<String> row(int draw, Recalled run, Size size, long dwell) {
        long asAsked =
                run.dwells().stream().filter(steps -> steps == size.tau()).count();
        int inOrder = 0;
        while (inOrder < run.visits().size() && run.visits().get(inOrder).pattern() == inOrder % size.patterns()) {
            inOrder++;
        }
        return List.of(
                Integer.toString(run.degree()),
                Integer.toString(draw),
                Text.yes(run.inOrder(size.patterns())),
                Integer.toString(inOrder),
                Integer.toString(usual(run)),
                Long.toString(dwell),
                Text.of("%d of %d", asAsked, run.dwells().size()),
                Text.of("%.2f", run.least()));
    }

    private static Map<String, String> settings(Size size, FigureOptions options, List<Integer> degrees) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("scale", options.scale().label());
        settings.put("seed", Long.toString(options.seed()));
        settings.put("features N", Integer.toString(size.features()));
        settings.put("patterns P", Integer.toString(size.patterns()));
        settings.put("λ", Double.toString(size.lambda()));
        settings.put("τ", Integer.toString(size.tau()) + ", a boxcar");
        settings.put("degrees d_S = d_A", Text.list(degrees));
        settings.put("self-coupling", "included");
        settings.put("draws of the patterns", Integer.toString(size.seeds()));
        settings.put("recall steps", Integer.toString(size.patterns() * size.tau()));
        return settings;
    }

    private static List<String> remarks(Size size, List<Integer> degrees) {
        List<String> sentences = new ArrayList<>();
        for (int degree : degrees) {
            sentences.add(Text.of(
                    "for d = %d after %d steps", degree, CapacityTheory.dwell(size.tau(), size.lambda(), degree)));
        }
        return List.of(
                Text.of(
                        "A pattern is left when λ(k/τ)^d exceeds 1, k the steps it has been held: %s. Exactly τ needs d above %.2f.",
                        String.join(", ", sentences), CapacityTheory.dwellDegreeBound(size.tau(), size.lambda())),
                Text.of(
                        "With d = 1 the order is wrong because P = %d patterns are far above the capacity of about %.1f.",
                        size.patterns(),
                        CapacityTheory.mixedPolynomialTransition(size.features(), 1, 1, size.lambda())));
    }
}
