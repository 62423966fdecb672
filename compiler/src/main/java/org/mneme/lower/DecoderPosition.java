package org.mneme.lower;

import org.mneme.bits.Signs;

/**
 * Where a decoder stands between two recall steps.
 *
 * @param cueTick the tick of the cue
 * @param nextStep the step it completes next; 0 is the cue itself
 * @param nextTick the first tick whose spikes it has not yet consumed
 * @param last the state of the step before; all zeros before step 0
 */
public record DecoderPosition(long cueTick, long nextStep, long nextTick, Signs last) {}
