package org.mneme.lab.capacity;

import java.util.List;

/**
 * A finished trial.
 *
 * @param question what was asked
 * @param index 0-based
 * @param capacity the first P whose draw was clean
 * @param attempts first the draws of which only a sample was tested, by falling P; then those tested whole, by falling P, the last of
 *     them clean. A draw is there once
 */
public record Trial(CapacityQuestion question, int index, int capacity, List<Attempt> attempts) {
    /** Copies the attempts. */
    public Trial {
        attempts = List.copyOf(attempts);
    }

    /**
     * Returns how many draws the trial tested.
     *
     * @return ≥ 1
     */
    public int draws() {
        return attempts.size();
    }

    /**
     * Returns how many transitions the trial tested.
     *
     * @return ≥ 0
     */
    public long tested() {
        return attempts.stream().mapToLong(Attempt::tested).sum();
    }
}
