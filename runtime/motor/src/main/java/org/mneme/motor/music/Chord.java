package org.mneme.motor.music;

import java.util.BitSet;

/**
 * What sounds from one change to the next.
 *
 * @param point of the grid, at which it begins
 * @param step recall step at which it begins, from the beginning of the piece
 * @param dwell recall steps that it lasts, ≥ 1
 * @param bar which bar of the file it is in; 0 for a silence after the last
 * @param sounding keys that sound
 * @param struck those of them that are struck at its beginning
 */
record Chord(long point, long step, int dwell, int bar, BitSet sounding, BitSet struck) {}
