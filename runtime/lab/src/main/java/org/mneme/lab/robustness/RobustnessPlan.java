package org.mneme.lab.robustness;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.mneme.InvalidValueException;
import org.mneme.lab.SweepAxis;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.score.Trajectory;

/**
 * The trials of a robustness curve: every seed at every value.
 *
 * @param curve what is varied
 * @param values what it is varied over, as written: fractions in 0…1 of bits or spikes, or P / P_S above 0; distinct
 * @param seeds one trial each at every value, distinct; a seed draws random patterns, flipped bits and noise
 * @param kind what noise does; used where noise is varied
 * @param cue the pattern cued
 * @param steps recall steps, in place of as many as show the whole sequence
 * @param backend "reference" for the rules, or the name of a spiking backend
 * @param jitterTicks the longest that {@link NoiseKind#JITTER} makes a spike late
 */
public record RobustnessPlan(
        Curve curve,
        List<String> values,
        List<Long> seeds,
        NoiseKind kind,
        int cue,
        OptionalInt steps,
        String backend,
        int jitterTicks) {
    /** The most trials of a plan. */
    public static final int MOST_TRIALS = 10_000_000;

    private static final String VALUES = "values";

    /**
     * Copies the lists and checks the values.
     *
     * @throws InvalidValueException if a value is out of its range, one is there twice, there are too many, or the rules are asked for jitter
     */
    public RobustnessPlan {
        values = new SweepAxis(VALUES, values).values();
        for (String value : values) {
            BigDecimal number = number(value);
            boolean fraction = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
            if (curve == Curve.LOAD ? number.signum() <= 0 : !fraction) {
                throw new InvalidValueException(
                        VALUES, value, curve == Curve.LOAD ? "a number above 0" : "a fraction in 0…1");
            }
        }
        if (curve == Curve.NOISE && kind == NoiseKind.JITTER && backend.equals(RunOptions.REFERENCE)) {
            throw new InvalidValueException(
                    "noise kind",
                    "jitter",
                    "known to the rules, which have no ticks; use a spiking backend, such as simulator");
        }
        if (jitterTicks < 1 || jitterTicks > Noise.MOST_JITTER_TICKS) {
            throw new InvalidValueException("jitter ticks", jitterTicks, "in 1…" + Noise.MOST_JITTER_TICKS);
        }
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
            throw new InvalidValueException("seeds", seeds, "a list of distinct numbers");
        }
        if ((long) values.size() * seeds.size() > MOST_TRIALS) {
            throw new InvalidValueException(
                    "trials", (long) values.size() * seeds.size(), "at most " + MOST_TRIALS + "; use fewer seeds");
        }
    }

    /**
     * Plans recalls by the rules.
     *
     * @param curve what is varied
     * @param values what it is varied over
     * @param seeds one trial each at every value
     * @param kind what noise does
     * @param cue the pattern cued
     * @param steps recall steps, in place of as many as show the whole sequence
     */
    public RobustnessPlan(
            Curve curve, List<String> values, List<Long> seeds, NoiseKind kind, int cue, OptionalInt steps) {
        this(curve, values, seeds, kind, cue, steps, RunOptions.REFERENCE, 1);
    }

    /**
     * Says whether recalls are by spikes.
     *
     * @return false where they are by the rules
     */
    public boolean spiking() {
        return !backend.equals(RunOptions.REFERENCE);
    }

    /** Whether what is judged is the order: noise on spikes strikes also those that are decoded, so that bits are always wrong. */
    boolean judgesOrder() {
        return curve == Curve.NOISE && spiking();
    }

    /** The recall steps of a trial: no more than the sequence has. */
    int recallSteps(Trajectory trajectory) {
        int most = trajectory.steps();
        int asked = steps.orElse(most);
        return trajectory.ends() ? Math.min(asked, most) : asked;
    }

    /** What the memory's noise is at a value of the curve. */
    Noise noise(Noise given, double value) {
        return switch (kind) {
            case FLIP -> new Noise(given.drop(), value, given.jitter(), given.jitterTicks());
            case DROP -> new Noise(value, given.flip(), given.jitter(), given.jitterTicks());
            case JITTER -> new Noise(given.drop(), given.flip(), value, jitterTicks);
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InvalidValueException(
                    VALUES, "'" + text + "'", "a number; values are written as 0.1,0.2 or 0..0.5/0.05");
        }
    }

    /**
     * Returns how many trials there are.
     *
     * @return ≥ 1
     */
    public int trials() {
        return values.size() * seeds.size();
    }

    /** The value of a trial, as written. */
    String value(int trial) {
        return values.get(trial / seeds.size());
    }

    /** The seed of a trial. */
    long seed(int trial) {
        return seeds.get(trial % seeds.size());
    }
}
