package org.mneme.nir.imports;

import java.util.List;

/** A cycle of nodes none of which is a neuron: its signal at a tick would depend on itself at the same tick. */
public final class LinearCycleException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> nodes;

    /**
     * Creates the error.
     *
     * @param nodes in the order of the edges; the last leads to the first
     */
    public LinearCycleException(List<String> nodes) {
        super("the edges " + String.join(" → ", nodes) + " → " + nodes.getFirst()
                + " are a cycle without a neuron; put a neuron node, such as an LI, into it");
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Returns the nodes.
     *
     * @return in the order of the edges
     */
    public List<String> nodes() {
        return nodes;
    }
}
