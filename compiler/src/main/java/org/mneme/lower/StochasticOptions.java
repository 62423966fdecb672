package org.mneme.lower;

import org.mneme.InvalidValueException;

/**
 * What a user may choose about the stochastic lowering.
 *
 * @param featureSeconds τ_v, time constant of the feature units, s, &gt; 0
 * @param hiddenSeconds τ_h, time constant of the hidden units, s, &gt; 0
 * @param stepSeconds mean time of a clean recall step at tempo 1, s, &gt; 0
 */
public record StochasticOptions(double featureSeconds, double hiddenSeconds, double stepSeconds) {
    /** Checks the ranges. */
    public StochasticOptions {
        requireTime("feature time constant", featureSeconds);
        requireTime("hidden time constant", hiddenSeconds);
        requireTime("mean step", stepSeconds);
    }

    private static void requireTime(String object, double seconds) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new InvalidValueException(object, seconds, "a time above 0 s");
        }
    }

    /**
     * Returns the defaults: τ_v = 10 ms, τ_h = 5 ms, a step every 250 ms.
     *
     * @return the defaults
     */
    public static StochasticOptions defaults() {
        return new StochasticOptions(0.01, 0.005, 0.25);
    }
}
