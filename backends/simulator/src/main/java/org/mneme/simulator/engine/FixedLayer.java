package org.mneme.simulator.engine;

import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;

/** A population of integer neurons. */
abstract class FixedLayer extends Layer {
    /** Input sums a of this tick. */
    final long[] input;

    final long minState;
    final long maxState;

    FixedLayer(Population population, int firstId, NumberDomain.Fixed domain, int threads) {
        super(population, firstId, threads);
        this.input = new long[population.size()];
        this.minState = domain.minState();
        this.maxState = domain.maxState();
    }

    @Override
    void arrive(Lane lane, boolean first, Part part) {
        lane.deliver(input, reached, part);
    }

    final long saturate(long x) {
        return Arithmetic.saturate(x, minState, maxState);
    }
}
