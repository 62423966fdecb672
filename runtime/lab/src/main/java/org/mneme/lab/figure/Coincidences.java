package org.mneme.lab.figure;

/**
 * Pairs of patterns that coincide for at least one unit, so that one of the two transitions must fail.
 *
 * <p>Two patterns alike in all N bits give two successors the same weight. Where self-coupling is excluded, a pair alike in all but bit i
 * looks the same to unit i: N more pairs, half of which ask for the same sign there. For powers, opposite patterns weigh as much as
 * equal ones. In P patterns there are so P²/2 · share pairs on average, and none with probability e^(−P² share / 2).
 *
 * @param share of all pairs
 */
record Coincidences(double share) {
    private static final double SMALL = 1e-5;

    /**
     * Returns the coincidences of random patterns.
     *
     * @param features N
     * @param excluded whether self-coupling is excluded
     * @param opposite whether opposite patterns count
     * @return the share of pairs
     */
    static Coincidences of(int features, boolean excluded, boolean opposite) {
        return new Coincidences(
                StrictMath.pow(2, -features) * (excluded ? 1 + features / 2.0 : 1) * (opposite ? 2 : 1));
    }

    /**
     * Returns the logarithm of the probability that no pair coincides.
     *
     * @param patterns P
     * @return ≤ 0
     */
    double logNone(int patterns) {
        return -0.5 * patterns * (patterns - 1.0) * share;
    }

    /**
     * Returns the capacity where nothing but coincidences ends it.
     *
     * @return what the paper's procedure finds on average
     */
    Expectation bound() {
        return Expectation.of(this::logNone);
    }

    /**
     * Returns the capacity of biased patterns where nothing but equal patterns ends it. Those with few −1 bits are the likeliest and make
     * most of the equal pairs, so pairs do not come independently: with a Poisson number of draws of each pattern x, none comes twice with
     * probability Π_x (1 + P q_x) e^(−P q_x).
     *
     * @param features N
     * @param bias ε in [0, 1)
     * @return what the paper's procedure finds on average
     */
    static Expectation biasedBound(int features, double bias) {
        double[] ways = Binomial.shares(features);
        double plus = (1 + bias) / 2;
        return Expectation.of(patterns -> {
            double log = 0;
            for (int k = 0; k <= features; k++) {
                double each = StrictMath.pow(plus, features - k) * StrictMath.pow(1 - plus, k);
                log += StrictMath.scalb(ways[k], features) * logAtMostOnce(patterns * each);
            }
            return log;
        });
    }

    /** ln((1 + x) e^−x). */
    private static double logAtMostOnce(double x) {
        return x < SMALL ? x * x * (x / 3 - 0.5) : StrictMath.log1p(x) - x;
    }
}
