package org.mneme.lower;

import org.mneme.ir.Decay;
import org.mneme.model.SequenceMemory;

/**
 * The integers of the stochastic circuit. A hidden unit's potential settles at v = Δ·(κ(h − n) − κ₀(n − k)), h its overlap, k the number of
 * known features, n the most that a pattern has; its rate is e-fold higher for each Δ.
 *
 * @param full n
 * @param kappa κ; at most {@value #STEEPEST}, since one overlap more is then beyond the range of a table of 32 bits
 * @param decay δ of the hidden units, 1…4096
 * @param overlapWeight w, input a tick for each overlap
 * @param presenceWeight w₀, input a tick for each known feature, so that a hidden unit without input stays silent
 * @param rampNats how many e-folds the ramp can lift the rates by
 */
record StochasticScale(int full, double kappa, int decay, long overlapWeight, long presenceWeight, int rampNats) {
    /** Σρ dt at the fastest tempo: the most a tick that two units escape in is allowed to count. */
    static final double LARGEST_RATE = 0.01;

    /** e-folds from {@link #LARGEST_RATE} down to where a threshold of 32 bits is 0, and one more. */
    static final double DEPTH = StrictMath.log(LARGEST_RATE * 0x1p32) + 1;

    /** e-folds of the table above {@link #LARGEST_RATE}, for the ramp. */
    static final double HEADROOM = 3;

    private static final double STEEPEST = 30;
    private static final double FINE = 1000;
    private static final double FINEST = 10_000;
    private static final double COARSEST = 20;
    private static final double WEIGHTS_A_NAT = 100;
    private static final int LONGEST_RAMP = 512;
    private static final int LONGEST_TABLE = 1 << 20;
    /** What the largest sum of inputs may take of the state's range, so that no sum saturates. */
    private static final double ROOM = 6;

    /**
     * Chooses the integers for a memory.
     *
     * @param memory the memory
     * @param kappa of its interaction
     * @param options tick, time constants, width of a state
     * @return the scale
     * @throws CannotLowerException if κ is too small for a table or too large for a state
     */
    static StochasticScale of(SequenceMemory memory, double kappa, LoweringOptions options) {
        int full = StochasticPatterns.mostKnown(memory.patterns());
        double steep = Math.min(kappa, STEEPEST);
        int decay = decay(options.tickSeconds(), options.stochastic().hiddenSeconds());
        double perNat = decay / (double) Decay.Fraction.ALL;
        int ramp = (int) Math.clamp(Math.ceil(steep * full), 1, LONGEST_RAMP);
        double shift = Math.max(0, (DEPTH + 2 * HEADROOM) / full - steep);
        double range = (steep + shift) * full + ramp + DEPTH + 2 * HEADROOM;
        double coarsest = Math.scalb(1.0, options.stateBits() - 1) / (ROOM * range);
        double fine = Math.min(coarsest, Math.clamp(WEIGHTS_A_NAT / perNat, FINE, FINEST));
        long weight = Math.max(1, Math.round(steep * fine * perNat));
        double unit = weight / (perNat * steep);
        if (unit < COARSEST || unit > 1.01 * coarsest) {
            throw new CannotLowerException(
                    StochasticLowering.NAME,
                    "overlaps up to " + full + " at kappa " + kappa + " in states of " + options.stateBits() + " bits",
                    "use a smaller kappa, or states of 32 bits");
        }
        if ((DEPTH + HEADROOM) * unit > LONGEST_TABLE) {
            throw new CannotLowerException(
                    StochasticLowering.NAME,
                    "kappa " + kappa + " (the table of rates would have more than " + LONGEST_TABLE + " entries)",
                    "use a larger kappa, or a shorter hidden time constant");
        }
        return new StochasticScale(full, steep, decay, weight, (long) Math.ceil(shift * unit * perNat), ramp);
    }

    /**
     * Returns the decay of a leak.
     *
     * @param tickSeconds dt
     * @param timeConstant τ, s
     * @return round(4096 (1 − e^{−dt/τ})), at least 1
     */
    static int decay(double tickSeconds, double timeConstant) {
        return (int) Math.max(1, Math.round(Decay.Fraction.ALL * -StrictMath.expm1(-tickSeconds / timeConstant)));
    }

    /**
     * Returns what an input of 1 a tick settles at.
     *
     * @return 4096/δ
     */
    double gain() {
        return Decay.Fraction.ALL / (double) decay;
    }

    /**
     * Returns Δ: how much more potential makes the rate e-fold.
     *
     * @return &gt; 0, not an integer in general
     */
    double unit() {
        return overlapWeight * gain() / kappa;
    }

    /**
     * Returns the input a tick that lifts the potential by one e-fold.
     *
     * @return ≥ 1
     */
    long natWeight() {
        return Math.max(1, Math.round(unit() / gain()));
    }

    /**
     * Returns the logarithm of a rate, relative to that of a full pattern that is there.
     *
     * @param overlap h
     * @param known k
     * @return κ(h − n) − κ₀(n − k)
     */
    double nats(int overlap, int known) {
        return kappa * (overlap - full + presenceWeight * (known - (double) full) / overlapWeight);
    }

    /**
     * Returns the constant input that puts a full pattern's unit at v = 0.
     *
     * @return ≤ 0
     */
    long bias() {
        return -(overlapWeight + presenceWeight) * full;
    }

    /**
     * Returns how far below v = 0 the floor is.
     *
     * @return in units of v; a rate there is 0
     */
    long depth() {
        return (long) Math.ceil(DEPTH * unit());
    }

    /**
     * Returns an inhibition that takes a hidden unit from anywhere to its floor in a tick.
     *
     * @return input &gt; 0
     */
    long inhibition() {
        long lift = natWeight() * (rampNats + 1) + natWeight() * (long) Math.ceil(DEPTH);
        return 2 * depth() + (long) Math.ceil((lift - bias()) * (1 + gain()));
    }
}
