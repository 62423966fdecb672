package org.mneme.lower;

import java.util.SplittableRandom;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;

/**
 * Sums of hidden rates at clean patterns, in units of the rate of a unit whose pattern is there in full: Z_ν = Σ_μ e^{κ(h_μ(ξ^ν) − n)}, n
 * the most features a pattern has.
 *
 * @param largest max Z_ν, at least 1
 * @param smallest min Z_ν
 * @param harmonic 1 / mean(1/Z_ν): the sum whose mean waiting time is the mean over patterns
 */
record StochasticRates(double largest, double smallest, double harmonic) {
    private static final long WORD_BUDGET = 200_000_000L;
    private static final long SAMPLE_SEED = 0x6d6e656d65L;

    /**
     * Sums the rates at all patterns, or at as many drawn ones as {@value #WORD_BUDGET} word operations allow.
     *
     * @param patterns ξ
     * @param scale κ, and what an unknown feature costs
     * @return the sums
     */
    static StochasticRates of(PatternSet patterns, StochasticScale scale) {
        long p = patterns.count();
        long rows = Math.max(1, WORD_BUDGET / (p * patterns.plus().wordsPerRow()));
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        double largest = 1;
        double smallest = Double.POSITIVE_INFINITY;
        double waiting = 0;
        int taken = (int) Math.min(rows, p);
        for (int k = 0; k < taken; k++) {
            double sum = sum(patterns, patterns.row(rows >= p ? k : random.nextInt((int) p)), scale);
            largest = Math.max(largest, sum);
            smallest = Math.min(smallest, sum);
            waiting += 1 / sum;
        }
        return new StochasticRates(largest, smallest, taken / waiting);
    }

    private static double sum(PatternSet patterns, Signs state, StochasticScale scale) {
        int known = state.length() - state.zeroCount();
        double sum = 0;
        for (int mu = 0; mu < patterns.count(); mu++) {
            sum += StrictMath.exp(scale.nats(patterns.overlap(mu, state), known));
        }
        return sum;
    }
}
