package org.mneme.report.watch;

import java.util.Arrays;
import org.mneme.bits.Ints;

/**
 * How overlaps of many patterns are shown as few numbers: the largest of each stretch of patterns.
 *
 * @param count B, 0…{@value #MOST}; 0 where overlaps are not known
 * @param size patterns for each bin, ≥ 1
 */
public record OverlapBins(int count, int size) {
    /** The most bins. */
    public static final int MOST = 120;

    /** Overlaps are not known. */
    static final OverlapBins UNKNOWN = new OverlapBins(0, 1);

    /**
     * Returns the bins of so many patterns.
     *
     * @param patterns P ≥ 1
     * @return ⌈P / size⌉ bins of the least size
     */
    public static OverlapBins of(int patterns) {
        int size = (patterns + MOST - 1) / MOST;
        return new OverlapBins((patterns + size - 1) / size, size);
    }

    /**
     * Returns overlaps as percent of the features.
     *
     * @param overlaps h of each pattern
     * @param from index of the first
     * @param patterns P
     * @param features N
     * @return B integers in −100…100
     */
    Ints percent(Ints overlaps, int from, int patterns, int features) {
        int[] largest = new int[count];
        Arrays.fill(largest, -features);
        for (int mu = 0; mu < patterns && count > 0; mu++) {
            largest[mu / size] = Math.max(largest[mu / size], overlaps.at(from + mu));
        }
        for (int b = 0; b < count; b++) {
            largest[b] = Math.round(100f * largest[b] / features);
        }
        return Ints.of(largest);
    }

    /**
     * Returns an overlap as percent of the features.
     *
     * @param overlap h
     * @param features N
     * @return to a tenth
     */
    static double percent(int overlap, int features) {
        return Math.round(1000.0 * overlap / features) / 10.0;
    }
}
