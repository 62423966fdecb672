package org.mneme.simulator.property;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphText;
import org.mneme.ir.Lif;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Noise;

/**
 * A graph, what is injected, for how long it runs, and what noise does to its spikes.
 *
 * @param seed the generator's seed
 * @param graph a valid graph
 * @param input source spikes, ascending by tick
 * @param ticks how many ticks are run
 * @param executionSeed key of the random streams, also of how a run is chopped
 * @param noise what noise does to its spikes
 */
public record Case(
        long seed, SpikingGraph graph, List<SourceSpike> input, long ticks, long executionSeed, Noise noise) {
    /** Copies the input. */
    public Case {
        input = List.copyOf(input);
    }

    /** Without noise. */
    public Case(long seed, SpikingGraph graph, List<SourceSpike> input, long ticks, long executionSeed) {
        this(seed, graph, input, ticks, executionSeed, Noise.NONE);
    }

    /** The same on another graph. */
    public Case with(SpikingGraph otherGraph) {
        return new Case(seed, otherGraph, input, ticks, executionSeed, noise);
    }

    /** The same with other input. */
    public Case withInput(List<SourceSpike> otherInput) {
        return new Case(seed, graph, otherInput, ticks, executionSeed, noise);
    }

    Case withNoise(Noise otherNoise) {
        return new Case(seed, graph, input, ticks, executionSeed, otherNoise);
    }

    /** The same for so many ticks. */
    public Case withTicks(long otherTicks) {
        return new Case(
                seed,
                graph,
                input.stream().filter(spike -> spike.tick() < otherTicks).toList(),
                otherTicks,
                executionSeed,
                noise);
    }

    /** Two of three populations whose spikes can be turned; which, a shrunk case keeps. */
    Set<String> flipped() {
        return graph.populations().stream()
                .filter(population -> switch (population.model()) {
                    case Source _ -> false;
                    case Graded _ -> true;
                    case Lif _, Escape _ -> population.size() % 2 == 0;
                })
                .map(Population::name)
                .filter(name -> Math.floorMod(name.hashCode() + executionSeed, 3) != 0)
                .collect(Collectors.toSet());
    }

    long longestDelay() {
        return graph.projections().stream()
                .map(Projection::delay)
                .mapToLong(delay -> delay.max())
                .max()
                .orElse(0);
    }

    /** All that a failure report needs: the seed draws the case again, the graph and the input show it. */
    public String text() {
        return "seed " + seed + ", " + ticks + " ticks, key " + executionSeed + ", " + noise + "\n"
                + GraphText.of(graph) + input;
    }
}
