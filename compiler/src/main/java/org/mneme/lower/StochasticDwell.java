package org.mneme.lower;

import org.mneme.bits.IntTable;
import org.mneme.ir.Decay;

/**
 * How long a state lasts until a hidden unit escapes: the mean of the law below, and the thresholds that give a mean asked for.
 *
 * <p>After a winner all hidden units start from the floor, D = F/Δ e-folds below, and v(n) = −F cⁿ + v(1 − cⁿ), c = e^{−dt/τ_h}: each is
 * late by F cⁿ, and the differences of the exponents, which are what softmax is made of, are (1 − cⁿ) of their final values. So a winner of
 * tick n is drawn from softmax((1 − cⁿ)κh). With R = Σρ dt, a state lasts longer than n ticks with probability exp(−R Σ e^{−D cⁿ}), and the
 * mean of cⁿ over winners is ∫ R cⁿ e^{−D cⁿ} dn = R τ_h / (D dt), as long as R τ_h/dt is small: by that fraction κ is low, 0.3 % at R = 0.01,
 * τ_h = 5 ticks and D = 18.6. Two units escape in one tick with a probability of R/2 a winner, and 1 − e^{−ρ} is ρ/2 less than ρ.
 *
 * @param scale the circuit's integers
 * @param largest largest Σ_μ e^{κ(h − n)} at a clean pattern
 */
record StochasticDwell(StochasticScale scale, double largest) {
    private static final int SETTLED = 64;

    /** R τ_h / (D dt): the fraction by which κ is low at Σρ dt = R. */
    double kappaLoss(double rate) {
        return rate * scale.gain() / StochasticScale.DEPTH;
    }

    /** Expected spikes a tick of one unit, a potential of so much above θ. */
    private double rate(double excess) {
        return StochasticScale.LARGEST_RATE / largest * StrictMath.exp(excess / scale.unit());
    }

    /**
     * Returns the thresholds of the escape noise over v − θ: at 0 a tick's rates are {@link StochasticScale#LARGEST_RATE} in all.
     *
     * @return unsigned 32-bit entries, the first of them 0
     */
    IntTable table() {
        long min = -scale.depth();
        long max = (long) Math.ceil(StochasticScale.HEADROOM * scale.unit());
        return IntTable.tabulate(min, max, x -> x == min ? 0 : threshold(x));
    }

    private int threshold(long excess) {
        double words = -StrictMath.expm1(-rate((double) excess)) * 0x1p32;
        return (int) (long) Math.min(Math.rint(words), 0x1p32 - 1);
    }

    /**
     * Returns the mean time from a change of state to the next.
     *
     * @param drive input a tick besides that of a full pattern, 0 at tempo 1
     * @param theta θ
     * @param sum Σ_μ e^{κ(h − n)} at the state
     * @return mean number of ticks
     */
    double meanTicks(long drive, long theta, double sum) {
        double survival = 1;
        double mean = 1;
        long v = -scale.depth();
        double settles = scale.gain() * SETTLED;
        for (int tick = 0; tick < settles; tick++) {
            long next = decayed(v) + drive;
            if (next == v) {
                break;
            }
            v = next;
            mean += survival;
            survival *= survivalOfTick(v, theta, sum);
        }
        return mean + survival / (1 - survivalOfTick(v, theta, sum));
    }

    private double survivalOfTick(long v, long theta, double sum) {
        return v - theta <= -scale.depth() ? 1 : StrictMath.exp(-sum * rate((double) (v - theta)));
    }

    private long decayed(long v) {
        return v * (Decay.Fraction.ALL - scale.decay()) / Decay.Fraction.ALL;
    }

    /**
     * Returns the threshold that gives a mean dwell without further drive.
     *
     * @param ticks mean asked for
     * @param sum Σ_μ e^{κ(h − n)}
     * @return θ; negative where even {@link StochasticScale#LARGEST_RATE} is too slow
     */
    long threshold(double ticks, double sum) {
        if (meanTicks(0, 0, sum) > ticks) {
            return -1;
        }
        long low = 0;
        long high = scale.depth();
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (meanTicks(0, middle, sum) <= ticks) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
