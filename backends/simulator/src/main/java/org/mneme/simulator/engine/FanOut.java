package org.mneme.simulator.engine;

import java.util.Arrays;

/** How many synapses of non-zero weight each source neuron has on a lane. */
final class FanOut {
    private final int common;
    private final int[] each;

    private FanOut(int common, int[] each) {
        this.common = common;
        this.each = each;
    }

    /** The same for all sources. */
    static FanOut common(int synapses) {
        return new FanOut(synapses, new int[0]);
    }

    /** One number a source; kept as one where all are equal. */
    static FanOut of(int[] synapses) {
        boolean equal = synapses.length == 0 || Arrays.stream(synapses).allMatch(s -> s == synapses[0]);
        return equal ? common(synapses.length == 0 ? 0 : synapses[0]) : new FanOut(0, synapses);
    }

    /** Sums over the spikes of a volley. */
    long sum(int[] neurons, int from, int to) {
        if (each.length == 0) {
            return (long) common * (to - from);
        }
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += each[neurons[k]];
        }
        return sum;
    }
}
