package org.mneme.motor.gait;

import java.util.Locale;
import org.mneme.InputException;

/** A motion whose last frame is not its first again, so that it cannot be repeated without a jump. */
public final class OpenCycleException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String motion;
    private final String joint;
    private final double gap;

    OpenCycleException(String motion, String joint, double gap, double most) {
        super(String.format(
                Locale.ROOT,
                "motion %s does not close: %s is %.1f° off its first frame at the last, above max-gap-deg %s; cut it where it"
                        + " repeats, or write blend: true to spread the gap over the cycle",
                motion,
                joint,
                gap,
                most));
        this.motion = motion;
        this.joint = joint;
        this.gap = gap;
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
     * Returns the joint that is farthest off.
     *
     * @return its name
     */
    public String joint() {
        return joint;
    }

    /**
     * Returns how far it is off.
     *
     * @return °
     */
    public double gap() {
        return gap;
    }
}
