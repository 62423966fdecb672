package org.mneme.motor.gait;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.mneme.bits.Signs;

/**
 * Sees to it that one pose of a motif, not two, is the nearest to each pose of every other: two hidden units that answer alike would go on
 * side by side.
 *
 * <p>Where two are equally near, a context feature of one of them is flipped; of some such flips, the one that leaves the fewest ties. It
 * ends when there are none, or after {@value #MOST_FLIPS} flips; of more than {@value #MOST_PATTERNS} patterns ties are left as they are.
 */
final class TieBreaker {
    private static final int MOST_FLIPS = 500;
    private static final int MOST_PATTERNS = 1_000;
    private static final int TRIALS = 24;

    private final List<Signs> rows;
    private final int length;
    private final int[] context;
    private final SplittableRandom random;
    private final int[][] overlap;

    /**
     * Starts with patterns.
     *
     * @param rows motif after motif
     * @param length patterns of each motif
     * @param context features that may be flipped; possibly none
     * @param seed draws the flips
     */
    TieBreaker(List<Signs> rows, int length, int[] context, long seed) {
        this.rows = new ArrayList<>(rows);
        this.length = length;
        this.context = context.clone();
        this.random = new SplittableRandom(seed);
        int compared = rows.size() > MOST_PATTERNS ? 0 : rows.size();
        this.overlap = new int[compared][compared];
        for (int a = 0; a < overlap.length; a++) {
            for (int b = 0; b < overlap.length; b++) {
                overlap[a][b] = rows.get(a).overlap(rows.get(b));
            }
        }
    }

    /** One pose left, and the two equally near ones of a motif. */
    private record Tie(int left, int one, int other) {}

    /**
     * Breaks the ties.
     *
     * @return the patterns, without ties where that could be done
     */
    List<Signs> broken() {
        List<Tie> ties = ties();
        for (int flips = 0; !ties.isEmpty() && context.length > 0 && flips < MOST_FLIPS; flips++) {
            Tie tie = ties.get(random.nextInt(ties.size()));
            flipBest(tie);
            ties = ties();
        }
        return rows;
    }

    private void flipBest(Tie tie) {
        int bestRow = tie.one();
        int bestFeature = context[0];
        int fewest = Integer.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            int row = random.nextBoolean() ? tie.one() : tie.other();
            int feature = context[random.nextInt(context.length)];
            flip(row, feature);
            int left = count(row);
            flip(row, feature);
            if (left < fewest) {
                fewest = left;
                bestRow = row;
                bestFeature = feature;
            }
        }
        flip(bestRow, bestFeature);
    }

    private void flip(int row, int feature) {
        Signs flipped = rows.get(row).flip(feature);
        rows.set(row, flipped);
        for (int other = 0; other < overlap.length; other++) {
            if (other != row) {
                int change = 2 * flipped.at(feature) * rows.get(other).at(feature);
                overlap[row][other] += change;
                overlap[other][row] += change;
            }
        }
    }

    private List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        for (int left = 0; left < overlap.length; left++) {
            for (int first = 0; first < overlap.length; first += length) {
                tie(left, first, ties);
            }
        }
        return ties;
    }

    /** How many ties a pattern has a part in: from it, and in its motif. */
    private int count(int row) {
        List<Tie> ties = new ArrayList<>();
        for (int left = 0; left < overlap.length; left++) {
            tie(left, row - row % length, ties);
        }
        for (int first = 0; first < overlap.length; first += length) {
            tie(row, first, ties);
        }
        return ties.size();
    }

    private void tie(int left, int first, List<Tie> ties) {
        if (left >= first && left < first + length) {
            return;
        }
        int best = first;
        int equal = -1;
        for (int mu = first + 1; mu < first + length; mu++) {
            if (overlap[left][mu] > overlap[left][best]) {
                best = mu;
                equal = -1;
            } else if (overlap[left][mu] == overlap[left][best]) {
                equal = mu;
            }
        }
        if (equal >= 0) {
            ties.add(new Tie(left, best, equal));
        }
    }
}
