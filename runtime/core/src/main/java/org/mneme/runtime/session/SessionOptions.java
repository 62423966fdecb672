package org.mneme.runtime.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mneme.InvalidValueException;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.recording.RecordingOptions;

/**
 * How a session runs. None but the seed and the noise changes what is computed.
 *
 * @param seed key of all random streams
 * @param threads of the backend, ≥ 1
 * @param decodesHidden whether the hidden winner of each step is decoded; costs the report of every hidden spike
 * @param probes what is observed; absent, all spikes where there is a recording, else nothing
 * @param recording where to record; absent, nowhere
 * @param listeners told what happens
 * @param log takes the control events; it grows with them
 * @param noise what may happen to a spike; its flips turn those of the feature population
 */
public record SessionOptions(
        long seed,
        int threads,
        boolean decodesHidden,
        Optional<Probes> probes,
        Optional<RecordingOptions> recording,
        List<SessionListener> listeners,
        Optional<ControlLog> log,
        Noise noise) {
    /** Copies the list and checks the threads. */
    public SessionOptions {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "1 or more");
        }
        listeners = List.copyOf(listeners);
    }

    /**
     * Returns options of one thread that decode hidden winners and observe nothing else.
     *
     * @param seed key of all random streams
     * @return the options
     */
    public static SessionOptions seeded(long seed) {
        return new SessionOptions(
                seed, 1, true, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Noise.NONE);
    }

    /**
     * Returns these options with another number of threads.
     *
     * @param count ≥ 1
     * @return the options
     */
    public SessionOptions threads(int count) {
        return new SessionOptions(seed, count, decodesHidden, probes, recording, listeners, log, noise);
    }

    /**
     * Returns these options without decoding of hidden winners.
     *
     * @return the options
     */
    public SessionOptions withoutHidden() {
        return new SessionOptions(seed, threads, false, probes, recording, listeners, log, noise);
    }

    /**
     * Returns these options with probes.
     *
     * @param observed what is observed
     * @return the options
     */
    public SessionOptions probing(Probes observed) {
        return new SessionOptions(
                seed, threads, decodesHidden, Optional.of(observed), recording, listeners, log, noise);
    }

    /**
     * Returns these options with a recording.
     *
     * @param folder new or empty
     * @return the options
     */
    public SessionOptions recordingTo(Path folder) {
        return recordingTo(RecordingOptions.to(folder));
    }

    /**
     * Returns these options with a recording.
     *
     * @param options where to, and when to flush
     * @return the options
     */
    public SessionOptions recordingTo(RecordingOptions options) {
        return new SessionOptions(seed, threads, decodesHidden, probes, Optional.of(options), listeners, log, noise);
    }

    /**
     * Returns these options with one more listener.
     *
     * @param listener told what happens
     * @return the options
     */
    public SessionOptions listening(SessionListener listener) {
        return new SessionOptions(
                seed,
                threads,
                decodesHidden,
                probes,
                recording,
                Stream.concat(listeners.stream(), Stream.of(listener)).toList(),
                log,
                noise);
    }

    /**
     * Returns these options with a log of control events.
     *
     * @param events takes them
     * @return the options
     */
    public SessionOptions logging(ControlLog events) {
        return new SessionOptions(
                seed, threads, decodesHidden, probes, recording, listeners, Optional.of(events), noise);
    }

    /**
     * Returns these options with noise.
     *
     * @param value what may happen to a spike
     * @return the options
     */
    public SessionOptions withNoise(Noise value) {
        return new SessionOptions(seed, threads, decodesHidden, probes, recording, listeners, log, value);
    }

    Probes effectiveProbes() {
        return probes.orElseGet(() -> recording.isPresent() ? Probes.allSpikes() : Probes.spikesOf());
    }
}
