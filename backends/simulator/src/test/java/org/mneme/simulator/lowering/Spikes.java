package org.mneme.simulator.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.SimulatorBackend;

/** Spikes of a graph's neurons, as the engine executes it. */
final class Spikes {
    /** One spike. */
    record Spike(long tick, int neuron, double payload) {}

    private Spikes() {}

    /** Runs a graph and returns the spikes of the first neurons of it, sources left out. */
    static List<Spike> of(SpikingGraph graph, int neurons, List<SourceSpike> inputs, long ticks) {
        Set<String> probed = graph.populations().stream()
                .filter(p -> !(p.model() instanceof Source))
                .map(Population::name)
                .collect(Collectors.toSet());
        List<Spike> spikes = new ArrayList<>();
        try (Execution execution = new SimulatorBackend().open(graph, new ExecutionOptions(1, 1, probed))) {
            execution.inject(inputs);
            execution.advance(ticks, (tick, neuron, payload) -> {
                if (neuron < neurons) {
                    spikes.add(new Spike(tick, neuron, payload));
                }
            });
        }
        spikes.sort((a, b) ->
                a.tick() != b.tick() ? Long.compare(a.tick(), b.tick()) : Integer.compare(a.neuron(), b.neuron()));
        return spikes;
    }

    static int neurons(SpikingGraph graph) {
        int[] first = graph.firstIds();
        return first[first.length - 1];
    }
}
