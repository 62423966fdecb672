package org.mneme.simulator.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.backend.ExecutionImage;

/** Tells whether an image can be of a graph. */
final class ImageShape {
    private final SpikingGraph graph;
    private final boolean holdsBack;

    private ImageShape(SpikingGraph graph, boolean holdsBack) {
        this.graph = graph;
        this.holdsBack = holdsBack;
    }

    /**
     * Refuses an image of another graph's shape.
     *
     * @param holdsBack whether spikes that are not of sources may be still to be sent
     * @throws IllegalArgumentException saying what differs
     */
    static void require(SpikingGraph graph, ExecutionImage image, boolean holdsBack) {
        ImageShape shape = new ImageShape(graph, holdsBack);
        shape.requireStates(image.states());
        shape.requireSpikes(image);
    }

    private void requireStates(List<Map<StateVariable, double[]>> states) {
        List<Population> populations = graph.populations();
        require(states.size() == populations.size(), "has " + states.size() + " populations");
        for (int p = 0; p < populations.size(); p++) {
            Population population = populations.get(p);
            Map<StateVariable, double[]> state = states.get(p);
            require(
                    state.keySet().equals(Set.copyOf(population.model().state())),
                    "has the variables " + state.keySet() + " for " + population.name());
            require(
                    state.values().stream().allMatch(values -> values.length == population.size()),
                    "is of another size for " + population.name());
        }
    }

    private void requireSpikes(ExecutionImage image) {
        require(image.tick() >= 0, "is at tick " + image.tick());
        int[] first = graph.firstIds();
        Set<List<Long>> seen = new HashSet<>();
        for (ExecutionImage.ImageSpike spike : image.spikes()) {
            int id = spike.neuron();
            require(id >= 0 && id < first[first.length - 1], "has a spike of neuron " + id);
            require(
                    seen.add(List.of(spike.tick(), (long) id)),
                    "has two spikes of neuron " + id + " at tick " + spike.tick());
            require(
                    spike.tick() < image.tick() || holdsBack || isSource(id, first),
                    "has a spike of neuron " + id + " still to be sent, which is not of a source");
        }
    }

    private boolean isSource(int id, int[] first) {
        int p = 0;
        while (id >= first[p + 1]) {
            p++;
        }
        return graph.populations().get(p).model() instanceof Source;
    }

    private void require(boolean fits, String says) {
        if (!fits) {
            throw new IllegalArgumentException("the image is not of the graph " + graph.name() + ": it " + says);
        }
    }
}
