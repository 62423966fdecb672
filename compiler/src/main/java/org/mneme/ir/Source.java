package org.mneme.ir;

import java.util.List;

/**
 * An input population: it spikes exactly what a session injects, and has no state.
 *
 * @param maxPayload the largest |payload| that may be injected, ≥ 1; payloads are integers, not 0
 */
public record Source(long maxPayload) implements NeuronModel {
    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public List<StateVariable> state() {
        return List.of();
    }
}
