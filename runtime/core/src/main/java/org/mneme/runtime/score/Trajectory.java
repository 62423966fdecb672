package org.mneme.runtime.score;

import org.mneme.InvalidValueException;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/**
 * What a recall from a cue should show: pattern e(t) at recall step t, each held for its dwell, the cue's own dwell counted from t = 0.
 *
 * <p>From a cycle it leads once around, back to the cue: P transitions. From an open sequence it leads to its end. A pattern that is
 * its own successor is an associative memory: the recall has to settle on it.
 */
public final class Trajectory {
    /** Recall steps an associative memory is given to settle; a clean fixed point needs one. */
    public static final int SETTLING_STEPS = 10;

    /** The most recall steps of a run; longer ones are for a session of one's own. */
    public static final int MOST_STEPS = 10_000_000;

    private final SequenceMemory memory;
    private final int cue;

    /**
     * Plans the recall from a cue.
     *
     * @param memory the memory
     * @param cue the pattern cued, 0…P−1
     * @throws InvalidValueException if there is no such pattern, or nothing follows it
     */
    public Trajectory(SequenceMemory memory, int cue) {
        if (cue < 0 || cue >= memory.count()) {
            throw new InvalidValueException("cue", cue, "a pattern index in 0…" + (memory.count() - 1));
        }
        if (memory.successors().of(cue) == Successors.NONE) {
            throw new InvalidValueException(
                    "cue", cue, "a pattern with a successor, so there is nothing to recall; cue one before it");
        }
        this.memory = memory;
        this.cue = cue;
    }

    /**
     * Returns the pattern cued.
     *
     * @return 0…P−1
     */
    public int cue() {
        return cue;
    }

    /**
     * Says whether the pattern cued is its own successor.
     *
     * @return true for an associative memory
     */
    public boolean settles() {
        return memory.successors().of(cue) == cue;
    }

    /**
     * Says whether the memory has a timing, so that a pattern may be held.
     *
     * @return false where every step is a transition
     */
    public boolean timed() {
        return memory.timing() instanceof Timing.Mixed;
    }

    /**
     * Says whether the sequence ends; then the pattern cued is the first of those to be seen in order.
     *
     * @return false for a cycle
     */
    public boolean ends() {
        int mu = cue;
        for (int seen = 0; seen <= memory.count(); seen++) {
            mu = memory.successors().of(mu);
            if (mu == Successors.NONE) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns how many recall steps show the whole of it: to the end of the sequence, or once around.
     *
     * @return K ≥ 1
     * @throws InvalidValueException if they are more than {@link #MOST_STEPS}
     */
    public int steps() {
        if (settles()) {
            return SETTLING_STEPS;
        }
        int transitions = memory.successors().transitionsFrom(cue);
        long steps = 0;
        int mu = cue;
        for (int k = 0; k < transitions; k++) {
            steps += memory.dwell(mu);
            mu = memory.successors().of(mu);
        }
        if (steps > MOST_STEPS) {
            throw new InvalidValueException("recall steps", steps, "in 1…" + MOST_STEPS + "; ask for fewer");
        }
        return (int) steps;
    }

    /**
     * Returns how many patterns should be seen in order within so many recall steps: the transitions made, and the pattern cued
     * where the sequence {@link #ends}.
     *
     * @param steps K ≥ 0
     * @return ≥ 0
     */
    public int patterns(int steps) {
        if (settles()) {
            return 1;
        }
        int seen = ends() ? 1 : 0;
        int mu = cue;
        long left = steps - (long) memory.dwell(mu);
        while (left >= 0 && memory.successors().of(mu) != Successors.NONE) {
            int after = memory.successors().of(mu);
            if (after == mu && timed()) {
                return seen;
            }
            seen++;
            mu = after;
            left -= memory.dwell(mu);
        }
        return seen;
    }

    /**
     * Starts at the cue.
     *
     * @return a walk along e(0), e(1), …
     */
    public Walk walk() {
        return new Walk();
    }

    /** A walk along e(t); it stays on the last pattern of a sequence that ends. */
    public final class Walk {
        private int mu = cue;
        private int left = memory.dwell(cue);

        private Walk() {}

        /**
         * Returns e(t), and goes on to t + 1.
         *
         * @return 0…P−1
         */
        public int next() {
            int now = mu;
            left--;
            if (left == 0) {
                int after = memory.successors().of(mu);
                mu = after == Successors.NONE ? mu : after;
                left = memory.dwell(mu);
            }
            return now;
        }
    }
}
