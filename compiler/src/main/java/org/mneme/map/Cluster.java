package org.mneme.map;

import java.util.List;

/**
 * What one core holds.
 *
 * @param slices in order of their neurons on the core
 * @param copies how often each neuron of a slice is on the core: as many as it must have targets; one entry a slice, ≥ 1
 */
public record Cluster(List<Slice> slices, List<Integer> copies) {
    /** Copies the lists. */
    public Cluster {
        slices = List.copyOf(slices);
        copies = List.copyOf(copies);
    }

    /**
     * Returns a cluster of neurons without copies.
     *
     * @param slices what it holds
     * @return the cluster
     */
    public static Cluster of(List<Slice> slices) {
        return new Cluster(slices, slices.stream().map(_ -> 1).toList());
    }
}
