package org.mneme.runtime.backend;

/**
 * What an execution has done since tick 0; equal for every backend that executes the same graph.
 *
 * @param spikes spikes of all populations, sources included
 * @param synapticEvents Σ over spikes that have arrived, of synapses of non-zero weight met
 * @param saturations assignments to a state that saturated, at most one a neuron, variable and tick
 */
public record Counters(long spikes, long synapticEvents, long saturations) {
    /** All zero. */
    public static final Counters NONE = new Counters(0, 0, 0);
}
