package org.mneme.runtime.backend;

import java.util.List;
import java.util.Map;
import org.mneme.ir.StateVariable;

/**
 * The state of an execution between two ticks.
 *
 * @param tick the next tick to be executed
 * @param states one entry a population, in graph order
 * @param spikes every spike that can still arrive, and every one still to be sent (injected, or made late by jitter): ascending by tick,
 *     then global id; none of the latter in an execution without jitter but those of sources
 * @param counters what had been done
 */
public record ExecutionImage(
        long tick, List<Map<StateVariable, double[]>> states, List<ImageSpike> spikes, Counters counters) {
    /**
     * A spike under way.
     *
     * @param tick when it was or will be sent
     * @param neuron global id
     * @param payload its payload
     */
    public record ImageSpike(long tick, int neuron, double payload) {}

    /** Copies the lists. */
    public ExecutionImage {
        states = states.stream().<Map<StateVariable, double[]>>map(Map::copyOf).toList();
        spikes = List.copyOf(spikes);
    }
}
