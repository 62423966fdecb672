package org.mneme.lab.figure;

import java.nio.file.Path;
import java.util.Optional;
import org.mneme.InvalidValueException;

/**
 * How a figure is made; neither the threads nor the trial file change what comes out.
 *
 * @param scale how much is run
 * @param seed of every draw
 * @param threads at work at a time, ≥ 1
 * @param trials CSV where finished capacity trials are kept, and taken up again; empty to keep none. Figures without capacities need none
 * @param progress is told how far the figure is
 */
public record FigureOptions(Scale scale, long seed, int threads, Optional<Path> trials, FigureProgress progress) {
    /** The seed of the figures in the documentation. */
    public static final long SEED = 1;

    /** Checks the threads. */
    public FigureOptions {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "at least 1");
        }
    }

    /**
     * Returns the options of the figures in the documentation: one thread, no trial file.
     *
     * @param scale how much is run
     * @return the options
     */
    public static FigureOptions of(Scale scale) {
        return new FigureOptions(scale, SEED, 1, Optional.empty(), FigureProgress.NONE);
    }

    /**
     * Returns the same options with other threads.
     *
     * @param count ≥ 1
     * @return new options
     */
    public FigureOptions withThreads(int count) {
        return new FigureOptions(scale, seed, count, trials, progress);
    }
}
