package org.mneme.motor;

import java.util.Locale;
import org.mneme.InputException;

/** A code too coarse to draw the movement within its tolerance, even without a bit error. */
public final class CoarseCodeException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final double error;
    private final double tolerance;

    CoarseCodeException(int index, double error, double tolerance, int features) {
        super(String.format(
                Locale.ROOT,
                "features: %d draw point %d of the movement %.2f mm off, above tolerance-mm %s; use about %d features,"
                        + " a smaller share of context, or a larger tolerance",
                features,
                index,
                error,
                tolerance,
                (long) Math.ceil(features * 1.2 * error / tolerance)));
        this.index = index;
        this.error = error;
        this.tolerance = tolerance;
    }

    /**
     * Returns which point of the movement it is.
     *
     * @return 0…P−1
     */
    public int index() {
        return index;
    }

    /**
     * Returns how far off it is drawn.
     *
     * @return mm
     */
    public double error() {
        return error;
    }

    /**
     * Returns how far off it may be.
     *
     * @return mm
     */
    public double tolerance() {
        return tolerance;
    }
}
