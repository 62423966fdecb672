package org.mneme.lower;

import java.util.Optional;
import java.util.OptionalLong;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Target;

/** A spiking circuit being built: rails, hidden units, and the {@code clear} source that silences whatever can spike. */
final class SpikingCircuit {
    static final String INHIBITOR = "inhibitor";

    private final GraphBuilder graph;
    private final int features;
    private final int count;
    private final Optional<Target> board;
    private final int clears;
    private int longestDelay = 1;

    /**
     * Starts a circuit with its sources, rails and hidden units.
     *
     * <p>Where inputs of both signs are not added before a threshold is tested there is no {@code clear} source: silencing takes a negative
     * weight.
     *
     * @param options name, width of a state, tick, target
     * @param features N
     * @param count P
     * @param hidden membrane of the hidden units
     * @param strongest the most that {@link #silence} will be asked for
     */
    SpikingCircuit(LoweringOptions options, int features, int count, Membrane hidden, long strongest) {
        this.features = features;
        this.count = count;
        this.board = options.abilities().board();
        this.clears = options.abilities().signedSums() ? clearNeurons(strongest) : 0;
        this.graph = new GraphBuilder(
                        options.name(), new NumberDomain.Fixed(options.stateBits()), options.tickSeconds())
                .population(RailsCodec.CUE, 2 * features, new Source(1));
        if (clears > 0) {
            graph.population(RailsCodec.CLEAR, clears, new Source(1));
        }
        graph.population(RailsCodec.RAILS, 2 * features, new Lif(Membrane.memoryless(Parameter.of(0))))
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

    /** The target's synapses. */
    Optional<Target> board() {
        return board;
    }

    /** Adds one neuron that fires so many ticks after any hidden unit. */
    void inhibitor(int delay) {
        relay(INHIBITOR, 1);
        connect("hidden_inhibitor", RailsCodec.HIDDEN, INHIBITOR, new Weights.Uniform(1), delay);
        silence(INHIBITOR, count + 1L);
    }

    /** Adds synapses between neurons; what they carry must have arrived before a clearing ends. */
    void connect(String name, String source, String target, Weights weights, int delay) {
        longestDelay = Math.max(longestDelay, delay);
        graph.projection(name, source, target, weights, delay);
    }

    /** Adds synapses that take at least so much from their targets, as weak as the target's weights allow. */
    void inhibit(String name, String source, String target, long strength, int delay) {
        connect(name, source, target, new Weights.Uniform((double) Strengths.atLeast(board, -strength)), delay);
    }

    /** Lets the clear source hold a population down: takes more than it can have, and be sent, in a tick. */
    void silence(String population, long strength) {
        if (clears > 0) {
            inhibit("clear_" + population, RailsCodec.CLEAR, population, Math.ceilDiv(strength, clears), 1);
        }
    }

    /** So many clear neurons that a weight of the target times their number is strong enough. */
    private int clearNeurons(long strongest) {
        OptionalLong heaviest = Strengths.heaviestInhibition(board);
        return heaviest.isEmpty() || heaviest.getAsLong() == 0
                ? 1
                : Math.toIntExact(Math.ceilDiv(strongest, heaviest.getAsLong()));
    }

    /** Clear must spike on end until all spikes under way have died: they arrive while it holds. */
    CodecClearing clearing() {
        return new CodecClearing(clears == 0 ? 0 : longestDelay, clears);
    }

    SpikingGraph build() {
        return graph.build();
    }
}
