package org.mneme.simulator.engine;

import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Source;

/** Makes the layer of each neuron model, in each number domain. */
final class Layers {
    private final NumberDomain domain;
    private final long seed;
    private final int threads;

    Layers(NumberDomain domain, long seed, int threads) {
        this.domain = domain;
        this.seed = seed;
        this.threads = threads;
    }

    Layer of(Population population, int firstId) {
        Layer layer = switch (population.model()) {
            case Source _ -> new SourceLayer(population, firstId);
            case Graded graded -> graded(population, graded, firstId);
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
