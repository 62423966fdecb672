package org.mneme.runtime.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;

/** Small networks that the toy backend executes. */
final class Networks {
    private Networks() {}

    /** Inputs of 3 neurons each, and a population that sums the first two ticks later and sends the sum. */
    static ImportedNetwork relay(String... inputs) {
        GraphBuilder builder = new GraphBuilder("relay", new NumberDomain.Fixed(24), 0.5);
        Arrays.stream(inputs).forEach(input -> builder.population(input, 3, new Source(5)));
        builder.population("sum", 3, new Graded(new Phi.Identity(), false, false));
        builder.projection("w", inputs[0], "sum", new Weights.OneToOne(Parameter.of(2)), 2);
        return network(builder.build());
    }

    /** One that never falls silent once it got a spike. */
    static ImportedNetwork echo() {
        SpikingGraph graph = new GraphBuilder("echo", new NumberDomain.Fixed(24), 0.5)
                .population("in", 1, new Source(5))
                .population("sum", 1, new Graded(new Phi.Identity(), false, false))
                .projection("w", "in", "sum", new Weights.OneToOne(Parameter.of(1)), 1)
                .projection("again", "sum", "sum", new Weights.OneToOne(Parameter.of(1)), 1)
                .build();
        return network(graph);
    }

    private static ImportedNetwork network(SpikingGraph graph) {
        return new ImportedNetwork(
                "toy",
                graph,
                List.of(
                        new Readout("out", "sum", Optional.empty()),
                        new Readout("level", "sum", Optional.of(StateVariable.SUM))),
                List.of());
    }

    static List<SourceSpike> spike(long tick, int neuron, long payload) {
        return List.of(new SourceSpike("in", tick, neuron, payload));
    }
}
