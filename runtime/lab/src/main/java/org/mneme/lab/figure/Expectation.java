package org.mneme.lab.figure;

import java.util.function.IntToDoubleFunction;

/**
 * What trials of the paper's procedure find: from far above, P ← ⌊0.99 P⌋ until a draw is clean.
 *
 * @param mean of the first clean P
 * @param deviation standard deviation of one trial
 */
record Expectation(double mean, double deviation) {
    /** No draw is clean where it is less likely than this. */
    private static final double LEAST_LOG = -30;

    private static final double END = 1e-9;
    private static final int LARGEST = 1 << 24;

    /**
     * Returns the first clean P, given how likely a draw is clean.
     *
     * @param logClean P → logarithm of that probability, falling in P
     * @return mean and standard deviation
     */
    static Expectation of(IntToDoubleFunction logClean) {
        int patterns = 4;
        while (patterns < LARGEST && logClean.applyAsDouble(patterns) > LEAST_LOG) {
            patterns *= 2;
        }
        double left = 1;
        double sum = 0;
        double squares = 0;
        while (left > END) {
            double clean = patterns == 1 ? 1 : StrictMath.exp(logClean.applyAsDouble(patterns));
            sum += left * clean * patterns;
            squares += left * clean * patterns * patterns;
            left *= 1 - clean;
            patterns = (int) (99L * patterns / 100);
        }
        return new Expectation(sum, Math.sqrt(Math.max(0, squares - sum * sum)));
    }
}
