package org.mneme.runtime.result;

import java.util.Map;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * How long states were held: the times from each change of S to the next. The cue is no change, and the last state, which was not seen to
 * end, does not count.
 *
 * @param tickSeconds length of a tick, s, &gt; 0
 * @param ticks distinct times, ticks, ascending
 * @param counts how often each was seen, ≥ 1
 */
public record DwellTimes(double tickSeconds, Ints ticks, Ints counts) {
    /**
     * Returns how many times there are.
     *
     * @return ≥ 0
     */
    public long total() {
        return counts.stream().asLongStream().sum();
    }

    /**
     * Returns the mean time.
     *
     * @return s; 0 where there is none
     */
    public double meanSeconds() {
        double sum = 0;
        for (int k = 0; k < ticks.length(); k++) {
            sum += (double) ticks.at(k) * counts.at(k);
        }
        return ticks.length() == 0 ? 0 : sum / total() * tickSeconds;
    }

    /** Takes the states of a recall as they come; keeps one number a distinct time. */
    public static final class Counter {
        private final Map<Integer, Integer> counts = new TreeMap<>();
        private Signs state = Signs.zeros(0);
        private boolean cued;
        private boolean changed;
        private long since;

        /** Starts without a state. */
        public Counter() {}

        /** Is told that a cue takes over: how long the state before it would have been held is not known. */
        public void cued() {
            cued = false;
            changed = false;
        }

        /**
         * Takes a state.
         *
         * @param tick at which it was first seen, ascending
         * @param next S
         */
        public void accept(long tick, Signs next) {
            if (cued && !next.equals(state)) {
                if (changed) {
                    counts.merge(Math.toIntExact(Math.min(tick - since, Integer.MAX_VALUE)), 1, Integer::sum);
                }
                changed = true;
                since = tick;
            }
            cued = true;
            state = next;
        }

        /**
         * Returns what was counted.
         *
         * @param tickSeconds length of a tick, s
         * @return the times
         */
        public DwellTimes times(double tickSeconds) {
            return new DwellTimes(
                    tickSeconds,
                    Ints.of(counts.keySet().stream().mapToInt(t -> t).toArray()),
                    Ints.of(counts.values().stream().mapToInt(n -> n).toArray()));
        }
    }
}
