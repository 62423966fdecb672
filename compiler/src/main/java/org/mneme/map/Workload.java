package org.mneme.map;

import java.util.Map;
import java.util.Set;
import org.mneme.ir.SpikingGraph;

/**
 * What is to be mapped.
 *
 * @param graph without mistakes, after all passes, in the fixed domain
 * @param probed names of the populations whose spikes the host is to see
 * @param rates population → expected spikes of one of its neurons in a tick, sources included; 1 where it is not there
 */
public record Workload(SpikingGraph graph, Set<String> probed, Map<String, Double> rates) {
    /** Copies the collections. */
    public Workload {
        probed = Set.copyOf(probed);
        rates = Map.copyOf(rates);
    }

    /**
     * Returns how often a neuron of a population is expected to spike.
     *
     * @param population name
     * @return spikes a tick
     */
    public double rate(String population) {
        return rates.getOrDefault(population, 1.0);
    }
}
