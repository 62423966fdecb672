package org.mneme.runtime.backend;

import java.util.Set;
import org.mneme.InvalidValueException;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;

/**
 * How a graph is executed. Neither threads nor the recorded populations change what is computed.
 *
 * @param seed key of all random streams
 * @param threads ≥ 1
 * @param recorded names of the populations whose spikes are reported
 * @param noise what may happen to a spike
 * @param flipped names of the populations whose spikes {@link Noise#flip} turns
 */
public record ExecutionOptions(long seed, int threads, Set<String> recorded, Noise noise, Set<String> flipped) {
    /** Copies the sets. */
    public ExecutionOptions {
        recorded = Set.copyOf(recorded);
        flipped = Set.copyOf(flipped);
    }

    /**
     * Creates options without noise.
     *
     * @param seed key of all random streams
     * @param threads ≥ 1
     * @param recorded names of the populations whose spikes are reported
     */
    public ExecutionOptions(long seed, int threads, Set<String> recorded) {
        this(seed, threads, recorded, Noise.NONE, Set.of());
    }

    /**
     * Returns these options with noise.
     *
     * @param value what may happen to a spike
     * @param features names of the populations whose spikes it turns
     * @return new options
     */
    public ExecutionOptions withNoise(Noise value, Set<String> features) {
        return new ExecutionOptions(seed, threads, recorded, value, features);
    }

    /**
     * Checks that the flipped populations have spikes that can be turned: graded ones, or binary ones on two rails, of which neuron i has
     * its other rail at i + n/2 modulo n.
     *
     * @param graph what is to be executed
     * @throws InvalidValueException if a population is a source, or binary and of odd size
     */
    public void requireFlippable(SpikingGraph graph) {
        for (String name : flipped) {
            Population population = graph.population(name);
            boolean turns = switch (population.model()) {
                case Graded _ -> true;
                case Lif _, Escape _ -> population.size() % 2 == 0;
                case Source _ -> false;
            };
            if (noise.flip() > 0 && !turns) {
                throw new InvalidValueException(
                        "flip",
                        noise.flip(),
                        "possible for " + name + ", whose spikes are neither graded nor on two rails; leave it out");
            }
        }
    }
}
