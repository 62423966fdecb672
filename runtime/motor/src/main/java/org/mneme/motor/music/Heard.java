package org.mneme.motor.music;

import java.util.BitSet;

/**
 * What a state says.
 *
 * @param sounding keys that sound
 * @param struck keys that this chord strikes
 * @param turn false and true by turns, so that a chord struck again is told from one that is held
 */
record Heard(BitSet sounding, BitSet struck, boolean turn) {
    /** Nothing sounds. */
    static final Heard NOTHING = new Heard(new BitSet(), new BitSet(), false);
}
