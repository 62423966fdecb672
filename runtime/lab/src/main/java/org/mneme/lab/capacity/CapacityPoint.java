package org.mneme.lab.capacity;

import java.util.List;
import java.util.OptionalDouble;
import org.mneme.InvalidValueException;

/**
 * What the trials of one question found.
 *
 * @param question what was asked
 * @param trials at least one, in the order of their index
 */
public record CapacityPoint(CapacityQuestion question, List<Trial> trials) {
    /** Copies the trials. */
    public CapacityPoint {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new InvalidValueException("trials", 0, "at least 1");
        }
    }

    /**
     * Returns the mean capacity.
     *
     * @return patterns
     */
    public double mean() {
        return trials.stream().mapToInt(Trial::capacity).average().orElseThrow();
    }

    /**
     * Returns the standard deviation of the trials, n − 1 in the denominator.
     *
     * @return patterns; 0 for a single trial
     */
    public double deviation() {
        double mean = mean();
        double squares = trials.stream()
                .mapToDouble(t -> (t.capacity() - mean) * (t.capacity() - mean))
                .sum();
        return trials.size() < 2 ? 0 : Math.sqrt(squares / (trials.size() - 1));
    }

    /**
     * Returns the standard error of the mean.
     *
     * @return patterns
     */
    public double error() {
        return deviation() / Math.sqrt(trials.size());
    }

    /**
     * Returns the paper's formula for this point.
     *
     * @return patterns, or empty where there is none; for random patterns, also where the bias is not 0
     */
    public OptionalDouble theory() {
        return question.network().theory(question.features(), question.measure());
    }
}
