package org.mneme.runtime.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mneme.runtime.checkpoint.Checkpoint.HeldSpike;

/** The spikes of the recall step under way, ascending by tick, so that a checkpoint can be taken within a step. */
final class HeldSpikes {
    private long[] ticks = new long[64];
    private int[] neurons = new int[64];
    private double[] payloads = new double[64];
    private boolean[] hiddens = new boolean[64];
    private int start;
    private int end;

    void add(boolean hidden, long tick, int neuron, double payload) {
        if (end == ticks.length) {
            makeRoom();
        }
        ticks[end] = tick;
        neurons[end] = neuron;
        payloads[end] = payload;
        hiddens[end] = hidden;
        end++;
    }

    private void makeRoom() {
        int size = end - start;
        int capacity = 2 * size > ticks.length ? Math.multiplyExact(2, ticks.length) : ticks.length;
        ticks = Arrays.copyOf(Arrays.copyOfRange(ticks, start, end), capacity);
        neurons = Arrays.copyOf(Arrays.copyOfRange(neurons, start, end), capacity);
        payloads = Arrays.copyOf(Arrays.copyOfRange(payloads, start, end), capacity);
        hiddens = Arrays.copyOf(Arrays.copyOfRange(hiddens, start, end), capacity);
        start = 0;
        end = size;
    }

    /** Forgets the spikes before a tick. */
    void dropBefore(long tick) {
        while (start < end && ticks[start] < tick) {
            start++;
        }
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    List<HeldSpike> toList() {
        List<HeldSpike> list = new ArrayList<>();
        for (int i = start; i < end; i++) {
            list.add(new HeldSpike(hiddens[i], ticks[i], neurons[i], payloads[i]));
        }
        return list;
    }

    /** The spikes there is room for: bounded by those of two steps. */
    int capacity() {
        return ticks.length;
    }
}
