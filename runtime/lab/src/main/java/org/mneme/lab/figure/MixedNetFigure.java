package org.mneme.lab.figure;

import java.util.ArrayList;
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
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** MixedNet's capacity over N. */
final class MixedNetFigure implements Figure {
    private static final String NAME = "mixednet";

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param degrees d_S and d_A are 1…this
     * @param features N of the powers
     * @param exponential N of the exponential
     * @param lambda λ
     * @param trials a point
     */
    record Size(int degrees, List<Integer> features, List<Integer> exponential, double lambda, int trials) {}

    MixedNetFigure() {
        this(
                new Size(
                        3,
                        IntStream.rangeClosed(2, 10).mapToObj(k -> 10 * k).toList(),
                        IntStream.rangeClosed(5, 12).mapToObj(k -> 2 * k).toList(),
                        2.5,
                        20),
                new Size(3, List.of(20, 40, 60), List.of(10, 12, 14, 16), 2.5, 10));
    }

    MixedNetFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "MixedNet, λ = 2.5, d_S and d_A = 1…3; exponential N ≤ 25.";
    }

    @Override
    public String toBeSeen() {
        return "P_T and P_S against theory.";
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
            for (int s = 1; s <= size.degrees(); s++) {
                for (int a = 1; a <= size.degrees(); a++) {
                    for (int n : size.features()) {
                        questions.add(question(power(s), power(a), n, measure, size));
                    }
                }
            }
            for (int n : size.exponential()) {
                questions.add(
                        question(new Interaction.Exponential(1), new Interaction.Exponential(1), n, measure, size));
            }
        }
        List<Judged> points = Judged.measure(NAME, options, questions, size.trials());
        List<Chart> charts = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (int s = 1; s <= size.degrees(); s++) {
                charts.add(chart(points, s, measure, size));
            }
        }
        charts.add(exponential(points));
        return new Study(
                NAME,
                "Capacity of MixedNet",
                CapacityPresentation.insideSentence(points) + ".",
                points.stream().allMatch(Judged::inside),
                settings(size, options),
                charts,
                List.of(CapacityPresentation.table("mixednet", "Every point", points)),
                remarks(size));
    }

    private static Interaction power(int degree) {
        return degree == 1 ? new Interaction.Linear() : new Interaction.Polynomial(degree);
    }

    private static CapacityQuestion question(Interaction s, Interaction a, int n, Measure measure, Size size) {
        return new CapacityQuestion(new Network.Mixed(s, a, size.lambda()), n, 0, measure, Procedure.DESCENT, 1);
    }

    private static List<Judged> of(List<Judged> points, Interaction s, Interaction a, Measure measure) {
        return points.stream()
                .filter(p -> p.question().measure() == measure
                        && p.question().network() instanceof Network.Mixed mixed
                        && mixed.symmetric().equals(s)
                        && mixed.asymmetric().equals(a))
                .toList();
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = CapacityPresentation.settings(options, size.trials(), Procedure.DESCENT);
        settings.put("degrees d_S, d_A", "1…" + size.degrees());
        settings.put("features N, powers", Text.list(size.features()));
        settings.put("features N, exponential", Text.list(size.exponential()));
        settings.put("λ", Double.toString(size.lambda()));
        settings.put("self-coupling", "included");
        settings.put("slow trace", "settled, m̄ = m");
        return settings;
    }

    private static Chart chart(List<Judged> points, int s, Measure measure, Size size) {
        boolean transition = measure == Measure.TRANSITION;
        List<Series> series = new ArrayList<>();
        for (int a = 1; a <= size.degrees(); a++) {
            int degree = a;
            List<Judged> own = of(points, power(s), power(a), measure);
            String name = "d_A = " + a;
            series.add(CapacityPresentation.theory(name, own, Judged::features));
            series.add(
                    transition
                            ? CapacityPresentation.expected(name, own, Judged::features)
                            : CapacityPresentation.line(
                                    name,
                                    Series.Mark.DASHED,
                                    own,
                                    Judged::features,
                                    p -> OptionalDouble.of(CapacityTheory.mixedPolynomialSequenceByUnionBound(
                                            p.features(), s, degree, size.lambda()))));
            series.add(CapacityPresentation.dots(name, own, Judged::features));
        }
        return new Chart(
                "mixednet-" + CapacityPresentation.lower(measure) + "-s" + s,
                Text.of("%s capacity of MixedNet, d_S = %d", transition ? "Transition" : "Sequence", s),
                "Dots: measured, ± one standard deviation of the trials. Lines: the paper's formula. Dashed: "
                        + (transition ? "expected at finite N." : "the formula by the union bound, min(d_S, d_A) + 1."),
                Chart.Scale.linear("features N"),
                Chart.Scale.log(CapacityPresentation.measure(measure)),
                series);
    }

    private static Chart exponential(List<Judged> points) {
        Interaction f = new Interaction.Exponential(1);
        List<Judged> transition = of(points, f, f, Measure.TRANSITION);
        List<Judged> sequence = of(points, f, f, Measure.SEQUENCE);
        return new Chart(
                "mixednet-exponential",
                "Capacity of the exponential MixedNet",
                "Dots: measured. Lines: the paper's formulas. Dashed: expected at finite N, and where coincident patterns alone would "
                        + "end it.",
                Chart.Scale.linear("features N"),
                Chart.Scale.log("patterns P"),
                List.of(
                        CapacityPresentation.theory("P_T", transition, Judged::features),
                        CapacityPresentation.expected("P_T", transition, Judged::features),
                        CapacityPresentation.dots("P_T", transition, Judged::features),
                        CapacityPresentation.theory("P_S", sequence, Judged::features),
                        CapacityPresentation.dots("P_S", sequence, Judged::features),
                        CapacityPresentation.bound(transition, Judged::features)));
    }

    private static List<String> remarks(Size size) {
        return List.of(
                "A transition here is one in which the slow trace has settled on the present pattern, m̄ = m: the units that change must "
                        + "win by λ − 1, those that keep their sign have λ + 1. Only half of the units are at risk.",
                Text.of(
                        "Self-coupling is included, as it must be for the two-layer network. A unit then hears itself through the symmetric "
                                + "term of every pattern: for odd d_S that adds (P−1)·E[ξ h^d]/N^d to its present sign, P/N for d_S = 1 and about "
                                + "3P/N² for d_S = 3, which is taken off the margin λ − 1 = %.1f. The formula has no such term, so for odd d_S "
                                + "(above all d_S = d_A = 3) it is too large by more than for the DenseNet.",
                        size.lambda() - 1),
                "For d_S ≥ 2 and d_A = 1 the symmetric term does not matter, and a few patterns more or less are most of the capacity: "
                        + "hence the pattern of room in the band.",
                "P_S is drawn with both forms of the sequence formula: P_T / min(d_S, d_A) as in the paper's notebooks, and "
                        + "P_T / (min(d_S, d_A) + 1), the union bound that gives the DenseNet's d + 1. Measured P_S and P_T agree, since "
                        + "both test one event.",
                "The exponential MixedNet's formula is (λ−1)²/(λ²+1) of the DenseNet's. Measured capacities end at coincident patterns; "
                        + "with self-coupling included a pair that differs in one bit is not coincident (e^−2 instead of 1 to every unit), so "
                        + "the bound is higher than the DenseNet's with self-coupling excluded.");
    }
}
