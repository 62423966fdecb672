package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.lab.capacity.Procedure;
import org.mneme.model.CapacityTheory;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** DenseNet's capacity over N. */
final class DenseNetFigure implements Figure {
    private static final String NAME = "densenet";

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param polynomial d → N
     * @param exponential N
     * @param trials a point
     */
    record Size(Map<Integer, List<Integer>> polynomial, List<Integer> exponential, int trials) {}

    DenseNetFigure() {
        this(paperSize(), quickSize());
    }

    DenseNetFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    private static Size paperSize() {
        List<Integer> tens = IntStream.rangeClosed(1, 10).mapToObj(k -> 10 * k).toList();
        return new Size(
                degrees(tens, tens, tens, tens),
                IntStream.rangeClosed(10, 25).boxed().toList(),
                20);
    }

    private static Size quickSize() {
        return new Size(
                degrees(
                        List.of(10, 20, 40, 60, 100),
                        List.of(10, 20, 40, 60, 100),
                        List.of(10, 20, 30, 40, 50),
                        List.of(10, 15, 20, 25)),
                List.of(10, 12, 14, 16, 18),
                10);
    }

    /** N of d = 1, 2, … */
    @SafeVarargs
    static Map<Integer, List<Integer>> degrees(List<Integer>... features) {
        Map<Integer, List<Integer>> degrees = new LinkedHashMap<>();
        for (List<Integer> list : features) {
            degrees.put(degrees.size() + 1, list);
        }
        return degrees;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "N = 10…100, d = 1…4; exponential N = 10…25; self-coupling excluded; 20 trials.";
    }

    @Override
    public String toBeSeen() {
        return "P_T and P_S against theory, log scale.";
    }

