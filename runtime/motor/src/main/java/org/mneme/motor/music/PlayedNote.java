package org.mneme.motor.music;

/**
 * A note in time.
 *
 * @param key index of its key
 * @param visit which of the chords or moments it begins with
 * @param from when it begins, ticks
 * @param to when it ends, ticks
 * @param ended whether it did; false where it still sounds at the end of what is known
 */
record PlayedNote(int key, int visit, double from, double to, boolean ended) {}
