package org.mneme.runtime.result;

import java.util.List;

/**
 * Spikes of some neurons of some populations, for plots.
 *
 * @param lanes the populations, top to bottom
 * @param dots the spikes kept, ascending by tick
 * @param spikes how many there were in these populations
 * @param untilTick exclusive; spikes from here on were not kept
 * @param thinning says what was left out, in words; empty where nothing was
 */
public record RasterSample(List<Lane> lanes, List<Dot> dots, long spikes, long untilTick, String thinning) {
    /** The most spikes kept. */
    public static final int MOST_DOTS = 48_000;

    /**
     * A population.
     *
     * @param name unique in the graph
     * @param size number of neurons
     * @param stride every stride-th neuron is shown, from neuron 0
     */
    public record Lane(String name, int size, int stride) {}

    /**
     * A spike.
     *
     * @param tick ≥ 0
     * @param lane which population, an index into the list of them
     * @param neuron index in the population
     * @param payload 1 for a binary spike
     */
    public record Dot(long tick, int lane, int neuron, double payload) {}

    /** Copies the lists. */
    public RasterSample {
        lanes = List.copyOf(lanes);
        dots = List.copyOf(dots);
    }
}
