package org.mneme.lower;

import org.mneme.bits.NumberMatrix;

/**
 * The pseudoinverse's feature → hidden weights in integers.
 *
 * @param plus round(q Φ), N × P
 * @param minus −round(q Φ), N × P
 * @param scale q: the sum x of an overlap m = 1
 * @param largest largest |x| of any state of signs: the largest column sum of |round(q Φ)|
 */
record QuantizedWeights(NumberMatrix plus, NumberMatrix minus, double scale, long largest) {
    private static final long LARGEST_SUM = 1L << 20;
    private static final int LEAST_LEVELS = 4;

    /**
     * Quantizes to 16 bits, with the finest q for which no weight exceeds 16 bits and no trace of sums exceeds 2²⁰ (the size of a table).
     *
     * @param phi N × P real weights
     * @param longest τ, how many sums a trace adds up; 1 without timing
     * @param heaviest the largest weight that the target's synapses hold, ≥ 1
     * @return the integer weights
     * @throws CannotLowerException if so long a trace leaves too few levels
     */
    static QuantizedWeights of(NumberMatrix phi, int longest, long heaviest) {
        long most = Math.min(Short.MAX_VALUE, heaviest);
        double maxWeight = 0;
        double[] sums = new double[phi.columns()];
        for (int i = 0; i < phi.rows(); i++) {
            for (int mu = 0; mu < phi.columns(); mu++) {
                double w = Math.abs(phi.at(i, mu));
                maxWeight = Math.max(maxWeight, w);
                sums[mu] += w;
            }
        }
        double maxSum = 0;
        for (double sum : sums) {
            maxSum = Math.max(maxSum, sum);
        }
        double q = maxSum == 0 ? 1 : Math.floor(Math.min(most / maxWeight, LARGEST_SUM / (maxSum * longest)));
        q = Math.max(1, q);
        if (maxWeight > 0 && q * maxWeight < LEAST_LEVELS) {
            throw new CannotLowerException(
                    "graded",
                    "a trace over " + longest + " steps of pseudoinverse weights, of which fewer than " + LEAST_LEVELS
                            + " levels would be left",
                    "shorten the dwell, or use 'lowering: real'");
        }
        short[] plus = new short[Math.multiplyExact(phi.rows(), phi.columns())];
        short[] minus = new short[plus.length];
        long[] exact = new long[phi.columns()];
        for (int i = 0; i < phi.rows(); i++) {
            for (int mu = 0; mu < phi.columns(); mu++) {
                long w = Math.clamp(Math.round(q * phi.at(i, mu)), -most, most);
                plus[i * phi.columns() + mu] = (short) w;
                minus[i * phi.columns() + mu] = (short) -w;
                exact[mu] += Math.abs(w);
            }
        }
        long largest = 1;
        for (long sum : exact) {
            largest = Math.max(largest, sum);
        }
        return new QuantizedWeights(
                new NumberMatrix.Int16(phi.rows(), phi.columns(), plus),
                new NumberMatrix.Int16(phi.rows(), phi.columns(), minus),
                q,
                largest);
    }
}
