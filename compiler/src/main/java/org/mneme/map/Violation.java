package org.mneme.map;

import org.mneme.targets.Quantity;

/**
 * A limit that a graph does not keep on a target.
 *
 * @param quantity the limit
 * @param scope whether any board of that kind would help
 * @param object what exceeds it, such as "projection next onto rails"
 * @param used how much
 * @param limit how much there is
 * @param remedy the nearest change that fits, such as "use at most 127 features"
 */
public record Violation(Quantity quantity, Scope scope, String object, double used, double limit, String remedy) {
    /** What would have to be larger. */
    public enum Scope {
        /** No core of the target can ever hold it. */
        NEVER_FITS,
        /** There are too few cores or chips. */
        BOARD_FULL
    }
}
