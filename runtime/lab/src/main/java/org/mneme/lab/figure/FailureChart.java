package org.mneme.lab.figure;

import java.util.List;
import java.util.Optional;
import org.mneme.lab.capacity.FailureCurve;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.model.Interaction;
import org.mneme.report.Chart;
import org.mneme.report.Series;

/** p(P), the failure probability of one transition, as the trials of one interaction measured it. */
final class FailureChart {
    private static final double WIDTH = 0.08;
    private static final long LEAST_TESTED = 30;

    private FailureChart() {}

    /**
     * Draws p(P) at each N of an interaction.
     *
     * @param points of a study
     * @param interaction f
     * @return the chart; empty where the study has none
     */
    static Optional<Chart> of(List<Judged> points, Interaction interaction) {
        List<Series> series = points.stream()
                .filter(p -> p.question().measure() == Measure.TRANSITION
                        && p.question().network() instanceof Network.Dense dense
                        && dense.interaction().equals(interaction))
                .map(FailureChart::series)
                .filter(s -> !s.points().isEmpty())
                .toList();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chart(
                "densenet-failure",
                "Failure probability of one transition, d = 2",
                "Measured from the transitions that the trials tested, with 95 % intervals; a draw of P patterns is clean with about "
                        + "e^(−P p).",
                Chart.Scale.log("patterns P"),
                Chart.Scale.log("p(P)"),
                series));
    }

    private static Series series(Judged point) {
        return new Series(
                "N = " + point.features(),
                Series.Mark.DOTTED_LINE,
                FailureCurve.of(point.point(), WIDTH).bins().stream()
                        .filter(bin -> bin.tested() >= LEAST_TESTED && bin.failed() > 0)
                        .map(bin -> new Series.Point(bin.patterns(), bin.probability(), bin.low(), bin.high()))
                        .toList());
    }
}