    @Override
    public boolean keepsTrials() {
        return true;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<CapacityQuestion> questions = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            size.polynomial()
                    .forEach((d, features) -> features.forEach(n -> questions.add(question(power(d), n, measure))));
            size.exponential().forEach(n -> questions.add(question(new Interaction.Exponential(1), n, measure)));
        }
        List<Judged> points = Judged.measure(NAME, options, questions, size.trials());
        PlainSimulations plain = PlainSimulations.against(points);
        List<Chart> charts = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            charts.add(polynomials(points, measure, size));
        }
        charts.add(exponential(points));
        FailureChart.of(points, power(2)).ifPresent(charts::add);
        return new Study(
                NAME,
                "Capacity of DenseNet",
                CapacityPresentation.insideSentence(points) + "; " + plain.sentence() + ".",
                points.stream().allMatch(Judged::inside) && plain.agree(),
                settings(size, options),
                charts,
                List.of(plain.table(), CapacityPresentation.table("densenet", "Every point", points)),
                remarks(points));
    }

    private static Interaction power(int degree) {
        return degree == 1 ? new Interaction.Linear() : new Interaction.Polynomial(degree);
    }

    private static CapacityQuestion question(Interaction f, int n, Measure measure) {
        return new CapacityQuestion(
                new Network.Dense(f, SelfCoupling.EXCLUDED, Learning.HEBBIAN), n, 0, measure, Procedure.DESCENT, 1);
    }

    private static List<Judged> of(List<Judged> points, Interaction f, Measure measure) {
        return points.stream()
                .filter(p -> p.question().measure() == measure
                        && p.question().network() instanceof Network.Dense dense
                        && dense.interaction().equals(f))
                .toList();
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = CapacityPresentation.settings(options, size.trials(), Procedure.DESCENT);
        size.polynomial().forEach((d, features) -> settings.put("features N, d = " + d, Text.list(features)));
        settings.put("features N, exponential", Text.list(size.exponential()));
        settings.put("self-coupling", "excluded");
        return settings;
    }

    private static Chart polynomials(List<Judged> points, Measure measure, Size size) {
        List<Series> series = new ArrayList<>();
        for (int d : size.polynomial().keySet()) {
            List<Judged> own = of(points, power(d), measure);
            String name = "d = " + d;
            series.add(CapacityPresentation.theory(name, own, Judged::features));
            series.add(CapacityPresentation.expected(name, own, Judged::features));
            series.add(CapacityPresentation.dots(name, own, Judged::features));
        }
        return new Chart(
                "densenet-" + CapacityPresentation.lower(measure),
                Text.of(
                        "%s capacity of the polynomial DenseNet",
                        measure == Measure.TRANSITION ? "Transition" : "Sequence"),
                "Dots: measured, ± one standard deviation of the trials. Lines: the paper's formula. Dashed: expected at finite N.",
                Chart.Scale.linear("features N"),
                Chart.Scale.log(CapacityPresentation.measure(measure)),
                series);
    }

    private static Chart exponential(List<Judged> points) {
        List<Judged> transition = of(points, new Interaction.Exponential(1), Measure.TRANSITION);
        List<Judged> sequence = of(points, new Interaction.Exponential(1), Measure.SEQUENCE);
        return new Chart(
                "densenet-exponential",
                "Capacity of the exponential DenseNet, and what ends it",
                "Dots: measured. Lines: the paper's formulas. Dashed: where coincident patterns alone would end it. Thin: excess "
                        + "kurtosis of the crosstalk at the measured P_T, 0 for a Gaussian.",
                Chart.Scale.linear("features N"),
                Chart.Scale.log("patterns P; excess kurtosis"),
                List.of(
                        CapacityPresentation.theory("P_T", transition, Judged::features),
                        CapacityPresentation.dots("P_T", transition, Judged::features),
                        CapacityPresentation.theory("P_S", sequence, Judged::features),
                        CapacityPresentation.dots("P_S", sequence, Judged::features),
                        CapacityPresentation.bound(transition, Judged::features),
                        CapacityPresentation.line(
                                "excess kurtosis",
                                Series.Mark.THIN,
                                transition,
                                Judged::features,
                                p -> OptionalDouble.of(kurtosis(p)))));
    }

    private static double kurtosis(Judged point) {
        return CapacityTheory.crosstalkExcessKurtosis(point.features(), Math.max(2, Math.round(point.mean())));
    }

    private static List<String> remarks(List<Judged> points) {
        List<String> remarks = new ArrayList<>();
        List<Judged> exponential = of(points, new Interaction.Exponential(1), Measure.TRANSITION);
        remarks.add(
                "Theory is Gaussian and for large N: it asks one transition (or the sequence) to pass with a probability near 1. A "
                        + "trial needs all P transitions clean, which asks more, the more so the larger P; at small N the crosstalk of d ≥ 2 has "
                        + "heavier tails than a Gaussian. Both make the formula too large. Against that, a trial takes the first clean draw on its way "
                        + "down, a lucky one, which is most of what is seen at the few patterns of d = 1. The dashed line has all three.");
        remarks.add(
                "P_T and P_S test one event: a clean run visits the patterns one by one, so it is all transitions clean. The measured "
                        + "values agree; the formulas differ by d + 1 (a union bound over N bits, or over N·P), so measured / theory is "
                        + "larger for P_S.");
        if (!exponential.isEmpty()) {
            Judged last = exponential.getLast();
            remarks.add(Text.of(
                    "The exponential network ends where random patterns coincide, not where theory says. At N = %d theory promises %s "
                            + "patterns, measured are %s. Two patterns alike in all N bits have two successors of equal weight; and with "
                            + "self-coupling excluded unit i sees two patterns that differ in bit i alone as one, N further ways. Among 2^(N/2) "
                            + "= %s patterns there are several such pairs: the bound, %s, is what the procedure would find if nothing else "
                            + "ever failed. In the crosstalk's distribution these pairs are the rare terms as large as the "
                            + "signal: its variance at the measured P_T is %s, far too small to flip a unit, but its excess kurtosis is %s, "
                            + "not the 0 that the formula assumes.",
                    last.features(),
                    Text.number(last.theory().orElseThrow()),
                    Text.number(last.mean()),
                    Text.number(StrictMath.pow(2, last.features() / 2.0)),
                    Text.number(last.bound().mean()),
                    Text.number(CapacityTheory.crosstalkVariance(last.features(), Math.round(last.mean()))),
                    Text.number(kurtosis(last))));
        }
        return remarks;
    }
}
