package org.mneme.runtime.recording;

import java.nio.file.Path;
import java.time.Duration;
import org.mneme.InvalidValueException;

/**
 * Where a recording goes, and how much of it a kill may cost.
 *
 * @param folder new or empty
 * @param flushBytes it is flushed once so many bytes are new, ≥ 1
 * @param flushInterval or once so much time has passed, not negative
 */
public record RecordingOptions(Path folder, long flushBytes, Duration flushInterval) {
    /** Flushed after so many bytes unless told otherwise. */
    public static final long DEFAULT_FLUSH_BYTES = 8L << 20;

    /** Flushed after so much time unless told otherwise. */
    public static final Duration DEFAULT_FLUSH_INTERVAL = Duration.ofSeconds(1);

    /** Checks the ranges. */
    public RecordingOptions {
        if (flushBytes < 1) {
            throw new InvalidValueException("flush after bytes", flushBytes, "1 or more");
        }
        if (flushInterval.isNegative()) {
            throw new InvalidValueException("flush interval", flushInterval, "0 or more");
        }
    }

    /**
     * Returns a recording flushed every second, or every 8 MiB.
     *
     * @param folder new or empty
     * @return the options
     */
    public static RecordingOptions to(Path folder) {
        return new RecordingOptions(folder, DEFAULT_FLUSH_BYTES, DEFAULT_FLUSH_INTERVAL);
    }

    /**
     * Returns this with another size after which it is flushed.
     *
     * @param bytes ≥ 1
     * @return the options
     */
    public RecordingOptions flushedEvery(long bytes) {
        return new RecordingOptions(folder, bytes, flushInterval);
    }

    /**
     * Returns this with another time after which it is flushed.
     *
     * @param interval not negative; zero flushes between any two ticks at which the session pauses
     * @return the options
     */
    public RecordingOptions flushedEvery(Duration interval) {
        return new RecordingOptions(folder, flushBytes, interval);
    }
}
