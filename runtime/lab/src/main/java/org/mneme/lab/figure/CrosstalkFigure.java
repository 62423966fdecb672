package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mneme.model.CapacityTheory;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** The exponential DenseNet's crosstalk against the Gaussian that the capacity formulas assume. */
final class CrosstalkFigure implements Figure {
    private static final String NAME = "crosstalk";
    private static final int BATCHES = 8;

    /** Standard errors, and a share for the approximation of the standard errors. */
    private static final double ERRORS = 4;

    private static final double SLACK = 0.03;

    /** How much more often than in a Gaussian a unit must flip. */
    private static final double FAR = 10;

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param draws by rising N
     * @param patterns P at each N
     * @param histogram N of the histogram
     * @param kappa κ; 1 in the paper
     */
    record Size(List<Draws> draws, int patterns, int histogram, double kappa) {}

    /**
     * How often patterns are drawn.
     *
     * @param features N
     * @param count of the draws
     */
    record Draws(int features, int count) {}

    /** The moments at one N. */
    private record Row(int features, int patterns, int draws, CrosstalkSample sample) {
        double varianceTheory() {
            return CapacityTheory.crosstalkVariance(features, patterns);
        }

        double kurtosisTheory() {
            return CapacityTheory.crosstalkExcessKurtosis(features, patterns);
        }

        /**
         * Coincident pairs of patterns make the fourth moment: a pair alike in all bits (2^−N) gives 2N terms of size 1, one alike in all
         * but one of N bits (N 2^−N) gives 2. The standard error of their sum follows from how many pairs there are.
         */
        double kurtosisBand() {
            double pairs = 0.5 * patterns * (patterns - 1.0) * draws * StrictMath.pow(2, -features);
            return SLACK + ERRORS * Math.sqrt((features + 1.0) / (4 * features * pairs));
        }

        /** The same pairs, against the mean square of all terms. */
        double varianceBand() {
            double pairs = 0.5 * patterns * (patterns - 1.0) * draws * StrictMath.pow(2, -features);
            double squares = (double) draws * features * patterns * varianceTheory();
            return SLACK + ERRORS * Math.sqrt(pairs * 4 * features * (features + 1.0)) / squares;
        }

        boolean inside() {
            return Math.abs(sample.variance() / varianceTheory() - 1) <= varianceBand()
                    && Math.abs(sample.excessKurtosis() / kurtosisTheory() - 1) <= kurtosisBand();
        }

        double gaussianFlips() {
            return Normal.above(1 / Math.sqrt(varianceTheory()));
        }
    }

    CrosstalkFigure() {
        this(
                new Size(draws(8, 2000, 10, 2000, 12, 2000, 14, 4000, 16, 8000, 18, 20_000, 20, 50_000), 100, 14, 1),
                new Size(draws(8, 1000, 10, 1000, 12, 1000, 14, 2000, 16, 4000), 100, 14, 1));
    }

    CrosstalkFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    /** N, draws, N, draws, … */
    static List<Draws> draws(int... pairs) {
        List<Draws> draws = new ArrayList<>();
        for (int k = 0; k < pairs.length; k += 2) {
            draws.add(new Draws(pairs[k], pairs[k + 1]));
        }
        return List.copyOf(draws);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "Crosstalk of the exponential DenseNet, self-coupling excluded: variance (P−1)β^(1−N), excess kurtosis "
                + "((cosh 4/cosh² 2)^(N−1) − 3)/(P−1).";
    }

    @Override
    public String toBeSeen() {
        return "Both formulas hold, and the distribution is far from the Gaussian of that variance.";
    }

