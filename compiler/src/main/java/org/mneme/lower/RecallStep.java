package org.mneme.lower;

import org.mneme.bits.Signs;

/**
 * One recall step, as decoded from spikes.
 *
 * @param step 0 for the cue, then 1, 2, …
 * @param tick the tick at which its features spiked
 * @param state S(step); 0 where a feature is unknown
 * @param silent true where no feature spiked, so the state is the one before
 * @param hiddenWinner the hidden unit that this state made win, −1 where none spiked or the hidden population was not recorded
 */
public record RecallStep(long step, long tick, Signs state, boolean silent, int hiddenWinner) {}
