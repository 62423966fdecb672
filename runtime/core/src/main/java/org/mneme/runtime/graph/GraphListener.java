package org.mneme.runtime.graph;

/** Is told what a graph's outputs do, tick by tick. */
public interface GraphListener {
    /**
     * Is told of a spike of an output; ascending by tick, then by population and neuron.
     *
     * @param tick ≥ 0
     * @param population its name
     * @param neuron index in the population
     * @param payload 1 for a binary spike
     */
    default void spike(long tick, String population, int neuron, double payload) {}

    /**
     * Is told the state of an output after a tick.
     *
     * @param tick ≥ 0
     * @param population its name
     * @param values one a neuron
     */
    default void state(long tick, String population, double[] values) {}

    /**
     * Is told between ticks how far the run is.
     *
     * @param tick the next tick
     * @param end the last tick there can be, plus 1
     * @return false to end the run here
     */
    default boolean goOn(long tick, long end) {
        return true;
    }
}
