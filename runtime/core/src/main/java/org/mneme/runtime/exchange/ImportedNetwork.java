package org.mneme.runtime.exchange;

import java.util.List;
import java.util.Optional;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;

/**
 * A network read from another tool's file.
 *
 * @param format such as "NIR 1.0.8"
 * @param graph the network; its sources are the inputs
 * @param readouts what the network's outputs are, in the file's order
 * @param notes sentences about what was chosen where the file left it open
 */
public record ImportedNetwork(String format, SpikingGraph graph, List<Readout> readouts, List<String> notes) {
    /**
     * One output.
     *
     * @param output its name in the file
     * @param population the population that is read out
     * @param state the state variable that is read out each tick; empty where it is the population's spikes
     */
    public record Readout(String output, String population, Optional<StateVariable> state) {}

    /** Copies the lists. */
    public ImportedNetwork {
        readouts = List.copyOf(readouts);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the input populations.
     *
     * @return the sources, in the graph's order
     */
    public List<Population> inputs() {
        return graph.populations().stream()
                .filter(population -> population.model() instanceof Source)
                .toList();
    }
}
