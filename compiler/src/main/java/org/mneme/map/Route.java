package org.mneme.map;

import java.util.List;

/**
 * How the spikes of a slice reach the cores that hear it.
 *
 * @param population index in the graph; a source's route starts at the host's entry, site 0
 * @param from first neuron of the population
 * @param to exclusive
 * @param site where it starts
 * @param destinations sites of the cores that hear it, ascending, its own included where it hears itself
 * @param links of the tree, in the order in which a spike takes them
 */
public record Route(int population, int from, int to, int site, List<Integer> destinations, List<Link> links) {
    /**
     * A link from one router to a neighbour.
     *
     * @param x column of the router in the board's mesh of tiles
     * @param y row
     * @param direction 0…3 in a mesh: east, north, west, south; 0…5 in a hexagonal one: east, north-east, north, west, south-west, south
     */
    public record Link(int x, int y, int direction) {}

    /** Copies the lists. */
    public Route {
        destinations = List.copyOf(destinations);
        links = List.copyOf(links);
    }
}
