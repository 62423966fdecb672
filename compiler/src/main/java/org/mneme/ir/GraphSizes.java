package org.mneme.ir;

import org.mneme.bits.NumberMatrix;

/**
 * How large a graph is.
 *
 * @param neurons of all populations
 * @param synapses stored, zeros included
 * @param nonZeroSynapses stored and not zero
 */
public record GraphSizes(long neurons, long synapses, long nonZeroSynapses) {
    /**
     * Counts a graph.
     *
     * @param graph a graph without mistakes
     * @return its sizes
     */
    public static GraphSizes of(SpikingGraph graph) {
        long neurons = 0;
        for (Population population : graph.populations()) {
            neurons += population.size();
        }
        long stored = 0;
        long nonZero = 0;
        for (Projection projection : graph.projections()) {
            long sources = graph.population(projection.source()).size();
            long targets = graph.population(projection.target()).size();
            stored += stored(projection.weights(), sources, targets);
            nonZero += nonZero(projection.weights(), sources, targets);
        }
        return new GraphSizes(neurons, stored, nonZero);
    }

    /**
     * Counts the synapses a projection stores.
     *
     * @param weights its weights
     * @param sources number of source neurons
     * @param targets number of target neurons
     * @return ≥ 0
     */
    public static long stored(Weights weights, long sources, long targets) {
        return switch (weights) {
            case Weights.SignMatrix sign -> present(sign) * sign.plus().columns();
            case Weights.Dense _ -> sources * targets;
            case Weights.Sparse sparse -> sparse.targets().length();
            case Weights.OneToOne _ -> sources;
            case Weights.Uniform _ -> sources * targets;
        };
    }

    private static long nonZero(Weights weights, long sources, long targets) {
        return switch (weights) {
            case Weights.SignMatrix sign -> sign.scale() == 0 ? 0 : nonZero(sign);
            case Weights.Dense dense -> nonZero(dense.values());
            case Weights.Sparse sparse -> nonZero(sparse.values());
            case Weights.OneToOne one -> {
                long count = 0;
                for (int i = 0; i < sources; i++) {
                    count += one.weight().at(i) == 0 ? 0 : 1;
                }
                yield count;
            }
            case Weights.Uniform uniform -> uniform.weight() == 0 ? 0 : sources * targets;
        };
    }

    private static long present(Weights.SignMatrix sign) {
        long rows = 0;
        for (int r = 0; r < sign.viewRows(); r++) {
            rows += sign.matrixRow(r) == Weights.SignMatrix.ABSENT ? 0 : 1;
        }
        return rows;
    }

    private static long nonZero(Weights.SignMatrix sign) {
        if (sign.mask().isEmpty() && !sign.unsigned()) {
            return present(sign) * sign.plus().columns();
        }
        long count = 0;
        for (int r = 0; r < sign.viewRows(); r++) {
            int row = sign.matrixRow(r);
            if (row != Weights.SignMatrix.ABSENT) {
                count += sign.mask().orElse(sign.plus()).bitCount(row);
            }
        }
        return count;
    }

    private static long nonZero(NumberMatrix values) {
        long count = 0;
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                count += values.at(r, c) == 0 ? 0 : 1;
            }
        }
        return count;
    }
}
