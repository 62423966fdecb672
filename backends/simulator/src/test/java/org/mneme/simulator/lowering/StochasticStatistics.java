package org.mneme.simulator.lowering;

import java.util.Arrays;

/** Tests of goodness of fit. */
final class StochasticStatistics {
    private static final double TINY = 1e-300;

    private StochasticStatistics() {}

    /**
     * Returns the χ² statistic of counts.
     *
     * @param counts how often each was seen
     * @param weights what they are expected to be proportional to; where 0, so must be the count
     */
    static double chiSquare(long[] counts, double[] weights) {
        double scale = Arrays.stream(counts).sum() / Arrays.stream(weights).sum();
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = scale * weights[k];
            sum += expected == 0
                    ? counts[k] == 0 ? 0 : Double.POSITIVE_INFINITY
                    : (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        return sum;
    }

    /** The p-value of {@link #chiSquare}: an upper incomplete gamma function Q(f/2, χ²/2). */
    static double chiSquareP(long[] counts, double[] weights) {
        long cells = Arrays.stream(weights).filter(w -> w > 0).count();
        return upperGamma((cells - 1) / 2.0, chiSquare(counts, weights) / 2);
    }

    /** Q(a, x) for 2a a whole number, by Q(a + 1, x) = Q(a, x) + x^a e^{−x} / Γ(a + 1). */
    static double upperGamma(double a, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        boolean whole = a == Math.rint(a);
        double q = whole ? StrictMath.exp(-x) : upperHalf(x);
        double term = whole ? StrictMath.exp(-x) * x : StrictMath.exp(-x) * Math.sqrt(x / Math.PI) * 2;
        for (double b = whole ? 1 : 0.5; b < a; b++) {
            q += term;
            term *= x / (b + 1);
        }
        return q;
    }

    /** Q(1/2, x) = erfc(√x): a continued fraction, or a series where x is small. */
    private static double upperHalf(double x) {
        if (x < 1.5) {
            double term = 2 * Math.sqrt(x / Math.PI);
            double sum = term;
            for (int k = 1; k < 60; k++) {
                term *= -x / k;
                sum += term / (2 * k + 1);
            }
            return 1 - sum;
        }
        double fraction = TINY;
        for (int k = 200; k >= 1; k--) {
            fraction = k / 2.0 / (Math.sqrt(x) + fraction);
        }
        return StrictMath.exp(-x) / Math.sqrt(Math.PI) / (Math.sqrt(x) + fraction);
    }

    /** Holm's step-down: whether each hypothesis is rejected, all together at level α. */
    static boolean[] holm(double[] p, double alpha) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (j, k) -> Double.compare(p[j], p[k]));
        boolean[] rejected = new boolean[p.length];
        for (int k = 0; k < p.length && p[order[k]] <= alpha / (p.length - k); k++) {
            rejected[order[k]] = true;
        }
        return rejected;
    }

    /** A survival function over whole numbers. */
    @FunctionalInterface
    interface Survival {
        double after(long value);
    }

    /** Kolmogorov and Smirnov's largest distance between a sample and a law, at the steps of the sample. */
    static double distance(long[] sample, Survival law) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int k = 0; k < sorted.length; k++) {
            if (k + 1 == sorted.length || sorted[k + 1] != sorted[k]) {
                double survives = 1 - (k + 1.0) / sorted.length;
                largest = Math.max(largest, Math.abs(survives - law.after(sorted[k])));
            }
        }
        return largest;
    }

    static double mean(long[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    /** The standard error of the mean. */
    static double error(long[] sample) {
        double mean = mean(sample);
        double squares =
                Arrays.stream(sample).mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (sample.length - 1) / sample.length);
    }
}
