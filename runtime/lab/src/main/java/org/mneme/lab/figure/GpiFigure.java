package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

/** Correlated patterns, with and without the generalized pseudoinverse. */
final class GpiFigure implements Figure {
    private static final String NAME = "gpi";

    /** Hebbian learning has fallen where less than this share of its capacity for random patterns is left. */
    private static final double FALLEN = 0.25;

    /** P = N independent patterns are recalled without crosstalk, whatever the bias; this share allows for draws that are dependent. */
    private static final double HELD = 0.8;

    private static final double TIMES = 4;

    /** Two patterns are a sequence of every network, so no capacity falls below. */
    private static final double LEAST = 2;

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param features N
     * @param biases ε
     * @param judged the ε at which the pseudoinverse must hold and Hebbian learning have fallen
     * @param degrees d
     * @param rule the learning that must hold; the pseudoinverse
     * @param trials a point
     */
    record Size(int features, List<Double> biases, double judged, List<Integer> degrees, Learning rule, int trials) {}

    GpiFigure() {
        this(
                new Size(
                        100,
                        List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95),
                        0.8,
                        List.of(1, 2, 3),
                        Learning.PSEUDOINVERSE,
                        20),
                new Size(40, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 0.9), 0.8, List.of(1, 2, 3), Learning.PSEUDOINVERSE, 10));
    }

    GpiFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "N = 100, ε = 0…0.95, d = 1…3, with and without GPI.";
    }

    @Override
    public String toBeSeen() {
        return "GPI keeps capacity where the plain rule collapses.";
    }

    @Override
    public boolean keepsTrials() {
        return true;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<CapacityQuestion> questions = new ArrayList<>();
        for (Learning learning : List.of(size.rule(), Learning.HEBBIAN)) {
            for (int d : size.degrees()) {
                for (double bias : size.biases()) {
                    questions.add(question(d, bias, learning, size));
                }
            }
        }
        List<Judged> points = Judged.measure(NAME, options, questions, size.trials());
        List<Chart> charts = new ArrayList<>();
        List<String> found = new ArrayList<>();
        boolean good = points.stream().allMatch(Judged::inside);
        for (int d : size.degrees()) {
            List<Judged> gpi = of(points, d, size.rule());
            List<Judged> plain = of(points, d, Learning.HEBBIAN);
            charts.add(chart(d, gpi, plain));
            double held = at(gpi, size.judged());
            double fallen = at(plain, size.judged());
            good &= held >= HELD * size.features()
                    && held >= TIMES * fallen
                    && fallen <= Math.max(LEAST, FALLEN * at(plain, 0));
            found.add(Text.of(
                    "d = %d: %s with GPI (%s at ε = 0), %s without (%s)",
                    d, Text.number(held), Text.number(at(gpi, 0)), Text.number(fallen), Text.number(at(plain, 0))));
        }
        return new Study(
                NAME,
                "Correlated patterns and the generalized pseudoinverse",
                Text.of(
                        "Patterns at ε = %s: %s. At ε = 0 %s.",
                        size.judged(), String.join("; ", found), CapacityPresentation.insideSentence(points)),
                good,
                settings(size, options),
                charts,
                List.of(CapacityPresentation.table("gpi", "Every point", points)),
                remarks(size));
    }

    private static Interaction power(int degree) {
        return degree == 1 ? new Interaction.Linear() : new Interaction.Polynomial(degree);
    }

    private static CapacityQuestion question(int d, double bias, Learning learning, Size size) {
        return new CapacityQuestion(
                new Network.Dense(power(d), SelfCoupling.INCLUDED, learning),
                size.features(),
                bias,
                Measure.TRANSITION,
                Procedure.BISECTION,
                1);
    }

    /** The points of one curve. */
    private static List<Judged> of(List<Judged> points, int d, Learning learning) {
        return points.stream()
                .filter(p -> p.question().network() instanceof Network.Dense dense
                        && dense.learning() == learning
                        && dense.interaction().equals(power(d)))
                .toList();
    }

    private static double at(List<Judged> points, double bias) {
        return points.stream()
                .min(Comparator.comparingDouble(p -> Math.abs(p.question().bias() - bias)))
                .orElseThrow()
                .mean();
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = CapacityPresentation.settings(options, size.trials(), Procedure.BISECTION);
        settings.put("features N", Integer.toString(size.features()));
        settings.put("biases ε", Text.list(size.biases()));
        settings.put("degrees d", Text.list(size.degrees()));
        settings.put("self-coupling", "included");
        settings.put(
                "must be seen at ε = " + size.judged(),
                Text.of(
                        "with GPI at least %s N and %s times the plain rule; without, at most %s of the capacity at ε = 0, or the least possible: 2",
                        HELD, TIMES, FALLEN));
        return settings;
    }

    private static Chart chart(int d, List<Judged> gpi, List<Judged> plain) {
        int n = gpi.getFirst().features();
        double theory = CapacityTheory.polynomialTransition(n, d);
        return new Chart(
                "gpi-d" + d,
                "Transition capacity of correlated patterns, d = " + d,
                "Dots: measured, ± one standard deviation of the trials. Dashed: the paper's formula for random patterns (ε = 0) without "
                        + "the pseudoinverse, P = N, and where coincident patterns alone would end the capacity.",
                Chart.Scale.linear("bias ε"),
                Chart.Scale.log("P_T"),
                List.of(
                        joined("pseudoinverse", gpi),
                        joined("Hebbian", plain),
                        CapacityPresentation.line(
                                "theory at ε = 0",
                                Series.Mark.DASHED,
                                plain,
                                p -> p.question().bias(),
                                p -> OptionalDouble.of(theory)),
                        CapacityPresentation.line(
                                "P = N",
                                Series.Mark.DASHED,
                                plain,
                                p -> p.question().bias(),
                                p -> OptionalDouble.of(n)),
                        CapacityPresentation.line(
                                "coincidence bound",
                                Series.Mark.DASHED,
                                plain,
                                p -> p.question().bias(),
                                p -> p.bound().mean() > 10 * gpi.getFirst().mean()
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(p.bound().mean()))));
    }

    private static Series joined(String name, List<Judged> points) {
        return new Series(
                name,
                Series.Mark.DOTTED_LINE,
                points.stream().map(p -> p.measuredAt(p.question().bias())).toList());
    }

    private static List<String> remarks(Size size) {
        int n = size.features();
        return List.of(
                Text.of(
                        "For P ≤ N independent patterns the pseudoinverse is trivially perfect: Φξ^ν is the ν-th unit vector, so nothing but "
                                + "the right successor is heard, whatever d. The question is what happens above N = %d. There Φξ^ν is a column of the "
                                + "projection H = X(XᵀX)⁺Xᵀ: N/P on the diagonal, and the other P − 1 entries have the variance (N/P)(1 − N/P)/P. "
                                + "So the crosstalk's variance is the plain rule's times (1 − N/P)^d: for d = 1 the capacity ends just above N, for "
                                + "larger d it lies somewhat above the plain rule's. That is what is expected at ε = 0.",
                        n),
                "There is no theory for ε > 0. Without GPI every pattern answers every other with the mean overlap ε², and the shared "
                        + "sign ε adds up: the crosstalk has a mean of about ε^(2d+1) P, so the capacity falls to about ε^−(2d+1). H does not "
                        + "depend on the mean of the patterns, so with GPI the overlaps stay small, and capacity above N is kept.",
                "Two things still cost capacity above N as ε grows. For even d the crosstalk's terms H^d have a mean, which the shared sign ε "
                        + "turns into a shift of about ε(P/N − 1) of the signal for d = 2. And the patterns become unequal: of one with few −1 "
                        + "bits little is its own, its H_νν is far below N/P, and its signal H_νν^d falls faster than its crosstalk, the more so the "
                        + "larger d.",
                "At large ε nothing helps: two patterns are equal with probability ((1 + ε²)/2)^N, and equal patterns cannot have different "
                        + "successors. The dashed bound is what the procedure would find if only equal patterns ended it.");
    }
}
