package org.mneme.lab.capacity;

import org.mneme.InvalidValueException;

/**
 * One point of a capacity study.
 *
 * @param network the network
 * @param features N in 2…{@value #MOST_FEATURES}
 * @param bias ε in [0, 1): a feature is +1 with probability ½ + ½ε
 * @param measure what must be clean
 * @param procedure how the trials search
 * @param sequences sequences drawn side by side, ≥ 1; 1 where transitions are measured
 */
public record CapacityQuestion(
        Network network, int features, double bias, Measure measure, Procedure procedure, int sequences) {
    /** The most features of a network whose capacity can be asked for; no draw near the capacity of so many fits in memory. */
    public static final int MOST_FEATURES = 1 << 24;

    /** Checks the numbers. */
    public CapacityQuestion {
        if (features < 2 || features > MOST_FEATURES) {
            throw new InvalidValueException("features", features, "in 2…" + MOST_FEATURES);
        }
        if (!(bias >= 0 && bias < 1)) {
            throw new InvalidValueException("bias", bias, "in 0…1, 1 itself left out");
        }
        if (sequences < 1) {
            throw new InvalidValueException("sequences", sequences, "1 or more");
        }
        if (measure == Measure.TRANSITION && sequences != 1) {
            throw new InvalidValueException(
                    "sequences", sequences, "1, as the transition capacity needs; ask for the sequence capacity");
        }
    }

    /**
     * Returns a question about fair bits and one sequence, answered by bisection.
     *
     * @param network the network
     * @param features N in 2…{@value #MOST_FEATURES}
     * @param measure what must be clean
     * @return the question
     */
    public static CapacityQuestion of(Network network, int features, Measure measure) {
        return new CapacityQuestion(network, features, 0, measure, Procedure.BISECTION, 1);
    }

    /**
     * Returns the same question about correlated patterns.
     *
     * @param value ε in [0, 1)
     * @return a new question
     */
    public CapacityQuestion withBias(double value) {
        return new CapacityQuestion(network, features, value, measure, procedure, sequences);
    }

    /**
     * Returns the same question answered otherwise.
     *
     * @param value how the trials search
     * @return a new question
     */
    public CapacityQuestion with(Procedure value) {
        return new CapacityQuestion(network, features, bias, measure, value, sequences);
    }
}
