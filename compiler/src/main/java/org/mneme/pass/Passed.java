package org.mneme.pass;

import java.util.List;
import org.mneme.ir.SpikingGraph;

/**
 * What a pass returns.
 *
 * @param graph the graph after it
 * @param changes what it changed, a sentence each; empty where nothing was to be changed
 */
public record Passed(SpikingGraph graph, List<String> changes) {
    /** Copies the list. */
    public Passed {
        changes = List.copyOf(changes);
    }

    static Passed unchanged(SpikingGraph graph) {
        return new Passed(graph, List.of());
    }
}
