package org.mneme.motor;

/**
 * The posture of a two-link arm.
 *
 * @param shoulder angle of the upper arm, counter-clockwise from the x axis, radians
 * @param elbow angle of the forearm from the upper arm's direction, counter-clockwise, radians, 0…π
 */
public record JointAngles(double shoulder, double elbow) {}
