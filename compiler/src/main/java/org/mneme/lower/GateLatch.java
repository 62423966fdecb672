package org.mneme.lower;

import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;

/**
 * Gates: one neuron a hidden unit, which while closed spikes each tick through its own synapse and so holds the unit down, as the basal
 * ganglia hold down the thalamus; all are open at the start.
 *
 * <p>A spike of {@code gate_close} at tick t is in force at the hidden unit from tick t + 2 on, one of {@code gate_open} too; both may
 * be repeated. {@link GateCodec} makes these spikes.
 */
final class GateLatch {
    private GateLatch() {}

    /**
     * Adds the gates of a hidden population.
     *
     * @param graph has the hidden population already
     * @param hidden its name
     * @param count its size P
     * @param strength G &gt; 0, what a closed gate takes from its unit each tick
     */
    static void add(GraphBuilder graph, String hidden, int count, double strength) {
        graph.population(GateCodec.GATE, count, new Lif(Membrane.memoryless(Parameter.of(0))))
                .population(GateCodec.CLOSE, count, new Source(1))
                .population(GateCodec.OPEN, count, new Source(1))
                .projection("gate_hold", GateCodec.GATE, GateCodec.GATE, each(1), 1)
                .projection("gate_close", GateCodec.CLOSE, GateCodec.GATE, each(1), 1)
                .projection("gate_open", GateCodec.OPEN, GateCodec.GATE, each(-2), 1)
                .projection("gate", GateCodec.GATE, hidden, each(-strength), 1);
    }

    private static Weights each(double weight) {
        return new Weights.OneToOne(Parameter.of(weight));
    }
}
