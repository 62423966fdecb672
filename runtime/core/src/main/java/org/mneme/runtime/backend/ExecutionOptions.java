package org.mneme.runtime.backend;

import java.util.Set;

/**
 * How a graph is executed. Neither threads nor the recorded populations change what is computed.
 *
 * @param seed key of all random streams
 * @param threads ≥ 1
 * @param recorded names of the populations whose spikes are reported
 */
public record ExecutionOptions(long seed, int threads, Set<String> recorded) {
    /** Copies the set. */
    public ExecutionOptions {
        recorded = Set.copyOf(recorded);
    }
}
