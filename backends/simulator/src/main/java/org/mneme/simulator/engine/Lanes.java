package org.mneme.simulator.engine;

import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/** Makes the lane of each weight form. */
final class Lanes {
    private Lanes() {}

    static Lane of(Route route, RowBlocks blocks, int sources, int targets, NumberDomain domain) {
        return switch (route.weights()) {
            case Weights.SignMatrix signs ->
                switch (signs.orientation()) {
                    case ROWS_ARE_TARGETS -> new SignRowsOfTargets(route, signs, blocks, sources, targets, domain);
                    case ROWS_ARE_SOURCES -> new SignRowsOfSources(route, signs, targets, domain);
                };
            case Weights.Dense dense -> new DenseLane(route, dense.values(), targets, domain);
            case Weights.Sparse sparse -> new SparseLane(route, sparse, targets, domain);
            case Weights.OneToOne one -> new OneToOneLane(route, one.weight(), targets, domain);
            case Weights.Uniform uniform -> new UniformLane(route, uniform.weight(), targets, domain);
        };
    }
}
