package org.mneme.motor.gait;

import java.util.List;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.runtime.patterns.Motif;

/**
 * Where one motif is entered from another when its gate opens while the other's is closed: from each pose, the one with the largest overlap.
 *
 * @param from motif left
 * @param to motif entered
 * @param entered of each pose of the one left, in order, the pose entered
 * @param ties how many poses lead to several that are equally near
 * @param largestJump of all joints and poses, °
 * @param meanJump the mean over joints and poses, °
 */
record Entries(Motif from, Motif to, Ints entered, int ties, double largestJump, double meanJump) {
    /**
     * Finds where a motif is entered.
     *
     * @param from motif left
     * @param to motif entered
     * @param patterns of the memory
     * @param body which of the poses' numbers are joints
     * @param poses one a pattern
     * @return the entries
     */
    static Entries of(Motif from, Motif to, PatternSet patterns, BodyMotion body, List<double[]> poses) {
        int[] left = from.patterns().stream().distinct().toArray();
        int[] open = to.patterns().stream().distinct().toArray();
        List<Signs> rows = IntStream.of(open).mapToObj(patterns::row).toList();
        int[] entered = new int[left.length];
        int ties = 0;
        double largest = 0;
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            int h = Integer.MIN_VALUE;
            boolean tied = false;
            Signs state = patterns.row(left[k]);
            for (int q = 0; q < open.length; q++) {
                int overlap = state.overlap(rows.get(q));
                tied = overlap == h || tied && overlap < h;
                if (overlap > h) {
                    h = overlap;
                    entered[k] = open[q];
                }
            }
            ties += tied ? 1 : 0;
            double[] before = poses.get(left[k]);
            double[] after = poses.get(entered[k]);
            largest = Math.max(largest, body.difference(before, after));
            sum += body.meanDifference(before, after);
        }
        return new Entries(from, to, Ints.of(entered), ties, largest, sum / left.length);
    }
}
