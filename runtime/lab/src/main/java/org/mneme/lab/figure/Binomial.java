package org.mneme.lab.figure;

/** Fair bits. */
final class Binomial {
    private Binomial() {}

    /**
     * Returns how likely each number of mismatches of two random patterns is.
     *
     * @param bits n, 1…1000
     * @return n + 1 probabilities
     */
    static double[] shares(int bits) {
        double[] shares = new double[bits + 1];
        shares[0] = StrictMath.pow(2, -bits);
        for (int k = 1; k <= bits; k++) {
            shares[k] = shares[k - 1] * (bits - k + 1) / k;
        }
        return shares;
    }
}
