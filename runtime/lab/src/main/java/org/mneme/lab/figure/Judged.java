package org.mneme.lab.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mneme.lab.capacity.Capacity;
import org.mneme.lab.capacity.CapacityPoint;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.report.Series;

/**
 * A measured capacity beside theory, and the band it must lie in.
 *
 * @param point what the trials found
 * @param theory the paper's formula; empty where it has none, as for biased patterns
 * @param expected at finite N; empty where it is not known
 * @param bound the capacity that coincident patterns alone would leave
 */
record Judged(CapacityPoint point, OptionalDouble theory, Optional<Expectation> expected, Expectation bound) {
    /**
     * Measures capacities for a figure.
     *
     * @param figure its name
     * @param options seed, threads, trial file, progress
     * @param questions what is asked
     * @param trials of each
     * @return one a question, in their order
     * @throws FigureInterruptedException if it was ended before its end
     */
    static List<Judged> measure(String figure, FigureOptions options, List<CapacityQuestion> questions, int trials) {
        List<CapacityPoint> points = Capacity.run(
                questions,
                trials,
                options.seed(),
                options.trials(),
                options.threads(),
                state -> options.progress().part(state.work(), state.totalWork()));
        if (points.size() < questions.size()) {
            throw new FigureInterruptedException(figure);
        }
        return points.stream().map(Judged::of).toList();
    }

    private static Judged of(CapacityPoint point) {
        CapacityQuestion question = point.question();
        OptionalDouble theory = question.bias() == 0 ? point.theory() : OptionalDouble.empty();
        return new Judged(point, theory, FiniteSize.of(question), FiniteSize.coincidenceBound(question));
    }

    CapacityQuestion question() {
        return point.question();
    }

    int features() {
        return question().features();
    }

    double mean() {
        return point.mean();
    }

    /** The band, where one can be stated. */
    Optional<Band> band() {
        return expected.map(e -> Band.of(e, point.trials().size()));
    }

    /** Whether the mean lies in its band, or none can be stated. */
    boolean inside() {
        return band().map(band -> band.holds(mean())).orElse(true);
    }

    Series.Point measuredAt(double x) {
        return new Series.Point(x, mean(), mean() - point.deviation(), mean() + point.deviation());
    }
}
