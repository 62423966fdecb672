package org.mneme.ir;

import java.util.List;

/**
 * A leaky integrate-and-fire neuron: spikes, with payload 1, iff v &gt; θ, strictly.
 *
 * @param membrane update, reset and refractory period
 */
public record Lif(Membrane membrane) implements NeuronModel {
    @Override
    public List<Port> ports() {
        return List.of(Port.INPUT);
    }

    @Override
    public List<StateVariable> state() {
        return List.of(StateVariable.CURRENT, StateVariable.POTENTIAL, StateVariable.REFRACTORY);
    }
}
