package org.mneme.lower;

import org.mneme.InvalidValueException;

/**
 * Latencies of the graded circuits in ticks, inputs of the lowering, so that boards can add relays.
 *
 * @param overlaps features to hidden units, ≥ 1
 * @param votes hidden units to features, ≥ 1
 */
public record GradedDelays(int overlaps, int votes) {
    private static final int LONGEST = 1_000;

    /** The shortest. */
    public static final GradedDelays SHORTEST = new GradedDelays(1, 1);

    /** Checks the ranges. */
    public GradedDelays {
        require("delay of overlaps", overlaps);
        require("delay of votes", votes);
    }

    private static void require(String object, int ticks) {
        if (ticks < 1 || ticks > LONGEST) {
            throw new InvalidValueException(object, ticks, "in 1…" + LONGEST + " ticks");
        }
    }

    /**
     * Returns the period.
     *
     * @return ticks a recall step takes
     */
    public int period() {
        return overlaps + votes;
    }
}
