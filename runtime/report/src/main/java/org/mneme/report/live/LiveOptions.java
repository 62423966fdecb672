package org.mneme.report.live;

import java.nio.file.Path;
import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.runtime.experiment.RunOptions;

/**
 * How a memory runs live.
 *
 * @param backend the name of a spiking backend, with its location where it is a board
 * @param cue the pattern cued at first
 * @param cueNoise the fraction of its features that are flipped, 0…1
 * @param seed of flipped bits, of lesions and of the backend's random streams
 * @param pace network time for each second, &gt; 0; 1 is real time
 * @param loop whether a recall that ends is cued anew after a moment
 * @param record a new or empty folder, which gets a recording for each start; empty for none
 */
public record LiveOptions(
        String backend, int cue, double cueNoise, long seed, double pace, boolean loop, Optional<Path> record) {
    /** Checks the ranges. */
    public LiveOptions {
        if (!(pace > 0) || Double.isInfinite(pace)) {
            throw new InvalidValueException("pace", pace, "a number above 0, such as 1 for real time");
        }
        if (backend.equals(RunOptions.REFERENCE)) {
            throw new InvalidValueException(
                    "backend", backend, "possible: the reference recall has no spikes to watch; use another backend");
        }
        if (!(cueNoise >= 0 && cueNoise <= 1)) {
            throw new InvalidValueException("cue noise", cueNoise, "a fraction in 0…1");
        }
    }

    /**
     * Returns the defaults: a clean cue of pattern 0, seed 1, real time, without end, not recorded.
     *
     * @param backend the name of a spiking backend
     * @return the options
     */
    public static LiveOptions on(String backend) {
        return new LiveOptions(backend, 0, 0, 1, 1, true, Optional.empty());
    }

    /**
     * Returns these options with another pace.
     *
     * @param value network time for each second
     * @return new options
     */
    public LiveOptions paced(double value) {
        return new LiveOptions(backend, cue, cueNoise, seed, value, loop, record);
    }

    /**
     * Returns these options with another cue.
     *
     * @param pattern cued at first
     * @param noise the fraction of its features that are flipped
     * @return new options
     */
    public LiveOptions cued(int pattern, double noise) {
        return new LiveOptions(backend, pattern, noise, seed, pace, loop, record);
    }

    /**
     * Returns these options with another seed.
     *
     * @param value the seed
     * @return new options
     */
    public LiveOptions seeded(long value) {
        return new LiveOptions(backend, cue, cueNoise, value, pace, loop, record);
    }

    /**
     * Returns these options for a recall that stands still once it has ended.
     *
     * @return new options
     */
    public LiveOptions once() {
        return new LiveOptions(backend, cue, cueNoise, seed, pace, false, record);
    }

    /**
     * Returns these options with recordings.
     *
     * @param folder new or empty
     * @return new options
     */
    public LiveOptions recordingTo(Path folder) {
        return new LiveOptions(backend, cue, cueNoise, seed, pace, loop, Optional.of(folder));
    }
}
