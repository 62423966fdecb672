package org.mneme.nir.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** What a graph does on the simulator. */
final class Spikes {
    private Spikes() {}

    /** Every spike before a tick, as text that names its population, in a fixed order. */
    static List<String> of(SpikingGraph graph, List<SourceSpike> input, long ticks) {
        List<Population> populations = graph.populations();
        int[] first = graph.firstIds();
        Set<String> names = new HashSet<>();
        populations.forEach(p -> names.add(p.name()));
        List<String> spikes = new ArrayList<>();
        try (Execution execution = Backends.named("simulator").open(graph, new ExecutionOptions(1, 1, names))) {
            execution.inject(input);
            execution.advance(ticks, (tick, id, payload) -> {
                int p = 0;
                while (id >= first[p + 1]) {
                    p++;
                }
                spikes.add(tick + " " + populations.get(p).name() + "[" + (id - first[p]) + "] " + payload);
            });
        }
        spikes.sort(null);
        return spikes;
    }
}
