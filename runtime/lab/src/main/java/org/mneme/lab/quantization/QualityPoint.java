package org.mneme.lab.quantization;

import org.mneme.lab.robustness.Interval;

/**
 * Recalls from cues of one noise.
 *
 * @param cueNoise fraction of flipped cue bits, 0…1
 * @param cues how many
 * @param before patterns recalled right with the weights as they were meant
 * @param after patterns recalled right with the weights that the target holds
 */
public record QualityPoint(double cueNoise, int cues, int before, int after) {
    /**
     * Returns the fraction recalled right with the weights as they were meant.
     *
     * @return with its 95 % Wilson interval
     */
    public Interval fractionBefore() {
        return Interval.fraction(before, cues);
    }

    /**
     * Returns the fraction recalled right with the weights that the target holds.
     *
     * @return with its 95 % Wilson interval
     */
    public Interval fractionAfter() {
        return Interval.fraction(after, cues);
    }
}
