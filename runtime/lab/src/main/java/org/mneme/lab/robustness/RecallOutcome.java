package org.mneme.lab.robustness;

import org.mneme.runtime.score.RecallScore;
import org.mneme.runtime.score.Trajectory;

/**
 * How one recall went.
 *
 * @param patterns P of the memory
 * @param whole whether all patterns after the cue came in order, each for its time, without a wrong bit; of an associative memory, whether
 *     it settled on the cued pattern
 * @param expected how many patterns should have come in order
 * @param inOrder how many did, up to the first that did not
 * @param wrongBits wrong or unknown bits of a state, the mean over t = 1…K; of an associative memory those of the last state
 * @param overlap m of the state with the pattern that should be there, the mean over t = 1…K; of an associative memory that of the last
 *     state
 * @param ticks a recall step takes, the mean over the steps decoded; 0 by the rules
 */
public record RecallOutcome(
        int patterns, boolean whole, int expected, int inOrder, double wrongBits, double overlap, double ticks) {
    /**
     * Says whether all patterns came in order, wrong bits or not.
     *
     * @return true also where a state has wrong bits, but none is nearer to another pattern
     */
    public boolean ordered() {
        return inOrder == expected;
    }

    static RecallOutcome of(RecallScore score, Trajectory trajectory, int patterns) {
        int steps = Math.max(1, score.steps());
        int from = trajectory.settles() ? steps : 1;
        int until = score.overlaps().expected().length();
        long overlaps = 0;
        for (int t = from; t < until; t++) {
            overlaps += score.overlaps().expected().at(t);
        }
        int averaged = Math.max(1, until - from);
        return new RecallOutcome(
                patterns,
                score.success(),
                score.expected(),
                score.inOrder(),
                (double) score.bitErrors() / averaged,
                (double) overlaps / averaged / score.overlaps().features(),
                0);
    }

    RecallOutcome withTicks(double value) {
        return new RecallOutcome(patterns, whole, expected, inOrder, wrongBits, overlap, value);
    }
}
