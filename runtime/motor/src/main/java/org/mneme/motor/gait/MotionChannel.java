package org.mneme.motor.gait;

/**
 * A number that a motion gives at each time.
 *
 * @param name of the joint, with its axis where it has several, or of what the body does
 * @param quantity what it measures
 */
record MotionChannel(String name, Quantity quantity) {}
