package org.mneme.board.conformance;

import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;

/** Global ids and the neurons they belong to. */
final class GlobalIds {
    private GlobalIds() {}

    /** Returns the global id of a source spike's neuron. */
    static int of(SpikingGraph graph, SourceSpike spike) {
        return graph.firstIds()[graph.populations().indexOf(graph.population(spike.population()))] + spike.neuron();
    }

    /** Returns the source spike of a global id. */
    static SourceSpike spike(SpikingGraph graph, long tick, int id, long payload) {
        int p = populationOf(graph, id);
        return new SourceSpike(graph.populations().get(p).name(), tick, id - graph.firstIds()[p], payload);
    }

    /** Returns a name for people, such as "hidden[3]". */
    static String name(SpikingGraph graph, int id) {
        int p = populationOf(graph, id);
        return graph.populations().get(p).name() + "[" + (id - graph.firstIds()[p]) + "]";
    }

    private static int populationOf(SpikingGraph graph, int id) {
        int[] first = graph.firstIds();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            if (id >= first[p] && id < first[p] + population.size()) {
                return p;
            }
        }
        throw new IllegalArgumentException("no neuron has the global id " + id);
    }
}
