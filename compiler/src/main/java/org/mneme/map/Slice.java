package org.mneme.map;

/**
 * Consecutive neurons of a population that share a core.
 *
 * @param population index in the graph
 * @param from first neuron of the population
 * @param to exclusive, &gt; from
 */
public record Slice(int population, int from, int to) {
    /**
     * Returns the number of neurons.
     *
     * @return ≥ 1
     */
    public int size() {
        return to - from;
    }
}
