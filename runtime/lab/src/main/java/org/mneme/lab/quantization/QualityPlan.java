package org.mneme.lab.quantization;

import java.util.List;
import org.mneme.InvalidValueException;

/**
 * The cues by which two graphs of one memory are compared: the same patterns, flipped bits and seeds for both.
 *
 * @param cueNoises fractions of flipped cue bits, each in 0…1, distinct
 * @param cues at each noise, ≥ 1
 * @param steps recall steps from each cue, ≥ 1; a pattern is recalled right if the last of these states is, bit for bit
 * @param seed of the cues
 */
public record QualityPlan(List<Double> cueNoises, int cues, int steps, long seed) {
    private static final int MOST_CUES = 1_000_000;

    /** Copies the list and checks the ranges. */
    public QualityPlan {
        cueNoises = List.copyOf(cueNoises);
        if (cueNoises.isEmpty()
                || cueNoises.stream().distinct().count() < cueNoises.size()
                || cueNoises.stream().anyMatch(f -> !(f >= 0 && f <= 1))) {
            throw new InvalidValueException("cue noises", cueNoises, "a list of distinct fractions in 0…1");
        }
        if (cues < 1 || cues > MOST_CUES) {
            throw new InvalidValueException("cues", cues, "in 1…" + MOST_CUES);
        }
        if (steps < 1) {
            throw new InvalidValueException("recall steps", steps, "1 or more");
        }
    }

    /**
     * Returns the plan of a compilation: 0, 10, 20 and 30 % flipped, 100 cues each, 3 steps.
     *
     * @param seed of the cues
     * @return the plan
     */
    public static QualityPlan standard(long seed) {
        return new QualityPlan(List.of(0.0, 0.1, 0.2, 0.3), 100, 3, seed);
    }
}
