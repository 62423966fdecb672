package org.mneme.lower;

import java.util.Optional;

/**
 * What a user may choose about the spiking lowering.
 *
 * @param form how winners silence the others
 * @param latencies of the circuit; absent, the shortest that the form and the memory's timing allow
 */
public record SpikingOptions(Form form, Optional<Latencies> latencies) {
    /** How a winner silences the others. */
    public enum Form {
        /** Through one inhibitor neuron: P + 1 inhibitory synapses, 3 ticks a clean step. */
        INHIBITOR,
        /** Uniformly from hidden unit to hidden unit: P² synapses, 2 ticks a clean step. */
        LATERAL
    }

    /**
     * Returns the defaults: an inhibitor, shortest latencies.
     *
     * @return the defaults
     */
    public static SpikingOptions defaults() {
        return new SpikingOptions(Form.INHIBITOR, Optional.empty());
    }
}
