package org.mneme.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A spiking graph: populations and projections with one executable meaning (docs/concepts/semantics.md).
 *
 * <p>The global id of a neuron is its place in population order, then index; it is fixed here, before any mapping, so that random
 * streams and probes do not change with it. A graph may be wrong: {@link GraphValidator} lists every mistake, and executors take only graphs that have
 * none.
 *
 * @param name of the graph
 * @param domain what numbers it computes with
 * @param tickSeconds length of a tick, s, &gt; 0
 * @param populations in order of global ids
 * @param projections in the order in which their inputs are added
 */
public record SpikingGraph(
        String name,
        NumberDomain domain,
        double tickSeconds,
        List<Population> populations,
        List<Projection> projections) {
    /** Copies the lists. */
    public SpikingGraph {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
    }

    /**
     * Returns where populations are, by name.
     *
     * @return name → index in {@link #populations}
     */
    public Map<String, Integer> populationIndex() {
        Map<String, Integer> index = new HashMap<>();
        for (int p = 0; p < populations.size(); p++) {
            index.putIfAbsent(populations.get(p).name(), p);
        }
        return index;
    }

    /**
     * Returns the global id of the first neuron of each population, and the total as last entry.
     *
     * @return populations + 1 numbers
     */
    public int[] firstIds() {
        int[] first = new int[populations.size() + 1];
        for (int p = 0; p < populations.size(); p++) {
            first[p + 1] = Math.addExact(first[p], populations.get(p).size());
        }
        return first;
    }

    /**
     * Returns a population.
     *
     * @param populationName its name
     * @return the population
     * @throws java.util.NoSuchElementException if there is none
     */
    public Population population(String populationName) {
        return populations.stream()
                .filter(p -> p.name().equals(populationName))
                .findFirst()
                .orElseThrow();
    }
}
