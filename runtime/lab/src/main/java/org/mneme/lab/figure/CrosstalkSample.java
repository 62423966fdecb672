package org.mneme.lab.figure;

import java.util.Arrays;
import org.mneme.bits.BitMatrix;
import org.mneme.model.CapacityTheory;
import org.mneme.model.PatternSet;

/**
 * Moments of the exponential DenseNet's crosstalk, over all units and all clean patterns of many draws.
 *
 * <p>The crosstalk of unit i at ξ^ν is Σ_{μ≠ν} ξ_i^{ν+1} ξ_i^{μ+1} e^{κ(N−1)(m_{μ,i}−1)}, self-coupling excluded; the signal is 1.
 */
final class CrosstalkSample {
    /** Bins of the histogram, and how many standard deviations they reach to either side. */
    static final int BINS = 80;

    static final double REACH = 10;

    private final int features;
    private final int patterns;
    private final double[] answers;
    private final double deviation;
    private final long[] histogram = new long[BINS];
    private long count;
    private long flips;
    private double squares;
    private double fourths;

    /**
     * Creates an empty sample.
     *
     * @param features N, 2…64
     * @param patterns P ≥ 2
     * @param kappa κ; 1 in the paper
     */
    CrosstalkSample(int features, int patterns, double kappa) {
        this.features = features;
        this.patterns = patterns;
        this.answers = new double[features + 1];
        for (int k = 0; k <= features; k++) {
            answers[k] = StrictMath.exp(-2 * kappa * k);
        }
        this.deviation = Math.sqrt(CapacityTheory.crosstalkVariance(features, patterns));
    }

    /**
     * Adds the crosstalk of all units at all patterns of one draw.
     *
     * @param seed of the patterns
     */
    void draw(long seed) {
        BitMatrix plus = PatternSet.random(patterns, features, seed, 0).plus();
        long mask = features == Long.SIZE ? -1L : (1L << features) - 1;
        double[] crosstalk = new double[features];
        for (int nu = 0; nu < patterns; nu++) {
            Arrays.fill(crosstalk, 0);
            long after = plus.word((nu + 1) % patterns, 0);
            for (int mu = 0; mu < patterns; mu++) {
                if (mu != nu) {
                    add(
                            (plus.word(mu, 0) ^ plus.word(nu, 0)) & mask,
                            plus.word((mu + 1) % patterns, 0) ^ after,
                            crosstalk);
                }
            }
            for (double value : crosstalk) {
                add(value);
            }
        }
    }

    /** One pattern's term for every unit: how many of the other units differ, and whether the successors' signs do. */
    private void add(long differing, long signs, double[] crosstalk) {
        int mismatches = Long.bitCount(differing);
        double agreeing = answers[mismatches];
        double other = answers[Math.max(0, mismatches - 1)];
        for (int i = 0; i < crosstalk.length; i++) {
            double answer = (differing >>> i & 1) == 0 ? agreeing : other;
            crosstalk[i] += (signs >>> i & 1) == 0 ? answer : -answer;
        }
    }

    private void add(double value) {
        double square = value * value;
        count++;
        squares += square;
        fourths += square * square;
        flips += value < -1 ? 1 : 0;
        int bin = (int) Math.floor((value / deviation + REACH) * BINS / (2 * REACH));
        if (bin >= 0 && bin < BINS) {
            histogram[bin]++;
        }
    }

    /** Adds what another sample of the same sizes has seen. */
    void add(CrosstalkSample other) {
        count += other.count;
        flips += other.flips;
        squares += other.squares;
        fourths += other.fourths;
        for (int k = 0; k < BINS; k++) {
            histogram[k] += other.histogram[k];
        }
    }

    /** The variance. */
    double variance() {
        return squares / count;
    }

    /** The excess kurtosis. */
    double excessKurtosis() {
        return fourths / count / (variance() * variance()) - 3;
    }

    /** The share of units that the crosstalk flips. */
    double flipped() {
        return (double) flips / count;
    }

    /** The density of value / σ in a bin, σ the theory's standard deviation. */
    double density(int bin) {
        return (double) histogram[bin] / count * BINS / (2 * REACH);
    }

    /** The middle of a bin, in units of σ. */
    static double middle(int bin) {
        return (bin + 0.5) * 2 * REACH / BINS - REACH;
    }
}
