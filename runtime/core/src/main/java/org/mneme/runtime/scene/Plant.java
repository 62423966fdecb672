package org.mneme.runtime.scene;

import org.mneme.InvalidValueException;

/**
 * A low-pass between decoded values and what moves: {@code order} stages in a row, each τ dy/dt = x − y.
 *
 * @param tauSeconds τ of a stage, s of the network's own time; &gt; 0
 * @param order stages, 1…4
 */
public record Plant(double tauSeconds, int order) {
    private static final int MOST_STAGES = 4;

    /** Checks the ranges. */
    public Plant {
        if (!(tauSeconds > 0) || Double.isInfinite(tauSeconds)) {
            throw new InvalidValueException("plant time constant", tauSeconds, "a number of seconds above 0");
        }
        if (order < 1 || order > MOST_STAGES) {
            throw new InvalidValueException("plant order", order, "in 1…" + MOST_STAGES);
        }
    }
}
