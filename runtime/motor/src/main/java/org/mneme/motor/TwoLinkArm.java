package org.mneme.motor;

import org.mneme.InvalidValueException;
import org.mneme.runtime.patterns.PenPoint;

/**
 * A planar arm of two links that holds the pen: upper arm a, forearm b.
 *
 * <p>With the shoulder at the origin and y upwards, x = a cos q₁ + b cos(q₁+q₂), y = a sin q₁ + b sin(q₁+q₂). Of the two postures that
 * reach a point it takes the one with q₂ in 0…π, so that the angles follow a continuous movement continuously. q₁ is counted from −π to π
 * about {@code heading}, so that it does not jump where the drawing lies.
 *
 * @param upperArm a, mm, &gt; 0
 * @param forearm b, mm, &gt; 0
 * @param shoulderX where the shoulder is, to the right, mm
 * @param shoulderY where the shoulder is, downwards, mm
 * @param heading direction from the shoulder to the drawing, counter-clockwise from the x axis, radians
 */
public record TwoLinkArm(double upperArm, double forearm, double shoulderX, double shoulderY, double heading) {
    /** Checks the links. */
    public TwoLinkArm {
        if (!(upperArm > 0)) {
            throw new InvalidValueException("upper-arm-mm", upperArm, "above 0");
        }
        if (!(forearm > 0)) {
            throw new InvalidValueException("forearm-mm", forearm, "above 0");
        }
    }

    /**
     * Returns the arm with its heading towards a point.
     *
     * @param upperArm a, mm
     * @param forearm b, mm
     * @param shoulderX mm
     * @param shoulderY mm
     * @param towardsX mm
     * @param towardsY mm
     * @return the arm
     */
    public static TwoLinkArm facing(
            double upperArm, double forearm, double shoulderX, double shoulderY, double towardsX, double towardsY) {
        return new TwoLinkArm(
                upperArm, forearm, shoulderX, shoulderY, StrictMath.atan2(shoulderY - towardsY, towardsX - shoulderX));
    }

    /**
     * Returns the posture that holds the pen at a point.
     *
     * @param index which point of the movement it is, for the message
     * @param point the point
     * @return the angles
     * @throws OutOfReachException if no posture does
     */
    public JointAngles inverse(int index, PenPoint point) {
        double x = point.x() - shoulderX;
        double y = shoulderY - point.y();
        double r = StrictMath.hypot(x, y);
        if (!(r <= upperArm + forearm && r >= Math.abs(upperArm - forearm))) {
            throw new OutOfReachException(index, point, r, Math.abs(upperArm - forearm), upperArm + forearm);
        }
        double cos = (r * r - upperArm * upperArm - forearm * forearm) / (2 * upperArm * forearm);
        double elbow = StrictMath.acos(Math.clamp(cos, -1.0, 1.0));
        double shoulder = StrictMath.atan2(y, x)
                - StrictMath.atan2(forearm * StrictMath.sin(elbow), upperArm + forearm * StrictMath.cos(elbow));
        return new JointAngles(heading + StrictMath.IEEEremainder(shoulder - heading, 2 * Math.PI), elbow);
    }

    /**
     * Returns where a posture holds the pen.
     *
     * @param angles the posture
     * @param down whether the pen draws
     * @return the point
     */
    public PenPoint forward(JointAngles angles, boolean down) {
        double both = angles.shoulder() + angles.elbow();
        double x = upperArm * StrictMath.cos(angles.shoulder()) + forearm * StrictMath.cos(both);
        double y = upperArm * StrictMath.sin(angles.shoulder()) + forearm * StrictMath.sin(both);
        return new PenPoint(shoulderX + x, shoulderY - y, down);
    }

    /**
     * Returns where the elbow is.
     *
     * @param angles the posture
     * @return mm to the right and down, as the pen
     */
    public PenPoint elbow(JointAngles angles) {
        return new PenPoint(
                shoulderX + upperArm * StrictMath.cos(angles.shoulder()),
                shoulderY - upperArm * StrictMath.sin(angles.shoulder()),
                false);
    }
}
