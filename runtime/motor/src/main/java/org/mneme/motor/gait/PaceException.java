package org.mneme.motor.gait;

import java.util.Locale;
import org.mneme.InputException;

/** Poses too short, or too long, to be held for a number of recall steps. */
public final class PaceException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String motion;
    private final double steps;

    PaceException(String motion, double poseSeconds, double stepSeconds, double most) {
        super(String.format(
                Locale.ROOT,
                "motion %s: a pose lasts %.3g ms, which is %.3g recall steps of %s ms and must be in 1…%.0f; use %s",
                motion,
                1e3 * poseSeconds,
                poseSeconds / stepSeconds,
                1e3 * stepSeconds,
                most,
                poseSeconds < stepSeconds ? "fewer poses or a smaller step-ms" : "more poses or a larger step-ms"));
        this.motion = motion;
        this.steps = poseSeconds / stepSeconds;
    }

    /**
     * Returns the motion.
     *
     * @return its name
     */
    public String motion() {
        return motion;
    }

    /**
     * Returns how many recall steps a pose would be held.
     *
     * @return out of range
     */
    public double steps() {
        return steps;
    }
}
