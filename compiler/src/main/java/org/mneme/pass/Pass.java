package org.mneme.pass;

import org.mneme.ir.SpikingGraph;

/** Rewrites a graph without changing the spikes of its populations. */
public interface Pass {
    /**
     * Returns the name it is shown by.
     *
     * @return such as "relay-delays"
     */
    String name();

    /**
     * Rewrites a graph.
     *
     * @param graph a graph without mistakes
     * @return the graph, the same object where nothing is to be changed, and what was changed
     */
    Passed apply(SpikingGraph graph);
}
