package org.mneme.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.model.Interaction;
import org.mneme.report.Study;

/** Transition capacities of the DenseNet that were simulated apart from this program: 20 trials, self-coupling excluded. */
final class PlainSimulations {
    private static final int TRIALS = 20;
    private static final double ERRORS = 2;

    /**
     * One of them.
     *
     * @param interaction f
     * @param features N
     * @param mean of the trials
     * @param deviation of one trial
     */
    record Plain(Interaction interaction, int features, double mean, double deviation) {}

    /** All of them. */
    static final List<Plain> ALL = List.of(
            new Plain(new Interaction.Polynomial(2), 40, 54, 6),
            new Plain(new Interaction.Polynomial(2), 60, 99, 7),
            new Plain(new Interaction.Polynomial(3), 30, 147, 12),
            new Plain(new Interaction.Exponential(1), 12, 55, 12),
            new Plain(new Interaction.Exponential(1), 14, 104, 18));

    private record Compared(Plain plain, Judged point) {
        double error() {
            double theirs = plain.deviation() / Math.sqrt(TRIALS);
            return Math.hypot(theirs, point.point().error());
        }

        double errors() {
            return (point.mean() - plain.mean()) / error();
        }
    }

    private final List<Compared> compared;

    private PlainSimulations(List<Compared> compared) {
        this.compared = compared;
    }

    /**
     * Compares those whose setting was measured.
     *
     * @param points measured
     * @return the comparison
     */
    static PlainSimulations against(List<Judged> points) {
        List<Compared> compared = new ArrayList<>();
        for (Plain plain : ALL) {
            find(plain, points).ifPresent(point -> compared.add(new Compared(plain, point)));
        }
        return new PlainSimulations(compared);
    }

    private static Optional<Judged> find(Plain plain, List<Judged> points) {
        return points.stream()
                .filter(p -> p.question().measure() == Measure.TRANSITION
                        && p.features() == plain.features()
                        && p.question().network() instanceof Network.Dense dense
                        && dense.interaction().equals(plain.interaction()))
                .findFirst();
    }

    /** Whether all that were compared agree within two standard errors. */
    boolean agree() {
        return agreeing() == compared.size();
    }

    private long agreeing() {
        return compared.stream().filter(c -> Math.abs(c.errors()) <= ERRORS).count();
    }

    /** How many agree. */
    String sentence() {
        return Text.of(
                "%d of %d plain simulations are reproduced within two standard errors", agreeing(), compared.size());
    }

    /** The comparison in numbers. */
    Study.Table table() {
        return new Study.Table(
                "plain",
                "Against plain simulations",
                List.of("network", "N", "plain simulation", "measured", "difference in standard errors"),
                compared.stream()
                        .map(c -> List.of(
                                c.point().question().network().label(),
                                Integer.toString(c.plain().features()),
                                Text.of(
                                        "%.0f ± %.0f",
                                        c.plain().mean(), c.plain().deviation()),
                                Text.of(
                                        "%.1f ± %.1f",
                                        c.point().mean(), c.point().point().deviation()),
                                Text.of("%.1f", c.errors())))
                        .toList());
    }
}
