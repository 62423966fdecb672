package org.mneme.runtime.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mneme.InvalidValueException;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.config.Nearest;

/**
 * What of a session is observed: given to its listeners, and recorded.
 *
 * @param spikes names of the populations whose spikes are observed; empty for all of them
 * @param states state variables
 */
public record Probes(Optional<Set<String>> spikes, List<StateProbe> states) {
    /** Copies the set and the list. */
    public Probes {
        spikes = spikes.map(Set::copyOf);
        states = List.copyOf(states);
    }

    /**
     * Observes the spikes of all populations, and no state.
     *
     * @return the probes
     */
    public static Probes allSpikes() {
        return new Probes(Optional.empty(), List.of());
    }

    /**
     * Observes the spikes of some populations, and no state.
     *
     * @param populations their names; none for no spikes
     * @return the probes
     */
    public static Probes spikesOf(String... populations) {
        return new Probes(Optional.of(Set.copyOf(List.of(populations))), List.of());
    }

    /**
     * Returns these probes and one of a state.
     *
     * @param probe the probe
     * @return the probes
     */
    public Probes and(StateProbe probe) {
        return new Probes(
                spikes, Stream.concat(states.stream(), Stream.of(probe)).toList());
    }

    /**
     * Returns the populations of a graph whose spikes are observed.
     *
     * @param graph the graph
     * @return names
     * @throws InvalidValueException if the graph has no such population
     */
    public Set<String> spikingPopulations(SpikingGraph graph) {
        spikes.ifPresent(names -> names.stream().sorted().forEach(name -> requirePopulation(graph, name)));
        return spikes.orElseGet(
                () -> graph.populations().stream().map(Population::name).collect(Collectors.toSet()));
    }

    static void requirePopulation(SpikingGraph graph, String name) {
        List<String> names = graph.populations().stream().map(Population::name).toList();
        if (!names.contains(name)) {
            throw new InvalidValueException(
                    "probe",
                    "'" + name + "'",
                    "a population of graph " + graph.name() + Nearest.suggestion(name, names));
        }
    }
}
