package org.mneme.runtime.experiment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.InvalidValueException;
import org.mneme.runtime.score.Trajectory;

/**
 * How an experiment is run.
 *
 * @param backend "reference" for the reference recall, or the name of a spiking backend
 * @param steps recall steps, in place of as many as show the whole sequence; no more than that where the sequence ends
 * @param cueNoise F, the fraction of the cue's bits that are flipped: exactly round(F·N) distinct ones
 * @param cue the pattern cued
 * @param seed of the flipped bits and of the backend's random streams
 * @param threads of the backend
 * @param record a new or empty folder to record the session to
 * @param controls what the run is told besides its cue, added to what the experiment says
 */
public record RunOptions(
        String backend,
        OptionalInt steps,
        double cueNoise,
        int cue,
        long seed,
        int threads,
        Optional<Path> record,
        RunControls controls) {
    /** The name of the reference recall. */
    public static final String REFERENCE = "reference";

    /** Checks the ranges. */
    public RunOptions {
        if (steps.isPresent() && (steps.getAsInt() < 1 || steps.getAsInt() > Trajectory.MOST_STEPS)) {
            throw new InvalidValueException("steps", steps.getAsInt(), "in 1…" + Trajectory.MOST_STEPS);
        }
        if (!(cueNoise >= 0 && cueNoise <= 1)) {
            throw new InvalidValueException("cue noise", cueNoise, "a fraction in 0…1");
        }
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "1 or more");
        }
        if (record.isPresent() && backend.equals(REFERENCE)) {
            throw new InvalidValueException(
                    "record",
                    record.get(),
                    "possible with the reference recall, which has no spikes; use another backend");
        }
    }

    /**
     * Returns the defaults: a clean cue of pattern 0, the whole sequence, seed 1, one thread.
     *
     * @param backend "reference", or the name of a spiking backend
     * @return the options
     */
    public static RunOptions on(String backend) {
        return new RunOptions(backend, OptionalInt.empty(), 0, 0, 1, 1, Optional.empty(), RunControls.NONE);
    }

    /**
     * Returns these options with a number of recall steps.
     *
     * @param count ≥ 1
     * @return the options
     */
    public RunOptions withSteps(int count) {
        return new RunOptions(backend, OptionalInt.of(count), cueNoise, cue, seed, threads, record, controls);
    }

    /**
     * Returns these options with another cue.
     *
     * @param index the pattern cued
     * @param noise the fraction of its bits that are flipped
     * @return the options
     */
    public RunOptions withCue(int index, double noise) {
        return new RunOptions(backend, steps, noise, index, seed, threads, record, controls);
    }

    /**
     * Returns these options with another seed.
     *
     * @param value the seed
     * @return the options
     */
    public RunOptions withSeed(long value) {
        return new RunOptions(backend, steps, cueNoise, cue, value, threads, record, controls);
    }

    /**
     * Returns these options with another number of threads.
     *
     * @param count ≥ 1
     * @return the options
     */
    public RunOptions withThreads(int count) {
        return new RunOptions(backend, steps, cueNoise, cue, seed, count, record, controls);
    }

    /**
     * Returns these options with a recording.
     *
     * @param folder new or empty
     * @return the options
     */
    public RunOptions recordingTo(Path folder) {
        return new RunOptions(backend, steps, cueNoise, cue, seed, threads, Optional.of(folder), controls);
    }

    /**
     * Returns these options with more to tell the run.
     *
     * @param more added to the experiment's
     * @return the options
     */
    public RunOptions telling(RunControls more) {
        return new RunOptions(backend, steps, cueNoise, cue, seed, threads, record, more);
    }
}
