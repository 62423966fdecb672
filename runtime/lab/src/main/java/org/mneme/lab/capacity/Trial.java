package org.mneme.lab.capacity;

import java.util.List;

/**
 * A finished trial.
 *
 * @param question what was asked
 * @param index 0-based
 * @param capacity the first P whose draw was clean
 * @param attempts in the order tested; the last is the clean one
 */
public record Trial(CapacityQuestion question, int index, int capacity, List<Attempt> attempts) {
    /** Copies the attempts. */
    public Trial {
        attempts = List.copyOf(attempts);
    }
}
