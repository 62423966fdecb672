package org.mneme.map;

import java.util.List;

/**
 * The neurons of a graph, sources left out, divided among cores: each is in exactly one slice.
 *
 * @param clusters one a core that is used
 */
public record Partition(List<Cluster> clusters) {
    /** Copies the list. */
    public Partition {
        clusters = List.copyOf(clusters);
    }
}
