package org.mneme.ir;

import java.util.List;

/** What a neuron does in a tick: arrive, update, emit. All state starts at 0. */
public sealed interface NeuronModel permits Lif, Graded, Escape, Source {
    /**
     * Returns the ports a projection may end on.
     *
     * @return empty for a {@link Source}
     */
    List<Port> ports();

    /**
     * Returns the state variables, in a fixed order.
     *
     * @return empty for a {@link Source}
     */
    List<StateVariable> state();
}
