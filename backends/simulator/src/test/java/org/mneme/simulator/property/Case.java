package org.mneme.simulator.property;

import java.util.List;
import org.mneme.ir.GraphText;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;

/**
 * A graph, what is injected, and for how long it runs.
 *
 * @param seed the generator's seed
 * @param graph a valid graph
 * @param input source spikes, ascending by tick
 * @param ticks how many ticks are run
 * @param executionSeed key of the random streams, also of how a run is chopped
 */
record Case(long seed, SpikingGraph graph, List<SourceSpike> input, long ticks, long executionSeed) {
    Case {
        input = List.copyOf(input);
    }

    Case with(SpikingGraph otherGraph) {
        return new Case(seed, otherGraph, input, ticks, executionSeed);
    }

    Case withInput(List<SourceSpike> otherInput) {
        return new Case(seed, graph, otherInput, ticks, executionSeed);
    }

    Case withTicks(long otherTicks) {
        return new Case(
                seed,
                graph,
                input.stream().filter(spike -> spike.tick() < otherTicks).toList(),
                otherTicks,
                executionSeed);
    }

    long longestDelay() {
        return graph.projections().stream()
                .map(Projection::delay)
                .mapToLong(delay -> delay.max())
                .max()
                .orElse(0);
    }

    /** All that a failure report needs: the seed draws the case again, the graph and the input show it. */
    String text() {
        return "seed " + seed + ", " + ticks + " ticks, key " + executionSeed + "\n" + GraphText.of(graph) + input;
    }
}
