package org.mneme.lab.figure;

/**
 * Where a measured capacity must lie; known before anything is measured.
 *
 * @param low patterns
 * @param high patterns
 */
record Band(double low, double high) {
    /** Bits of a transition fail together, so the expectation is rather too low than too high. */
    private static final double BELOW = 0.85;

    private static final double ABOVE = 1.3;
    private static final double STANDARD_ERRORS = 2.5;

    /** The grid of P, and patterns before and after the present one that no formula counts. */
    private static final double PATTERNS = 1;

    /** What a page says about it. */
    static final String REASON =
            "from 0.85 to 1.3 times the capacity expected at finite N, with 2.5 standard errors of that many trials and 1 pattern (the "
                    + "grid of P) to either side. The expectation is computed with the exact distribution of the crosstalk at N, the "
                    + "procedure's grid of P and coincident patterns; it takes the bits of a transition to fail independently, but they "
                    + "fail together, which makes clean draws more frequent: hence more room above than below. (Plain simulations, the "
                    + "means of 20 trials: d = 2 at N = 40, 60: 54, 99; d = 3 at N = 30: 147; exponential at N = 12, 14: 55, 104; "
                    + "expected: 50, 96; 141; 56, 107.)";

    /**
     * Returns the band of a mean of trials.
     *
     * @param expected what one trial is expected to find
     * @param trials how many
     * @return the band
     */
    static Band of(Expectation expected, int trials) {
        double errors = STANDARD_ERRORS * expected.deviation() / Math.sqrt(trials) + PATTERNS;
        return new Band(Math.max(0, BELOW * expected.mean() - errors), ABOVE * expected.mean() + errors);
    }

    /** Whether a number is inside. */
    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
