package org.mneme.motor.gait;

import java.nio.file.Path;
import org.mneme.InputException;

/** A number in a motion that no body can have. */
public final class SenselessValueException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String channel;
    private final double value;

    SenselessValueException(Path file, MotionChannel channel, double seconds, double value, double most) {
        super(file + ": " + channel.name() + " is " + value + " "
                + channel.quantity().unit() + " at " + seconds
                + " s, beyond ±" + Math.round(most) + "; "
                + (channel.quantity() == Quantity.ANGLE
                        ? "give angles in degrees, without whole turns"
                        : "correct it"));
        this.file = file;
        this.channel = channel.name();
        this.value = value;
    }

    /**
     * Returns the file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * Returns the joint, or what the body does.
     *
     * @return its name
     */
    public String channel() {
        return channel;
    }

    /**
     * Returns the number.
     *
     * @return beyond what makes sense
     */
    public double value() {
        return value;
    }
}
