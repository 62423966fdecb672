package org.mneme.runtime.graph;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.mneme.InvalidValueException;

/**
 * How a graph is run.
 *
 * @param backend what executes it
 * @param ticks how many ticks; empty for until nothing can happen any more, at most {@link #MOST_TICKS_AFTER_INPUT} after the last
 *     input spike
 * @param seed key of all random streams
 * @param threads of the backend, ≥ 1
 * @param spikes where the output spikes go as CSV
 * @param states where the output states go as CSV
 * @param record new or empty folder that everything is recorded into
 */
public record GraphRunOptions(
        String backend,
        OptionalLong ticks,
        long seed,
        int threads,
        Optional<Path> spikes,
        Optional<Path> states,
        Optional<Path> record) {
    /** How long a run goes on after the last input spike where nothing else ends it, ticks. */
    public static final long MOST_TICKS_AFTER_INPUT = 1000;

    /**
     * Checks the number of ticks.
     *
     * @throws InvalidValueException if it is below 1
     */
    public GraphRunOptions {
        if (ticks.isPresent() && ticks.getAsLong() < 1) {
            throw new InvalidValueException("ticks", ticks.getAsLong(), "1 or more");
        }
    }

    /**
     * Returns options that write no file.
     *
     * @param backend what executes it
     * @param ticks how many ticks; empty for until nothing can happen any more
     * @return seed 1, one thread
     */
    public static GraphRunOptions of(String backend, OptionalLong ticks) {
        return new GraphRunOptions(backend, ticks, 1, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
