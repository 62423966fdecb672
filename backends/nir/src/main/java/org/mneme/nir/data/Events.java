package org.mneme.nir.data;

import java.util.Arrays;

/** Spikes of one population as they are read, in columns that grow. */
final class Events {
    private long[] ticks = new long[16];
    private int[] neurons = new int[16];
    private double[] payloads = new double[16];
    private int count;
    private boolean binary = true;

    void add(long tick, int neuron, double payload) {
        if (count == ticks.length) {
            int more = Math.addExact(count, count >> 1);
            ticks = Arrays.copyOf(ticks, more);
            neurons = Arrays.copyOf(neurons, more);
            payloads = Arrays.copyOf(payloads, more);
        }
        ticks[count] = tick;
        neurons[count] = neuron;
        payloads[count] = payload;
        binary &= payload == 1;
        count++;
    }

    int count() {
        return count;
    }

    /** Whether every payload is 1. */
    boolean binary() {
        return binary;
    }

    long tick(int event) {
        return ticks[event];
    }

    int neuron(int event) {
        return neurons[event];
    }

    double payload(int event) {
        return payloads[event];
    }
}