    @Override
    public boolean keepsTrials() {
        return false;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<CrosstalkSample> batches = Parts.run(
                NAME,
                options,
                size.draws().size() * BATCHES,
                k -> sample(size, size.draws().get(k / BATCHES), k % BATCHES, options.seed()));
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < size.draws().size(); k++) {
            Draws draws = size.draws().get(k);
            CrosstalkSample sum = new CrosstalkSample(draws.features(), size.patterns(), size.kappa());
            batches.subList(k * BATCHES, (k + 1) * BATCHES).forEach(sum::add);
            rows.add(new Row(draws.features(), size.patterns(), draws.count(), sum));
        }
        Row last = rows.getLast();
        Row drawn = rows.stream()
                .filter(row -> row.features() == size.histogram())
                .findFirst()
                .orElse(last);
        long inside = rows.stream().filter(Row::inside).count();
        boolean far = last.sample().flipped() > FAR * last.gaussianFlips();
        return new Study(
                NAME,
                "Crosstalk of the exponential network",
                Text.of(
                        "Variance and excess kurtosis are those of theory at %d of %d sizes; at N = %d and P = %d the crosstalk flips a "
                                + "unit with probability %.1e, a Gaussian of the same variance with %.1e.",
                        inside,
                        rows.size(),
                        last.features(),
                        last.patterns(),
                        last.sample().flipped(),
                        last.gaussianFlips()),
                inside == rows.size() && far,
                settings(size, options),
                List.of(kurtosis(rows), variance(rows), histogram(drawn)),
                List.of(table(rows)),
                remarks());
    }

    private static CrosstalkSample sample(Size size, Draws draws, int batch, long seed) {
        CrosstalkSample sample = new CrosstalkSample(draws.features(), size.patterns(), size.kappa());
        for (int k = batch; k < draws.count(); k += BATCHES) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            sample.draw(Seeds.of(Seeds.of(seed, draws.features()), k));
        }
        return sample;
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("scale", options.scale().label());
        settings.put("seed", Long.toString(options.seed()));
        settings.put(
                "features N",
                Text.list(size.draws().stream().map(Draws::features).toList()));
        settings.put("patterns P", Integer.toString(size.patterns()));
        settings.put(
                "draws of the patterns",
                Text.list(size.draws().stream().map(Draws::count).toList()));
        settings.put("κ", Double.toString(size.kappa()));
        settings.put("self-coupling", "excluded");
        settings.put(
                "band",
                "measured / theory within 1 ± (0.03 + 4 standard errors), the standard error that of the number of coincident pairs of "
                        + "patterns, which carry the fourth moment");
        return settings;
    }

    private static Chart kurtosis(List<Row> rows) {
        return new Chart(
                "crosstalk-kurtosis",
                "Excess kurtosis of the crosstalk",
                "A Gaussian has 0. The bars are the band stated beforehand.",
                Chart.Scale.linear("features N"),
                Chart.Scale.log("excess kurtosis"),
                List.of(
                        new Series(
                                "theory",
                                Series.Mark.LINE,
                                rows.stream()
                                        .map(r -> Series.Point.of(r.features(), r.kurtosisTheory()))
                                        .toList()),
                        measured(rows, r -> r.sample().excessKurtosis(), r -> r.kurtosisTheory() * r.kurtosisBand())));
    }

    private static Chart variance(List<Row> rows) {
        return new Chart(
                "crosstalk-variance",
                "Variance of the crosstalk",
                "The signal's square is 1. The bars are the band stated beforehand.",
                Chart.Scale.linear("features N"),
                Chart.Scale.log("variance"),
                List.of(
                        new Series(
                                "theory",
                                Series.Mark.LINE,
                                rows.stream()
                                        .map(r -> Series.Point.of(r.features(), r.varianceTheory()))
                                        .toList()),
                        measured(rows, r -> r.sample().variance(), r -> r.varianceTheory() * r.varianceBand())));
    }

    private static Series measured(List<Row> rows, ToDoubleFunction<Row> value, ToDoubleFunction<Row> half) {
        return new Series(
                "measured",
                Series.Mark.DOTS,
                rows.stream()
                        .map(r -> new Series.Point(
                                r.features(),
                                value.applyAsDouble(r),
                                value.applyAsDouble(r) - half.applyAsDouble(r),
                                value.applyAsDouble(r) + half.applyAsDouble(r)))
                        .toList());
    }

    private static Chart histogram(Row row) {
        double lowest = Normal.density(4.5);
        List<Series.Point> gaussian = IntStream.rangeClosed(-90, 90)
                .mapToObj(k -> Series.Point.of(k / 20.0, Normal.density(k / 20.0)))
                .toList();
        List<Series.Point> measured = IntStream.range(0, CrosstalkSample.BINS)
                .filter(k -> row.sample().density(k) >= lowest)
                .mapToObj(k ->
                        Series.Point.of(CrosstalkSample.middle(k), row.sample().density(k)))
                .toList();
        return new Chart(
                "crosstalk-histogram",
                Text.of("Distribution of the crosstalk, N = %d, P = %d", row.features(), row.patterns()),
                Text.of(
                        "In units of the theory's standard deviation, %.3f; a unit flips below −%.2f. The bumps there are coincident patterns.",
                        Math.sqrt(row.varianceTheory()), 1 / Math.sqrt(row.varianceTheory())),
                Chart.Scale.linear("crosstalk / standard deviation"),
                Chart.Scale.log("density"),
                List.of(
                        new Series("Gaussian", Series.Mark.LINE, gaussian),
                        new Series("measured", Series.Mark.DOTS, measured)));
    }

    private static Study.Table table(List<Row> rows) {
        return new Study.Table(
                "crosstalk",
                "Measured and by theory",
                List.of(
                        "N",
                        "P",
                        "draws",
                        "variance",
                        "variance by theory",
                        "band ±",
                        "excess kurtosis",
                        "excess kurtosis by theory",
                        "band ±",
                        "inside",
                        "flips of a unit",
                        "by a Gaussian"),
                rows.stream()
                        .map(r -> List.of(
                                Integer.toString(r.features()),
                                Integer.toString(r.patterns()),
                                Integer.toString(r.draws()),
                                Text.of("%.3e", r.sample().variance()),
                                Text.of("%.3e", r.varianceTheory()),
                                Text.of("%.0f %%", 100 * r.varianceBand()),
                                Text.number(r.sample().excessKurtosis()),
                                Text.number(r.kurtosisTheory()),
                                Text.of("%.0f %%", 100 * r.kurtosisBand()),
                                Text.yes(r.inside()),
                                Text.of("%.1e", r.sample().flipped()),
                                Text.of("%.1e", r.gaussianFlips())))
                        .toList());
    }

    private static List<String> remarks() {
        return List.of(
                "The fourth moment of one term is e^(−8k) averaged over k mismatches, nearly all of it from k = 0: a second pattern that "
                        + "coincides with the present one in all the bits a unit sees. Such terms are rare and as large as the signal, so "
                        + "the variance stays small while the kurtosis grows as 1.93^N / P. A Gaussian needs P far above 1.93^N, a small "
                        + "variance P far below 1.96^N: that window opens as 1.02^N, so not at any N that can be simulated. And whatever "
                        + "the shape, all P transitions are clean only if no two patterns coincide, which ends near P = 2^(N/2).",
                "Both formulas are exact for random patterns at any N and P; the sample must agree within its error.");
    }
}
