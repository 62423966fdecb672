package org.mneme.lab.robustness;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.mneme.InvalidValueException;
import org.mneme.lab.SweepAxis;

/**
 * The trials of a robustness curve: every seed at every value.
 *
 * @param curve what is varied
 * @param values what it is varied over, as written: fractions in 0…1 of bits or spikes, or P / P_S above 0; distinct
 * @param seeds one trial each at every value, distinct; a seed draws random patterns, flipped bits and noise
 * @param kind what noise does; used where noise is varied
 * @param cue the pattern cued
 * @param steps recall steps, in place of as many as show the whole sequence
 */
public record RobustnessPlan(
        Curve curve, List<String> values, List<Long> seeds, NoiseKind kind, int cue, OptionalInt steps) {
    /** The most trials of a plan. */
    public static final int MOST_TRIALS = 10_000_000;

    private static final String VALUES = "values";

    /**
     * Copies the lists and checks the values.
     *
     * @throws InvalidValueException if a value is out of its range, one is there twice, or there are too many
     */
    public RobustnessPlan {
        values = new SweepAxis(VALUES, values).values();
        for (String value : values) {
            BigDecimal number = number(value);
            boolean fraction = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
            if (curve == Curve.LOAD ? number.signum() <= 0 : !fraction) {
                throw new InvalidValueException(
                        VALUES, value, curve == Curve.LOAD ? "numbers above 0" : "fractions in 0…1");
            }
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

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new InvalidValueException(VALUES, "'" + text + "'", "numbers such as 0.1,0.2 or 0..0.5/0.05");
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
