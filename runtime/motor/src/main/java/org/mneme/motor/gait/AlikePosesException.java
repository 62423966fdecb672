package org.mneme.motor.gait;

import java.util.Locale;
import org.mneme.InputException;
import org.mneme.motor.LargestOverlap;

/** Two poses whose patterns are too alike to lead to different successors. */
public final class AlikePosesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient LargestOverlap largest;
    private final double bound;

    AlikePosesException(LargestOverlap largest, double bound, double context) {
        super(String.format(
                Locale.ROOT,
                "poses %d and %d overlap by %.3f, above max-overlap %s; raise context above %s, use fewer poses, or raise max-overlap",
                largest.first(),
                largest.second(),
                largest.overlap(),
                bound,
                context));
        this.largest = largest;
        this.bound = bound;
    }

    /**
     * Returns the two poses and their overlap.
     *
     * @return the pair most alike
     */
    public LargestOverlap largest() {
        return largest;
    }

    /**
     * Returns the bound.
     *
     * @return below {@code largest().overlap()}
     */
    public double bound() {
        return bound;
    }
}
