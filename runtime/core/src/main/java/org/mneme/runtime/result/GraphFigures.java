package org.mneme.runtime.result;

import java.util.List;
import java.util.Locale;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;

/**
 * How large a graph is, and what it is made of.
 *
 * @param domain "fixed (32-bit states)" or "real"
 * @param neurons of all populations
 * @param synapses stored, zeros included
 * @param nonZeroSynapses stored and not zero
 * @param populations in order of global ids
 * @param projections in graph order
 */
public record GraphFigures(
        String domain,
        long neurons,
        long synapses,
        long nonZeroSynapses,
        List<PopulationFigures> populations,
        List<ProjectionFigures> projections) {
    /**
     * A population.
     *
     * @param name unique
     * @param size number of neurons
     * @param model "Graded", "Lif", …
     */
    public record PopulationFigures(String name, int size, String model) {}

    /**
     * A projection.
     *
     * @param name unique
     * @param source name of the population that spikes
     * @param target name of the population that is reached
     * @param weights "SignMatrix", "Dense", …
     * @param synapses stored, zeros included
     * @param minDelay ticks
     * @param maxDelay ticks
     */
    public record ProjectionFigures(
            String name, String source, String target, String weights, long synapses, int minDelay, int maxDelay) {}

    /** Copies the lists. */
    public GraphFigures {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
    }

    /**
     * Counts a graph.
     *
     * @param graph a graph without mistakes
     * @return its figures
     */
    public static GraphFigures of(SpikingGraph graph) {
        GraphSizes sizes = GraphSizes.of(graph);
        return new GraphFigures(
                switch (graph.domain()) {
                    case NumberDomain.Fixed fixed ->
                        String.format(Locale.ROOT, "fixed (%d-bit states)", fixed.stateBits());
                    case NumberDomain.Real _ -> "real";
                },
                sizes.neurons(),
                sizes.synapses(),
                sizes.nonZeroSynapses(),
                graph.populations().stream()
                        .map(p -> new PopulationFigures(
                                p.name(), p.size(), p.model().getClass().getSimpleName()))
                        .toList(),
                graph.projections().stream().map(p -> figures(graph, p)).toList());
    }

    private static ProjectionFigures figures(SpikingGraph graph, Projection projection) {
        return new ProjectionFigures(
                projection.name(),
                projection.source(),
                projection.target(),
                projection.weights().getClass().getSimpleName(),
                GraphSizes.stored(
                        projection.weights(),
                        graph.population(projection.source()).size(),
                        graph.population(projection.target()).size()),
                projection.delay().min(),
                projection.delay().max());
    }
}
