package org.mneme.simulator.engine;

import java.util.Arrays;

/**
 * The volleys of one population that can still arrive, oldest first, numbered from 0 since the start of the execution.
 *
 * <p>One flat queue of spikes, so that memory follows spikes and not delays.
 */
final class History {
    private final int maxDelay;
    private int[] neurons = new int[64];
    private long[] payloads = new long[64];
    private int spikes;
    private int firstSpike;

    private long[] ticks = new long[16];
    private int[] ends = new int[16];
    private int volleys;
    private int firstVolley;
    /** Number of the volley at index 0 of {@link #ticks}. */
    private long base;

    History(int maxDelay) {
        this.maxDelay = maxDelay;
    }

    void clear() {
        spikes = 0;
        firstSpike = 0;
        volleys = 0;
        firstVolley = 0;
        base = 0;
    }

    /** Adds a volley fired at a tick after all others, and forgets those that have arrived everywhere before that tick. */
    void append(long tick, SpikeBuffer volley) {
        while (firstVolley < volleys && Arithmetic.arrival(ticks[firstVolley], maxDelay) < tick) {
            firstSpike = ends[firstVolley];
            firstVolley++;
        }
        makeRoom(volley.size());
        volley.copyTo(neurons, payloads, spikes);
        spikes += volley.size();
        ticks[volleys] = tick;
        ends[volleys] = spikes;
        volleys++;
    }

    private void makeRoom(int more) {
        if (volleys < ticks.length && spikes + more <= neurons.length) {
            return;
        }
        dropForgotten();
        if (volleys > ticks.length / 2) {
            ticks = Arrays.copyOf(ticks, Math.multiplyExact(2, ticks.length));
            ends = Arrays.copyOf(ends, ticks.length);
        }
        if (spikes + more > neurons.length / 2) {
            int capacity = Math.multiplyExact(2, Math.max(neurons.length, Math.addExact(spikes, more)));
            neurons = Arrays.copyOf(neurons, capacity);
            payloads = Arrays.copyOf(payloads, capacity);
        }
    }

    private void dropForgotten() {
        System.arraycopy(neurons, firstSpike, neurons, 0, spikes - firstSpike);
        System.arraycopy(payloads, firstSpike, payloads, 0, spikes - firstSpike);
        for (int v = firstVolley; v < volleys; v++) {
            ticks[v - firstVolley] = ticks[v];
            ends[v - firstVolley] = ends[v] - firstSpike;
        }
        base += firstVolley;
        volleys -= firstVolley;
        spikes -= firstSpike;
        firstVolley = 0;
        firstSpike = 0;
    }

    int[] neurons() {
        return neurons;
    }

    long[] payloads() {
        return payloads;
    }

    /** Number of the oldest volley kept. */
    long firstNumber() {
        return base + firstVolley;
    }

    /** Number the next volley will have. */
    long nextNumber() {
        return base + volleys;
    }

    long tick(long number) {
        return ticks[(int) (number - base)];
    }

    /** Index of the first spike of a volley. */
    int start(long number) {
        int volley = (int) (number - base);
        return volley == firstVolley ? firstSpike : ends[volley - 1];
    }

    /** Index past the last spike of a volley. */
    int end(long number) {
        return ends[(int) (number - base)];
    }
}
