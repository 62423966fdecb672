package org.mneme.map;

import java.time.Duration;
import java.util.Optional;
import org.mneme.bits.Ints;

/** Clusters in order on sites in order: chip by chip, core by core. */
final class FirstFitPlacer implements Placer {
    static final String NAME = "first-fit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Placed place(PlacementProblem problem, long seed, Optional<Duration> budget, MappingProgress progress) {
        return new Placed(
                Placer.inOrder(problem, Ints.range(problem.mesh().chips()).toArray())
                        .map(Placement::new),
                1);
    }
}
