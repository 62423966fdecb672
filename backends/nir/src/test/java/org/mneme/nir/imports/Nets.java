package org.mneme.nir.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.lower.SourceSpike;
import org.mneme.nir.graph.Edge;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.Linear;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Tensor;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.graph.GraphListener;
import org.mneme.runtime.graph.GraphRun;
import org.mneme.runtime.graph.GraphRunOptions;
import org.mneme.runtime.graph.GraphRunResult;

/** Small NIR graphs and what they do. */
final class Nets {
    static final MetaValue.Group NONE = MetaValue.Group.EMPTY;
    static final double DT = 1e-3;

    private final SequencedMap<String, NirNode> nodes = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private Nets() {}

    static Nets start() {
        return new Nets();
    }

    Nets node(String name, NirNode node) {
        nodes.put(name, node);
        return this;
    }

    /** Edges from each name to the next. */
    Nets path(String... names) {
        for (int i = 1; i < names.length; i++) {
            edges.add(new Edge(names[i - 1], names[i]));
        }
        return this;
    }

    NirGraph graph() {
        return new NirGraph(nodes, edges, NONE);
    }

    ImportedNetwork at(double tickSeconds) {
        return NirImporter.network(graph(), ImportOptions.tick(tickSeconds));
    }

    static Input input(int... shape) {
        return new Input(Ints.of(shape), NONE);
    }

    static Output output(int... shape) {
        return new Output(Ints.of(shape), NONE);
    }

    static Linear linear(int rows, int columns, double... weights) {
        return new Linear(Tensor.of(Ints.of(rows, columns), weights), NONE);
    }

    /** Memoryless at τ = dt: it spikes where the sum of a tick is above the threshold. */
    static LIF memoryless(int size, double threshold) {
        return lif(size, DT, 1, 0, threshold, 0);
    }

    static LIF lif(int size, double tau, double r, double leak, double threshold, double reset) {
        return new LIF(
                filled(size, tau),
                filled(size, r),
                filled(size, leak),
                filled(size, threshold),
                filled(size, reset),
                NONE);
    }

    static Tensor filled(int size, double value) {
        return Tensor.filled(Ints.of(size), value);
    }

    /** What the outputs did. */
    static final class Heard implements GraphListener {
        final List<String> spikes = new ArrayList<>();
        final Map<String, List<List<Double>>> states = new LinkedHashMap<>();

        @Override
        public void spike(long tick, String population, int neuron, double payload) {
            spikes.add(tick + " " + population + " " + neuron);
        }

        @Override
        public void state(long tick, String population, double[] values) {
            states.computeIfAbsent(population, name -> new ArrayList<>())
                    .add(Arrays.stream(values).boxed().toList());
        }

        /** The one element of a population of one neuron, tick by tick. */
        List<Double> single(String population) {
            return states.getOrDefault(population, List.of()).stream()
                    .map(List::getFirst)
                    .toList();
        }
    }

    static Heard run(ImportedNetwork network, String backend, long ticks, List<SourceSpike> input) {
        Heard heard = new Heard();
        GraphRunResult result =
                GraphRun.run(network, input, GraphRunOptions.of(backend, OptionalLong.of(ticks)), heard);
        if (result.ticks() != ticks) {
            throw new AssertionError(result);
        }
        return heard;
    }

    /** Spikes of neuron 0 of a population. */
    static List<SourceSpike> spikes(String population, long... ticks) {
        return Arrays.stream(ticks)
                .mapToObj(tick -> new SourceSpike(population, tick, 0, 1))
                .toList();
    }
}
