package org.mneme.simulator.engine;

import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;

/** Makes the layer of each neuron model, in each number domain. */
final class Layers {
    private final SpikingGraph graph;
    private final NumberDomain domain;
    /** Of |a| of each population; empty in the real domain. */
    private final long[] inputBounds;

    private final long seed;
    private final int threads;

    Layers(SpikingGraph graph, long seed, int threads) {
        this.graph = graph;
        this.domain = graph.domain();
        this.inputBounds =
                graph.domain() instanceof NumberDomain.Fixed fixed ? InputBounds.of(graph, fixed) : new long[0];
        this.seed = seed;
        this.threads = threads;
    }

    /** Makes the layer of a population, given by its index. */
    Layer of(int index, int firstId) {
        Population population = graph.populations().get(index);
        Layer layer = switch (population.model()) {
            case Source _ -> new SourceLayer(population, firstId);
            case Graded graded -> graded(population, graded, firstId);
            case Lif(Membrane membrane)
            when domain instanceof NumberDomain.Fixed fixed
                    && PlainLifLayer.fits(membrane, fixed, inputBounds[index]) ->
                new PlainLifLayer(population, membrane, firstId, fixed, threads);
            case Lif lif -> membrane(population, lif.membrane(), new Firing.Threshold(), firstId);
            case Escape escape -> membrane(population, escape.membrane(), firing(escape.hazard()), firstId);
        };
        layer.findActive();
        return layer;
    }

    private Layer graded(Population population, Graded graded, int firstId) {
        return switch (domain) {
            case NumberDomain.Fixed fixed -> new FixedGradedLayer(population, graded, firstId, fixed, threads);
            case NumberDomain.Real _ -> new RealGradedLayer(population, graded, firstId, threads);
        };
    }

    private Layer membrane(Population population, Membrane membrane, Firing firing, int firstId) {
        return switch (domain) {
            case NumberDomain.Fixed fixed ->
                new FixedMembraneLayer(population, membrane, firing, firstId, fixed, threads);
            case NumberDomain.Real _ -> new RealMembraneLayer(population, membrane, firing, firstId, threads);
        };
    }

    private Firing firing(Escape.Hazard hazard) {
        return switch (hazard) {
            case Escape.Hazard.Table table -> new Firing.EscapeTable(table.thresholds(), seed);
            case Escape.Hazard.Exponential e -> new Firing.EscapeRate(e.rate(), e.width(), seed);
        };
    }
}
