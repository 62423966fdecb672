package org.mneme.nir.graph;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Nodes and the edges between them; a node of another graph too, entered by its Input nodes and left by its Output nodes.
 *
 * @param nodes by name; ascending, since files do not keep an order
 * @param edges in file order; their ends may be names that no node has, as nothing has been checked
 * @param metadata of the graph
 */
public record NirGraph(SequencedMap<String, NirNode> nodes, List<Edge> edges, MetaValue.Group metadata)
        implements NirNode {
    /** Copies the nodes and edges. */
    public NirGraph {
        nodes = Collections.unmodifiableSequencedMap(new TreeMap<>(nodes));
        edges = List.copyOf(edges);
    }

    /** Returns "NIRGraph", as files say. */
    @Override
    public String type() {
        return "NIRGraph";
    }
}
