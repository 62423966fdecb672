package org.mneme.runtime.scene;

import org.mneme.InvalidValueException;

/**
 * One of the numbers that a state is read as.
 *
 * @param name such as "x", "C4", "left hip"
 * @param unit such as "mm", "°"; empty for a number without one
 * @param low the least value that the patterns ask for
 * @param high the greatest; ≥ low
 */
public record Channel(String name, String unit, double low, double high) {
    /** Checks the range. */
    public Channel {
        if (!(low <= high)) {
            throw new InvalidValueException("channel " + name, low + "…" + high, "a range of finite numbers");
        }
    }
}
