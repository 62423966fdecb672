package org.mneme.motor.gait;

import java.util.Locale;
import org.mneme.InputException;

/** A code too coarse to read a joint within its tolerance, even without a bit error. */
public final class CoarsePostureException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String joint;
    private final double error;

    CoarsePostureException(String joint, double error, double tolerance, int features) {
        super(String.format(
                Locale.ROOT,
                "features: %d read %s %.2f° off, above tolerance-deg %s; use about %d features, a smaller share of context,"
                        + " or a larger tolerance",
                features,
                joint,
                error,
                tolerance,
                (long) Math.ceil(features * 1.2 * error / tolerance)));
        this.joint = joint;
        this.error = error;
    }

    /**
     * Returns the joint.
     *
     * @return its name
     */
    public String joint() {
        return joint;
    }

    /**
     * Returns how far off it is read.
     *
     * @return °
     */
    public double error() {
        return error;
    }
}
