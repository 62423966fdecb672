package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;

/** Leaves out projections that store no synapse, such as Ψ of patterns without successors. */
public final class DropEmptyProjections implements Pass {
    @Override
    public String name() {
        return "drop-empty";
    }

    @Override
    public Passed apply(SpikingGraph graph) {
        List<Projection> kept = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            long stored = GraphSizes.stored(
                    projection.weights(),
                    graph.population(projection.source()).size(),
                    graph.population(projection.target()).size());
            if (stored == 0) {
                changes.add(projection.name() + " stores no synapse");
            } else {
                kept.add(projection);
            }
        }
        return changes.isEmpty() ? Passed.unchanged(graph) : new Passed(Graphs.with(graph, kept), changes);
    }
}
