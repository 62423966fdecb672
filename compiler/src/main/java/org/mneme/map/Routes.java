package org.mneme.map;

import java.util.List;

/**
 * All ways of all spikes.
 *
 * @param trees by population, then neuron
 * @param firstKeys key of the first neuron of each tree: neuron i of it has firstKey + i; empty where the target has no routing tables
 * @param tables entries in the order in which routers try them, by chip; empty where the target has no routing tables
 */
public record Routes(List<Route> trees, List<Integer> firstKeys, List<TableEntry> tables) {
    /** Copies the lists. */
    public Routes {
        trees = List.copyOf(trees);
        firstKeys = List.copyOf(firstKeys);
        tables = List.copyOf(tables);
    }
}
