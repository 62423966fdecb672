package org.mneme.runtime.score;

import java.util.List;
import java.util.Locale;
import org.mneme.bits.Ints;

/**
 * How good a recall was. Step 0 is the cue, which is not held against the recall.
 *
 * @param steps K, recall steps done
 * @param expected how many patterns should have been seen in order: the transitions of K steps, and the pattern cued where the
 *     sequence ends; 1 for an associative memory
 * @param inOrder how many of them were, up to the first that was not
 * @param orderErrors visits that are not the successor of the visit before, and a last one held twice its dwell or longer, whose successor
 *     never came; a visit is a step without timing, else a run of steps with the same winner
 * @param timingErrors runs held shorter or longer than their dwell; the last run, cut off by the end, only where it is too long already;
 *     0 without timing
 * @param bitErrors Σ over t = 1…K of the wrong or unknown features of S(t), against ξ^{e(t)} without timing, against the nearest pattern
 *     with timing, and of S(K) alone for an associative memory; features that a diluted pattern leaves open do not count
 * @param unknownBits Σ over t = 1…K of the features of S(t) that are unknown
 * @param silentSteps steps at which no feature spiked
 * @param winners the pattern nearest to S(t), t = 0…K; −1 where no feature is known
 * @param visited the pattern cued, then the winner of each run of steps
 * @param dwell how long each of {@code visited} was held, without the last, which is cut off
 * @param mistakes where it first went wrong: the first mistake of each kind, a lost order before a wrong dwell before wrong bits; empty
 *     where everything is right
 * @param overlaps for plots
 */
public record RecallScore(
        int steps,
        int expected,
        int inOrder,
        int orderErrors,
        int timingErrors,
        long bitErrors,
        long unknownBits,
        int silentSteps,
        Ints winners,
        Ints visited,
        Ints dwell,
        List<Mistake> mistakes,
        OverlapSeries overlaps) {
    /** Copies the list. */
    public RecallScore {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Says whether all patterns were recalled in order, each for its time, without a wrong bit.
     *
     * @return true if so
     */
    public boolean success() {
        return mistakes.isEmpty();
    }

    /**
     * Returns the line that ends a run.
     *
     * @return such as "recall: 57/57 patterns in order, 0 bit errors"
     */
    public String summaryLine() {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "recall: %d/%d patterns in order, %d bit %s",
                inOrder,
                expected,
                bitErrors,
                bitErrors == 1 ? "error" : "errors"));
        if (timingErrors > 0) {
            line.append(", ").append(timingErrors).append(timingErrors == 1 ? " timing error" : " timing errors");
        }
        return line.toString();
    }
}
