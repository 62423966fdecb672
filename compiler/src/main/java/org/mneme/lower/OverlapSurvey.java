package org.mneme.lower;

import java.util.SplittableRandom;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/**
 * The largest overlap of different patterns of a set: what competes with a clean pattern at recall.
 *
 * @param largest h, the largest overlap found between two patterns that are not equal; at least 0
 * @param exact whether all pairs were looked at, or a sample of rows against all
 */
record OverlapSurvey(int largest, boolean exact) {
    private static final long WORD_BUDGET = 200_000_000L;
    private static final long SAMPLE_SEED = 0x6d6e656d65L;

    /**
     * Measures a set: all pairs where that takes at most {@value #WORD_BUDGET} word operations, else as many rows as that allows,
     * with at least √(4N ln P), which random patterns reach.
     *
     * @param patterns ξ
     * @return the survey
     */
    static OverlapSurvey of(PatternSet patterns) {
        long p = patterns.count();
        long words = patterns.plus().wordsPerRow();
        if (looksAtAllPairs(patterns)) {
            int largest = 0;
            for (int mu = 1; mu < p; mu++) {
                largest = Math.max(largest, largestBelow(patterns, patterns.row(mu), mu));
            }
            return new OverlapSurvey(largest, true);
        }
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        long rows = Math.max(1, WORD_BUDGET / (p * words));
        int largest = (int) Math.ceil(Math.sqrt(4.0 * patterns.features() * StrictMath.log((double) p)));
        for (long r = 0; r < rows; r++) {
            Signs row = patterns.row(random.nextInt(patterns.count()));
            largest = Math.max(largest, largestBelow(patterns, row, patterns.count()));
        }
        return new OverlapSurvey(Math.min(largest, patterns.features()), false);
    }

    /** Whether a survey of a set is exact. */
    static boolean looksAtAllPairs(PatternSet patterns) {
        long p = patterns.count();
        return p * p / 2 * patterns.plus().wordsPerRow() <= WORD_BUDGET;
    }

    private static int largestBelow(PatternSet patterns, Signs row, int end) {
        int largest = 0;
        for (int nu = 0; nu < end; nu++) {
            int h = patterns.overlap(nu, row);
            if (h > largest && !patterns.row(nu).equals(row)) {
                largest = h;
            }
        }
        return largest;
    }
}
