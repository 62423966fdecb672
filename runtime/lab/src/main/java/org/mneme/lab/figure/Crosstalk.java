package org.mneme.lab.figure;

import java.util.function.IntToDoubleFunction;

/**
 * The exact distribution of a unit's crosstalk at finite N, as a sum of independent terms of random patterns.
 *
 * <p>A term is a (λ f_A(h') + f_S(h)): a = ±1 the unit's sign in the pattern, h' the overlap of the pattern before it, h its own, which
 * contains a where self-coupling is included. Terms of patterns that coincide with the state (all bits alike, or all opposite) are left
 * out: they flip all units of a transition at once, and are counted as {@link Coincidences}. The probabilities come from the
 * characteristic function by Gil-Pelaez inversion, with a normal deviation of {@value #SMOOTHING} added so that it ends.
 */
final class Crosstalk {
    private static final double SMOOTHING = 0.02;
    private static final double STEP = 0.05;
    private static final int POINTS = 6000;
    private static final double NEGLIGIBLE = -40;

    private final double[] logModulus = new double[POINTS];
    private final double[] angle = new double[POINTS];

    private Crosstalk() {}

    /**
     * Returns the terms of a DenseNet.
     *
     * @param seen units a unit sees: N, or N−1 where self-coupling is excluded
     * @param answer f by mismatches among these
     * @return their distribution
     */
    static Crosstalk dense(int seen, IntToDoubleFunction answer) {
        double[] shares = Binomial.shares(seen);
        Crosstalk crosstalk = new Crosstalk();
        for (int k = 0; k < POINTS; k++) {
            double[] sum = new double[2];
            add(shares, answer, time(k), sum);
            // the successor's sign is fair, so that only the cosine is left
            crosstalk.set(k, sum[0], 0);
        }
        return crosstalk;
    }

    /**
     * Returns the terms of a MixedNet, self-coupling included, at a unit whose present sign is +1.
     *
     * @param features N
     * @param symmetric f_S by mismatches among N units
     * @param asymmetric f_A by mismatches among N units
     * @param lambda λ
     * @return their distribution
     */
    static Crosstalk mixed(int features, IntToDoubleFunction symmetric, IntToDoubleFunction asymmetric, double lambda) {
        double[] all = Binomial.shares(features);
        double[] others = Binomial.shares(features - 1);
        Crosstalk crosstalk = new Crosstalk();
        for (int k = 0; k < POINTS; k++) {
            double re = 0;
            double im = 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] a = new double[2];
                double[] s = new double[2];
                int own = sign > 0 ? 0 : 1;
                add(all, m -> lambda * asymmetric.applyAsDouble(m), sign * time(k), a);
                add(others, m -> symmetric.applyAsDouble(m + own), sign * time(k), s);
                re += (a[0] * s[0] - a[1] * s[1]) / 2;
                im += (a[0] * s[1] + a[1] * s[0]) / 2;
            }
            crosstalk.set(k, re, im);
        }
        return crosstalk;
    }

    private static double time(int k) {
        return (k + 0.5) * STEP;
    }

    /** E[e^{it f}], coincidences left out. */
    private static void add(double[] shares, IntToDoubleFunction answer, double t, double[] sum) {
        double whole = 0;
        for (int m = 1; m < shares.length - 1; m++) {
            double phase = t * answer.applyAsDouble(m);
            sum[0] += shares[m] * StrictMath.cos(phase);
            sum[1] += shares[m] * StrictMath.sin(phase);
            whole += shares[m];
        }
        sum[0] /= whole;
        sum[1] /= whole;
    }

    private void set(int k, double re, double im) {
        logModulus[k] = StrictMath.log(Math.max(Double.MIN_NORMAL, StrictMath.hypot(re, im)));
        angle[k] = StrictMath.atan2(im, re);
    }

    /**
     * Returns the probability that the sum of some terms is above a bound.
     *
     * @param terms ≥ 0
     * @param bound any number
     * @return in 0…1
     */
    double above(int terms, double bound) {
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            double t = time(k);
            double log = terms * logModulus[k] - SMOOTHING * SMOOTHING * t * t / 2;
            if (log > NEGLIGIBLE) {
                sum += StrictMath.exp(log) * StrictMath.sin(terms * angle[k] - t * bound) / t;
            }
        }
        return Math.clamp(0.5 + sum * STEP / StrictMath.PI, 0, 1);
    }
}
