package org.mneme.simulator.engine;

import java.util.Arrays;

/** Spikes of one population that wait for their tick, injected or held back, ascending by tick, then neuron. */
final class Waiting {
    private long[] ticks = new long[16];
    private int[] neurons = new int[16];
    private long[] payloads = new long[16];
    private int head;
    private int tail;

    void clear() {
        head = 0;
        tail = 0;
    }

    int size() {
        return tail - head;
    }

    long tick(int k) {
        return ticks[head + k];
    }

    int neuron(int k) {
        return neurons[head + k];
    }

    long payload(int k) {
        return payloads[head + k];
    }

    long nextTick() {
        return head == tail ? Calendar.NEVER : ticks[head];
    }

    boolean has(long tick, int neuron) {
        int at = place(tick, neuron);
        return at < tail && ticks[at] == tick && neurons[at] == neuron;
    }

    /** Adds a spike that is not there yet; cheapest in ascending order. */
    void add(long tick, int neuron, long rawPayload) {
        if (tail == ticks.length) {
            makeRoom();
        }
        int at = place(tick, neuron);
        System.arraycopy(ticks, at, ticks, at + 1, tail - at);
        System.arraycopy(neurons, at, neurons, at + 1, tail - at);
        System.arraycopy(payloads, at, payloads, at + 1, tail - at);
        ticks[at] = tick;
        neurons[at] = neuron;
        payloads[at] = rawPayload;
        tail++;
    }

    /** Adds a spike, or replaces that of the same tick and neuron. */
    void put(long tick, int neuron, long rawPayload) {
        if (has(tick, neuron)) {
            payloads[place(tick, neuron)] = rawPayload;
        } else {
            add(tick, neuron, rawPayload);
        }
    }

    private void makeRoom() {
        int size = size();
        int capacity = size > ticks.length / 2 ? Math.multiplyExact(2, ticks.length) : ticks.length;
        ticks = Arrays.copyOf(Arrays.copyOfRange(ticks, head, tail), capacity);
        neurons = Arrays.copyOf(Arrays.copyOfRange(neurons, head, tail), capacity);
        payloads = Arrays.copyOf(Arrays.copyOfRange(payloads, head, tail), capacity);
        head = 0;
        tail = size;
    }

    /** Moves the spikes of a tick into a buffer. */
    void take(long tick, SpikeBuffer into) {
        while (head < tail && ticks[head] == tick) {
            into.add(neurons[head], payloads[head]);
            head++;
        }
        if (head == tail) {
            clear();
        }
    }

    /** Index of the first spike not before (tick, neuron). */
    private int place(long tick, int neuron) {
        int low = head;
        int high = tail;
        if (low < high && comesBefore(high - 1, tick, neuron)) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comesBefore(middle, tick, neuron)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean comesBefore(int k, long tick, int neuron) {
        return ticks[k] < tick || ticks[k] == tick && neurons[k] < neuron;
    }
}
