package org.mneme.motor.music;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mneme.InputException;
import org.mneme.motor.LargestOverlap;

/** Two places of a piece whose patterns are too alike to lead to different successors. */
public final class AlikeNotesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient LargestOverlap largest;
    private final double bound;

    AlikeNotesException(LargestOverlap largest, String bars, double bound, double context, OptionalDouble enough) {
        super(String.format(
                Locale.ROOT,
                "patterns %d and %d (%s) overlap by %.3f, above max-overlap %s; %s",
                largest.first(),
                largest.second(),
                bars,
                largest.overlap(),
                bound,
                enough.isPresent()
                        ? String.format(Locale.ROOT, "raise context from %s to %.2f", context, enough.getAsDouble())
                        : "no share of context features is enough: use more features, or raise max-overlap"));
        this.largest = largest;
        this.bound = bound;
    }

    /**
     * Returns the two patterns and their overlap.
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
