package org.mneme.runtime.backend;

/** Takes spikes as they happen, ascending by tick, then by global id. */
@FunctionalInterface
public interface SpikeSink {
    /**
     * Takes one spike.
     *
     * @param tick ≥ 0
     * @param neuron global id
     * @param payload 1 for a binary spike
     */
    void spike(long tick, int neuron, double payload);
}
