package org.mneme.simulator.reference;

import java.util.List;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/** What a tick does to one neuron, in one number domain. */
interface Arithmetic {
    /** A synapse that a spike meets. */
    record Synapse(double weight, double payload) {}

    /** The synapses of one projection met at a tick, ascending by source. */
    record Input(Weights weights, List<Synapse> synapses) {}

    /** What a neuron did: whether it spiked and with what, and how many of its variables saturated. */
    record Outcome(boolean spikes, double payload, int saturations) {
        static final Outcome NOTHING = new Outcome(false, 0, 0);
    }

    /**
     * Updates a neuron.
     *
     * @param model its model
     * @param neuron its index in the population
     * @param cell its state, updated
     * @param inputs what reaches it, in projection order
     * @param word 32 random bits as 0…2³²−1
     * @return what it did
     */
    Outcome step(NeuronModel model, int neuron, Cell cell, List<Input> inputs, long word);

    static Arithmetic of(NumberDomain domain) {
        return switch (domain) {
            case NumberDomain.Fixed fixed -> new FixedArithmetic(fixed);
            case NumberDomain.Real _ -> new RealArithmetic();
        };
    }

    /** A neuron is reached when a spike meets a synapse, also one of weight 0. */
    static boolean reached(List<Input> inputs) {
        return inputs.stream().anyMatch(input -> !input.synapses().isEmpty());
    }
}
