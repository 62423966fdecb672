package org.mneme.motor.music;

/**
 * A time signature.
 *
 * @param tick from which on it holds, ticks of the file
 * @param beats in a bar
 * @param unit of a beat: 4 for a quarter note
 */
record Meter(long tick, int beats, int unit) {
    /** What holds where a file says nothing. */
    static final Meter COMMON = new Meter(0, 4, 4);
}
