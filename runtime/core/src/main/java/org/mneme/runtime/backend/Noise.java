package org.mneme.runtime.backend;

import java.util.ArrayList;
import java.util.List;
import org.mneme.InvalidValueException;

/**
 * What may happen to a spike between its neuron, which has fired and reset, and everything that hears of it (docs/concepts/semantics.md,
 * "Noise"): it is lost, it is turned, or it is sent late. Spikes of sources are spared.
 *
 * @param drop probability that a spike is lost, 0…1
 * @param flip probability that a spike of a flipped population is turned: a graded payload is negated, a binary spike changes rails; 0…1
 * @param jitter probability that a spike is sent late, 0…1
 * @param jitterTicks J: a late spike is 1…J ticks late, all equally probable; 1…{@value #MOST_JITTER_TICKS}; 1 where there is no jitter
 */
public record Noise(double drop, double flip, double jitter, int jitterTicks) {
    /** The latest that a spike may be sent, ticks. */
    public static final int MOST_JITTER_TICKS = 10_000;

    /** No noise. */
    public static final Noise NONE = new Noise(0, 0, 0, 1);

    /**
     * Checks the ranges.
     *
     * @throws InvalidValueException if one is out of its range
     */
    public Noise {
        requireProbability("drop", drop);
        requireProbability("flip", flip);
        requireProbability("jitter", jitter);
        if (jitterTicks < 1 || jitterTicks > MOST_JITTER_TICKS) {
            throw new InvalidValueException("jitter ticks", jitterTicks, "in 1…" + MOST_JITTER_TICKS);
        }
        jitterTicks = jitter == 0 ? 1 : jitterTicks;
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidValueException(name, value, "a probability in 0…1");
        }
    }

    /**
     * Says whether no spike is ever changed.
     *
     * @return whether all probabilities are 0
     */
    public boolean isNone() {
        return drop == 0 && flip == 0 && jitter == 0;
    }

    /**
     * Says what it does, such as "drop 0.01, jitter 0.1 by up to 2 ticks".
     *
     * @return "none" where it is none
     */
    public String words() {
        List<String> words = new ArrayList<>();
        if (drop > 0) {
            words.add("drop " + drop);
        }
        if (flip > 0) {
            words.add("flip " + flip);
        }
        if (jitter > 0) {
            words.add("jitter " + jitter + " by up to " + jitterTicks + (jitterTicks == 1 ? " tick" : " ticks"));
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
