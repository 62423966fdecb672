package org.mneme.runtime.score;

import java.util.Map;
import java.util.TreeMap;

/** The tempo at each tick: 1 until told otherwise. */
final class Tempos {
    private final TreeMap<Long, Double> gains = new TreeMap<>();

    void tell(long tick, double gain) {
        gains.put(tick, gain);
    }

    double at(long tick) {
        Map.Entry<Long, Double> last = gains.floorEntry(tick);
        return last == null ? 1 : last.getValue();
    }

    /** Whether it changes after a tick and not after another. */
    boolean changes(long after, long until) {
        Long next = gains.higherKey(after);
        return next != null && next <= until;
    }

    /** Whether any other than 1 was told. */
    boolean varied() {
        return gains.values().stream().anyMatch(gain -> gain != 1);
    }

    /** The least tempo above 0 that was told, at most 1. */
    double slowest() {
        return gains.values().stream().filter(gain -> gain > 0).reduce(1.0, Math::min);
    }
}
