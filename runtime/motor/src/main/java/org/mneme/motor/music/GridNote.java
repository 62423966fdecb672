package org.mneme.motor.music;

/**
 * A note on the grid.
 *
 * @param key index of its key
 * @param start point at which it is struck
 * @param end point at which it ends, &gt; start
 */
record GridNote(int key, long start, long end) {}
