package org.mneme.runtime.recording;

import java.util.Optional;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.config.Nearest;

/**
 * A state variable of some neurons of a population, sampled after every tick that is a multiple of a period.
 *
 * @param population its name
 * @param variable one of its model's variables
 * @param neurons indices in the population; empty for all of them
 * @param every period in ticks, ≥ 1
 */
public record StateProbe(String population, StateVariable variable, Optional<Ints> neurons, long every) {
    /** Checks the period. */
    public StateProbe {
        if (every < 1) {
            throw new InvalidValueException("period of the probe of " + population, every, "1 tick or more");
        }
    }

    /**
     * Returns a probe of all neurons of a population, at every tick.
     *
     * @param population its name
     * @param variable one of its model's variables
     * @return the probe
     */
    public static StateProbe of(String population, StateVariable variable) {
        return new StateProbe(population, variable, Optional.empty(), 1);
    }

    /**
     * Returns this probe with another period.
     *
     * @param ticks ≥ 1
     * @return the probe
     */
    public StateProbe every(long ticks) {
        return new StateProbe(population, variable, neurons, ticks);
    }

    /**
     * Returns this probe of some neurons only.
     *
     * @param indices in the population, in the order in which they are to be sampled
     * @return the probe
     */
    public StateProbe ofNeurons(int... indices) {
        return new StateProbe(population, variable, Optional.of(Ints.of(indices)), every);
    }

    /**
     * Returns which neurons of a graph are sampled.
     *
     * @param graph the graph
     * @return their indices in the population
     * @throws InvalidValueException if the graph has no such population, variable or neuron
     */
    public Ints resolve(SpikingGraph graph) {
        Probes.requirePopulation(graph, population);
        Population probed = graph.population(population);
        if (!probed.model().state().contains(variable)) {
            throw new InvalidValueException(
                    "probe of " + population,
                    variable.symbol(),
                    "a state variable of its neurons"
                            + Nearest.suggestion(
                                    variable.symbol(),
                                    probed.model().state().stream()
                                            .map(StateVariable::symbol)
                                            .toList()));
        }
        Ints indices = neurons.orElseGet(() -> Ints.range(probed.size()));
        indices.stream().filter(i -> i < 0 || i >= probed.size()).findFirst().ifPresent(i -> {
            throw new InvalidValueException("probe of " + population, i, "a neuron in 0…" + (probed.size() - 1));
        });
        return indices;
    }
}
