package org.mneme.motor.music;

/**
 * Bars of a file, both ends included.
 *
 * @param from the first, ≥ 1
 * @param to the last, ≥ from; {@link Integer#MAX_VALUE} for all there are
 */
record BarRange(int from, int to) {
    /** All bars of a file. */
    static final BarRange ALL = new BarRange(1, Integer.MAX_VALUE);

    @Override
    public String toString() {
        return from == to ? "" + from : from + "-" + to;
    }
}
