package org.mneme.simulator.engine;

import java.math.BigInteger;
import org.mneme.ir.Bounds;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;

/** How large input sums can become. */
final class InputBounds {
    private InputBounds() {}

    /**
     * Bounds |a| of each population.
     *
     * @param graph a graph of the fixed domain without mistakes, so that the sums fit 64 bits
     * @param fixed its domain
     * @return one number a population
     */
    static long[] of(SpikingGraph graph, NumberDomain.Fixed fixed) {
        long[] bounds = new long[graph.populations().size()];
        for (int p = 0; p < bounds.length; p++) {
            BigInteger sum = BigInteger.ZERO;
            for (Projection projection : graph.projections()) {
                if (projection.target().equals(graph.populations().get(p).name())) {
                    Population source = graph.population(projection.source());
                    sum = sum.add(Bounds.inputSum(projection.weights(), source.size())
                            .multiply(BigInteger.valueOf(Bounds.maxPayload(source.model(), fixed))));
                }
            }
            bounds[p] = sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        }
        return bounds;
    }
}
