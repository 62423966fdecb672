package org.mneme.motor.gait;

/** What a channel of a motion measures. */
enum Quantity {
    /** An angle of a joint. */
    ANGLE("°"),
    /** How fast the body moves, forwards or along an axis. */
    SPEED("mm/s"),
    /** How fast the body turns, counter-clockwise seen from above. */
    TURN("°/s"),
    /** How high the skeleton's root is above the ground. */
    HEIGHT("mm");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }
}
