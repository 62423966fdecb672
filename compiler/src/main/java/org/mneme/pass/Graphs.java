package org.mneme.pass;

import java.util.List;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;

/** Graphs with some parts replaced. */
final class Graphs {
    private Graphs() {}

    static SpikingGraph with(SpikingGraph graph, List<Projection> projections) {
        return with(graph, graph.populations(), projections);
    }

    static SpikingGraph with(SpikingGraph graph, List<Population> populations, List<Projection> projections) {
        return new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, projections);
    }
}
