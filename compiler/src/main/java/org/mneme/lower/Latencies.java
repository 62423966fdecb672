package org.mneme.lower;

import org.mneme.InvalidValueException;

/**
 * Latencies of the winner-take-all circuit in ticks, inputs of the lowering, so that boards can add relays (docs/concepts/lowering.md).
 *
 * <p>The timing law: A + B ≥ R + 1 and Q ≤ R. The period of a clean recall step is A + B.
 *
 * @param volley A: rails to hidden units, ≥ 1
 * @param answer B: hidden units to rails, ≥ 1
 * @param reset R: a hidden spike to the reset of the hidden layer, ≥ 1, at least 2 through an inhibitor
 * @param stop Q: a hidden spike to the stop of the ramp, ≥ 1, at least 2 through an inhibitor
 */
public record Latencies(int volley, int answer, int reset, int stop) {
    /** Checks the timing law. */
    public Latencies {
        requireTicks("volley latency A", volley);
        requireTicks("answer latency B", answer);
        requireTicks("reset latency R", reset);
        requireTicks("stop latency Q", stop);
        if (volley + answer < reset + 1) {
            throw new InvalidValueException(
                    "latencies",
                    "volley + answer = " + (volley + answer),
                    "enough: at least reset + 1 = " + (reset + 1) + " (A + B >= R + 1)");
        }
        if (stop > reset) {
            throw new InvalidValueException(
                    "latencies", "stop = " + stop, "soon enough: at most reset = " + reset + " (Q <= R)");
        }
    }

    private static void requireTicks(String object, int ticks) {
        if (ticks < 1 || ticks > 1_000) {
            throw new InvalidValueException(object, ticks, "in 1…1000 ticks");
        }
    }

    /**
     * Returns the period: ticks a clean recall step takes.
     *
     * @return A + B
     */
    public int period() {
        return volley + answer;
    }
}
