package org.mneme.runtime.exchange;

import java.util.OptionalDouble;
import org.mneme.InvalidValueException;

/**
 * How a network is imported.
 *
 * @param tickSeconds length of a tick, s; empty for what the file says, or {@link #DEFAULT_TICK_SECONDS} where it says nothing
 */
public record ImportOptions(OptionalDouble tickSeconds) {
    /** Length of a tick where neither the user nor the file says one, s. */
    public static final double DEFAULT_TICK_SECONDS = 1e-3;

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if a tick is not longer than 0 s
     */
    public ImportOptions {
        if (tickSeconds.isPresent() && !(tickSeconds.getAsDouble() > 0 && Double.isFinite(tickSeconds.getAsDouble()))) {
            throw new InvalidValueException(
                    "time step", tickSeconds.getAsDouble(), "a time above 0 s, such as " + DEFAULT_TICK_SECONDS);
        }
    }

    /**
     * Leaves everything to the file.
     *
     * @return the defaults
     */
    public static ImportOptions defaults() {
        return new ImportOptions(OptionalDouble.empty());
    }

    /**
     * Sets the length of a tick.
     *
     * @param seconds &gt; 0
     * @return the options
     */
    public static ImportOptions tick(double seconds) {
        return new ImportOptions(OptionalDouble.of(seconds));
    }
}
