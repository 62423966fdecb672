package org.mneme.pass;

import java.util.List;
import java.util.Map;

/**
 * Which projections are to go through relays so that no core hears more sources than it has axons.
 *
 * @param splits projection → how, in the order of the graph
 * @param misfits populations that hear too many, and why relays do not help
 * @param excessBits by how many bits the payloads of relays would be too narrow for the sums they send; 0 where they are not
 */
record FanInPlan(Map<String, Split> splits, List<Misfit> misfits, int excessBits) {
    /** Copies the collections. */
    FanInPlan {
        misfits = List.copyOf(misfits);
    }

    /**
     * A projection through relays.
     *
     * @param kind what relays send
     * @param counts relays a target neuron has at each level, the level next to the sources first
     * @param delay shortest delay of the projection
     */
    record Split(Kind kind, List<Integer> counts, int delay) {
        /** Copies the list. */
        Split {
            counts = List.copyOf(counts);
        }

        /** How many relays a spike goes through. */
        int levels() {
            return counts.size();
        }

        /** How many ticks the delay lacks: a relay takes one, and something must be left before the first. */
        int lack() {
            return Math.max(0, levels() + 1 - delay);
        }
    }

    /** What relays send. */
    enum Kind {
        /** A spike where any source has sent one. */
        ANY,
        /** The sum of what the sources have sent. */
        SUM
    }
}
