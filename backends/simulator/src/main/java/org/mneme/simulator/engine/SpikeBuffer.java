package org.mneme.simulator.engine;

import java.util.Arrays;

/** Spikes of one population at one tick, ascending by neuron; payloads as raw 64 bits: an integer, or the bits of a float. */
final class SpikeBuffer {
    private int[] neurons = new int[16];
    private long[] payloads = new long[16];
    private int size;

    void add(int neuron, long rawPayload) {
        if (size == neurons.length) {
            reserve(1);
        }
        neurons[size] = neuron;
        payloads[size] = rawPayload;
        size++;
    }

    /** Adds the neurons of a range whose value is above a threshold, with payload 1, and sets their values. */
    void addAbove(long[] values, int from, int to, long threshold, long after) {
        reserve(to - from);
        int[] into = neurons;
        int n = size;
        for (int j = from; j < to; j++) {
            // Written whether it fires or not: a branch would be mispredicted where many do.
            into[n] = j;
            n += (int) (threshold - values[j] >>> 63);
        }
        for (int j = from; j < to; j++) {
            values[j] = Arithmetic.fires(values[j], threshold) ? after : values[j];
        }
        Arrays.fill(payloads, size, n, 1);
        size = n;
    }

    void addAll(SpikeBuffer other) {
        reserve(other.size);
        other.copyTo(neurons, payloads, size);
        size += other.size;
    }

    void copyTo(int[] neuronsInto, long[] payloadsInto, int at) {
        System.arraycopy(neurons, 0, neuronsInto, at, size);
        System.arraycopy(payloads, 0, payloadsInto, at, size);
    }

    private void reserve(int more) {
        if (size + more > neurons.length) {
            int capacity = Math.max(size + more, Math.multiplyExact(2, neurons.length));
            neurons = Arrays.copyOf(neurons, capacity);
            payloads = Arrays.copyOf(payloads, capacity);
        }
    }

    int size() {
        return size;
    }

    int neuron(int k) {
        return neurons[k];
    }

    long payload(int k) {
        return payloads[k];
    }

    void clear() {
        size = 0;
    }
}
