package org.mneme.motor.gait;

import org.mneme.InputException;

/** Two motions of one memory that do not move the same joints. */
public final class UnequalJointsException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String first;
    private final String second;
    private final String joint;

    UnequalJointsException(String first, String second, String joint, boolean inFirst) {
        super("motions " + first + " and " + second + " move different joints: " + joint + " is in "
                + (inFirst ? first : second) + " only; give all motions of a memory the same columns or channels");
        this.first = first;
        this.second = second;
        this.joint = joint;
    }

    /**
     * Returns the motion that is compared with.
     *
     * @return its name
     */
    public String first() {
        return first;
    }

    /**
     * Returns the motion that differs.
     *
     * @return its name
     */
    public String second() {
        return second;
    }

    /**
     * Returns the joint that only one of them has.
     *
     * @return its name
     */
    public String joint() {
        return joint;
    }
}
