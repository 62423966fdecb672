package org.mneme.lab.robustness;

import java.util.List;

/**
 * The trials at one value.
 *
 * @param value as written
 * @param trials one a seed, in the order of the seeds; at least one
 */
public record RobustnessPoint(String value, List<RecallOutcome> trials) {
    /** Copies the trials. */
    public RobustnessPoint {
        trials = List.copyOf(trials);
    }

    /**
     * Returns the value as a number.
     *
     * @return x of the curve
     */
    public double x() {
        return Double.parseDouble(value);
    }

    /**
     * Returns P of the memories.
     *
     * @return ≥ 1
     */
    public int patterns() {
        return trials.getFirst().patterns();
    }

    /**
     * Returns how many trials were recalled whole.
     *
     * @return 0…trials
     */
    public int whole() {
        return (int) trials.stream().filter(RecallOutcome::whole).count();
    }

    /**
     * Returns the fraction of trials recalled whole.
     *
     * @return with its Wilson interval
     */
    public Interval recalled() {
        return Interval.fraction(whole(), trials.size());
    }

    /**
     * Returns the fraction of trials in which all patterns came in order, wrong bits or not.
     *
     * @return with its Wilson interval
     */
    public Interval inOrder() {
        return Interval.fraction(
                (int) trials.stream().filter(RecallOutcome::ordered).count(), trials.size());
    }

    /**
     * Returns how many ticks a recall step takes, the mean over the trials in which there was one.
     *
     * @return 0 by the rules, or where there was none
     */
    public Interval ticks() {
        List<Double> ticks =
                trials.stream().map(RecallOutcome::ticks).filter(t -> t > 0).toList();
        return ticks.isEmpty() ? new Interval(0, 0, 0) : Interval.mean(ticks);
    }

    /**
     * Returns the mean overlap with the pattern that should be there.
     *
     * @return in −1…1
     */
    public Interval overlap() {
        Interval mean =
                Interval.mean(trials.stream().map(RecallOutcome::overlap).toList());
        return new Interval(mean.value(), Math.max(-1, mean.low()), Math.min(1, mean.high()));
    }

    /**
     * Returns the mean number of wrong bits of a state.
     *
     * @return bits
     */
    public Interval wrongBits() {
        Interval mean =
                Interval.mean(trials.stream().map(RecallOutcome::wrongBits).toList());
        return new Interval(mean.value(), Math.max(0, mean.low()), mean.high());
    }
}
