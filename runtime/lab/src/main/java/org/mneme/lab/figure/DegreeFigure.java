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
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;

/** Capacity over the degree: it rises, then saturates. */
final class DegreeFigure implements Figure {
    private static final String NAME = "degree";

    /** How much the capacity must rise from d = 1 to the largest degree. */
    private static final double RISES = 3;

    /** How near the capacity at the degrees of the upper half must stay to their mean. */
    private static final double FLAT = 0.25;

    private final Size paper;
    private final Size quick;

    /**
     * What is run.
     *
     * @param features N
     * @param degrees d, ascending
     * @param trials a point
     */
    record Size(List<Integer> features, List<Integer> degrees, int trials) {
        /** The degrees at which the capacity must have saturated: those from half the largest on. */
        List<Integer> upper() {
            return degrees.stream().filter(d -> 2 * d >= degrees.getLast()).toList();
        }
    }

    DegreeFigure() {
        this(
                new Size(
                        List.of(10, 15, 20),
                        IntStream.rangeClosed(1, 46).boxed().toList(),
                        20),
                new Size(List.of(10, 15, 20), List.of(1, 2, 3, 4, 5, 6, 8, 12, 18, 24, 33, 46), 5));
    }

    DegreeFigure(Size paper, Size quick) {
        this.paper = paper;
        this.quick = quick;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String published() {
        return "N = 10, 15, 20, d = 1…46.";
    }

    @Override
    public String toBeSeen() {
        return "Capacity rises with the degree, then saturates.";
    }

    @Override
    public boolean keepsTrials() {
        return true;
    }

    @Override
    public Study study(FigureOptions options) {
        Size size = options.scale() == Scale.PAPER ? paper : quick;
        List<CapacityQuestion> questions = new ArrayList<>();
        for (int n : size.features()) {
            for (int d : size.degrees()) {
                questions.add(new CapacityQuestion(
                        new Network.Dense(power(d), SelfCoupling.EXCLUDED, Learning.HEBBIAN),
                        n,
                        0,
                        Measure.TRANSITION,
                        Procedure.DESCENT,
                        1));
            }
        }
        List<Judged> points = Judged.measure(NAME, options, questions, size.trials());
        List<String> found = new ArrayList<>();
        boolean good = points.stream().allMatch(Judged::inside);
        for (int n : size.features()) {
            List<Judged> curve = of(points, n);
            double first = curve.getFirst().mean();
            List<Judged> upper =
                    curve.stream().filter(p -> size.upper().contains(degree(p))).toList();
            double level = upper.stream().mapToDouble(Judged::mean).average().orElseThrow();
            double farthest = upper.stream()
                    .mapToDouble(p -> Math.abs(p.mean() / level - 1))
                    .max()
                    .orElseThrow();
            good &= level >= RISES * first && farthest <= FLAT;
            found.add(Text.of(
                    "N = %d: from %s at d = %d to %s at d ≥ %d (± %.0f %%; coincidence bound %s)",
                    n,
                    Text.number(first),
                    size.degrees().getFirst(),
                    Text.number(level),
                    size.upper().getFirst(),
                    100 * farthest,
                    Text.number(curve.getLast().bound().mean())));
        }
        return new Study(
                NAME,
                "Capacity over the degree",
                String.join("; ", found) + ". " + CapacityPresentation.insideSentence(points) + ".",
                good,
                settings(size, options),
                List.of(chart(points, size)),
                List.of(CapacityPresentation.table("degree", "Every point", points)),
                remarks());
    }

    private static Interaction power(int degree) {
        return degree == 1 ? new Interaction.Linear() : new Interaction.Polynomial(degree);
    }

    private static int degree(Judged point) {
        return point.question().network() instanceof Network.Dense dense ? FiniteSize.degree(dense.interaction()) : 0;
    }

    private static List<Judged> of(List<Judged> points, int n) {
        return points.stream().filter(p -> p.features() == n).toList();
    }

    private static Map<String, String> settings(Size size, FigureOptions options) {
        Map<String, String> settings = CapacityPresentation.settings(options, size.trials(), Procedure.DESCENT);
        settings.put("features N", Text.list(size.features()));
        settings.put("degrees d", Text.list(size.degrees()));
        settings.put("self-coupling", "excluded");
        settings.put(
                "must be seen",
                Text.of(
                        "the mean over d ≥ %d at least %s times the capacity at d = %d, and every point there within %.0f %% of it",
                        size.upper().getFirst(), RISES, size.degrees().getFirst(), 100 * FLAT));
        return settings;
    }

    private static Chart chart(List<Judged> points, Size size) {
        List<Series> series = new ArrayList<>();
        for (int n : size.features()) {
            List<Judged> own = of(points, n);
            String name = "N = " + n;
            series.add(CapacityPresentation.line(
                    name,
                    Series.Mark.THIN,
                    own,
                    DegreeFigure::degree,
                    p -> p.theory().isPresent() && p.theory().getAsDouble() >= 1
                            ? p.theory()
                            : OptionalDouble.empty()));
            series.add(CapacityPresentation.bound(name, own, DegreeFigure::degree));
            series.add(CapacityPresentation.dots(name, own, DegreeFigure::degree));
        }
        return new Chart(
                "degree",
                "Transition capacity over the degree",
                "Dots: measured, ± one standard deviation of the trials. Dashed: where coincident patterns alone would end it. Thin: the "
                        + "paper's formula, where it is above 1.",
                Chart.Scale.linear("degree d"),
                Chart.Scale.log("P_T"),
                series);
    }

    private static List<String> remarks() {
        return List.of(
                "The formula N^d/(2 (2d−1)!! ln N) rises up to d ≈ N/2 and then falls towards 0: it puts a Gaussian for an overlap of N "
                        + "signs, whose high moments are far too large, since an overlap is never above 1. Measured capacities saturate "
                        + "instead.",
                "They saturate where patterns coincide. With a steep power only patterns that are alike for a unit count; opposite patterns "
                        + "count too, as |f(−1)| = f(1). A draw is free of such pairs up to about P² (2 + N) 2^−N = 2, and the procedure goes "
                        + "down until it finds one: the dashed bound. A larger degree cannot lift it.");
    }
}
