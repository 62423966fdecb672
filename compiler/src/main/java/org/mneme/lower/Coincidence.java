package org.mneme.lower;

import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;

/**
 * Hidden units that fire iff at least K rails match: no memory, θ = K − 1.
 *
 * @param features N
 * @param needed K, 1…N
 */
record Coincidence(int features, int needed) implements SpikingHidden {
    @Override
    public Membrane membrane() {
        return Membrane.memoryless(Parameter.of(needed - 1));
    }

    @Override
    public int matchWeight() {
        return 1;
    }

    @Override
    public long largest() {
        return features;
    }

    @Override
    public int longestAnswer() {
        return 0;
    }

    @Override
    public void addTo(SpikingCircuit circuit) {
        // nothing to reset: the units keep nothing
    }
}
