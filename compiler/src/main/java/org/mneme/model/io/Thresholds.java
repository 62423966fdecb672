package org.mneme.model.io;

import org.mneme.InvalidValueException;

/** The grey value from which a pixel counts as +1. */
final class Thresholds {
    private Thresholds() {}

    /**
     * Checks a threshold.
     *
     * @param threshold a grey value; a pixel is +1 where it is at least that
     * @throws InvalidValueException if every pixel, or none, would be +1
     */
    static void require(int threshold) {
        if (threshold < 1 || threshold > 255) {
            throw new InvalidValueException("threshold", threshold, "in 1…255");
        }
    }
}
