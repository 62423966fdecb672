package org.mneme.lower;

import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** A spiking circuit being built: rails, hidden units, and the {@code clear} source that silences whatever can spike. */
final class SpikingCircuit {
    static final String INHIBITOR = "inhibitor";

    private final GraphBuilder graph;
    private final int features;
    private final int count;
    private int longestDelay = 1;

    /**
     * Starts a circuit with its sources, rails and hidden units.
     *
     * @param options name, width of a state, tick
     * @param features N
     * @param count P
     * @param hidden membrane of the hidden units
     */
    SpikingCircuit(LoweringOptions options, int features, int count, Membrane hidden) {
        this.features = features;
        this.count = count;
        this.graph = new GraphBuilder(
                        options.name(), new NumberDomain.Fixed(options.stateBits()), options.tickSeconds())
                .population(RailsCodec.CUE, 2 * features, new Source(1))
                .population(RailsCodec.CLEAR, 1, new Source(1))
                .population(RailsCodec.RAILS, 2 * features, new Lif(Membrane.memoryless(Parameter.of(0))))
                .population(RailsCodec.HIDDEN, count, new Lif(hidden))
                .projection("cue", RailsCodec.CUE, RailsCodec.RAILS, new Weights.OneToOne(Parameter.of(1)), 1);
    }

    int features() {
        return features;
    }

    int count() {
        return count;
    }

    /** The graph itself, for what a clearing need not reach. */
    GraphBuilder graph() {
        return graph;
    }

    /** Adds neurons that fire on a positive sum and keep nothing. */
    void relay(String population, int size) {
        graph.population(population, size, new Lif(Membrane.memoryless(Parameter.of(0))));
    }

    /** Adds one neuron that fires one tick after any hidden unit. */
    void inhibitor() {
        relay(INHIBITOR, 1);
        connect("hidden_inhibitor", RailsCodec.HIDDEN, INHIBITOR, new Weights.Uniform(1), 1);
        silence(INHIBITOR, count + 1L);
    }

    /** Adds synapses between neurons; what they carry must have arrived before a clearing ends. */
    void connect(String name, String source, String target, Weights weights, int delay) {
        longestDelay = Math.max(longestDelay, delay);
        graph.projection(name, source, target, weights, delay);
    }

    /** Lets the clear source hold a population down: takes more than it can have, and be sent, in a tick. */
    void silence(String population, long strength) {
        graph.projection(
                "clear_" + population, RailsCodec.CLEAR, population, new Weights.Uniform((double) -strength), 1);
    }

    /** Ticks on end that clear must spike for all spikes under way to die: they arrive while it holds. */
    int clearTicks() {
        return longestDelay;
    }

    SpikingGraph build() {
        return graph.build();
    }
}
