package org.mneme.runtime.score;

import java.util.Optional;
import org.mneme.bits.Ints;

/**
 * Overlaps h over time, for plots.
 *
 * @param features N; h / N is the overlap m
 * @param steps K; there are K + 1 points, t = 0 is the cue
 * @param patterns P
 * @param winner h of the pattern nearest to S(t), K + 1 numbers
 * @param expected h of the pattern that should be there, K + 1 numbers
 * @param all h of every pattern, (K + 1) × P numbers, those of one step together; empty where they would be more than
 *     {@value #MOST_NUMBERS}
 */
public record OverlapSeries(int features, int steps, int patterns, Ints winner, Ints expected, Optional<Ints> all) {
    /** The most numbers kept of all patterns. */
    public static final int MOST_NUMBERS = 1_000_000;

    /**
     * Returns the overlap m of a pattern at a step; only where {@link #all} is there.
     *
     * @param pattern μ
     * @param step t in 0…K
     * @return m = h / N in −1…1
     * @throws java.util.NoSuchElementException if overlaps of all patterns were not kept
     */
    public double of(int pattern, int step) {
        return (double) all.orElseThrow().at(step * patterns + pattern) / features;
    }
}
