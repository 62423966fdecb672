package org.mneme.nir.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Tensor;
import org.mneme.runtime.exchange.ImportedNetwork;
import org.mneme.runtime.exchange.ImportedNetwork.Readout;

/** Makes a spiking graph of a NIR graph. */
final class NetworkImport {
    private final FlatGraph flat;
    private final Shapes shapes;
    private final Steps steps;
    private final SortedMap<String, Signal> into = new TreeMap<>();
    /** Outputs that read out one neuron node or input, by that node's name. */
    private final SortedMap<String, String> direct = new TreeMap<>();
    /** Nodes whose state other nodes hear at every tick. */
    private final Set<String> transmitting = new HashSet<>();

    private final GraphAssembly assembly;

    private NetworkImport(String name, FlatGraph flat, double tickSeconds) {
        this.flat = flat;
        this.shapes = Shapes.of(flat);
        this.steps = new Steps(flat, tickSeconds);
        this.assembly = new GraphAssembly(name, tickSeconds, flat.nodes().keySet());
    }

    /**
     * Imports a graph.
     *
     * @param name of the spiking graph
     * @param format what it was, such as "NIR 1.0.8"
     * @param graph not checked
     * @param tickSeconds length of a tick, s, &gt; 0
     * @param notes what the caller chose
     * @return the network
     * @throws NirImportException if it cannot be imported
     */
    static ImportedNetwork of(String name, String format, NirGraph graph, double tickSeconds, List<String> notes) {
        NetworkImport made = new NetworkImport(name, FlatGraph.of(graph), tickSeconds);
        made.connect();
        SpikingGraph spiking = made.assemble();
        List<String> all = new ArrayList<>(notes);
        if (made.assembly.hasTonic()) {
            all.add(
                    "a tonic neuron, spiking at every tick, sends the constants that act on currents, on integrators or after delays");
        }
        return new ImportedNetwork(format, spiking, made.readouts(spiking), all);
    }

    private void connect() {
        Composition composition = Composition.of(flat, shapes, steps.tickSeconds());
        for (Map.Entry<String, NirNode> node : flat.nodes().entrySet()) {
            String name = node.getKey();
            if (NeuronParameters.isNeuron(node.getValue())) {
                into.put(name, composition.into(name));
            } else if (flat.outputs().contains(name)) {
                Signal signal = composition.into(name);
                onlySender(signal).ifPresentOrElse(sender -> direct.put(name, sender), () -> into.put(name, signal));
            }
        }
        into.values().forEach(signal -> signal.parts().keySet().forEach(path -> transmitting.add(path.root())));
    }

    /** The one node whose output a signal is, unchanged and undelayed. */
    private static Optional<String> onlySender(Signal signal) {
        boolean plain = signal.constants().isEmpty() && signal.parts().size() == 1;
        return plain
                        && signal.parts().firstKey().delay() == 0
                        && signal.parts().firstEntry().getValue().isIdentity()
                ? Optional.of(signal.parts().firstKey().root())
                : Optional.empty();
    }

    private SpikingGraph assemble() {
        flat.nodes().forEach((name, node) -> {
            if (flat.inputs().contains(name)) {
                assembly.input(name, Tensor.size(shapes.out(name)));
            } else if (into.containsKey(name)) {
                Signal in = Optional.ofNullable(into.get(name)).orElseThrow();
                if (flat.outputs().contains(name)) {
                    assembly.lif(name, Dynamics.readout(in.size()), in);
                } else if (isIntegrator(name)) {
                    assembly.integrator(name, Euler.of(name, node, shapes.in(name), steps), in);
                } else {
                    assembly.lif(name, Euler.of(name, node, shapes.in(name), steps), in);
                }
            }
        });
        return assembly.build();
    }

    private boolean isIntegrator(String name) {
        return transmitting.contains(name) && sendsState(name);
    }

    private boolean sendsState(String name) {
        return Euler.sendsState(Optional.ofNullable(flat.nodes().get(name)).orElseThrow());
    }

    private List<Readout> readouts(SpikingGraph graph) {
        List<Readout> readouts = new ArrayList<>();
        for (String output : new TreeMap<>(flat.nodes()).keySet()) {
            if (direct.containsKey(output)) {
                String sender = Optional.ofNullable(direct.get(output)).orElseThrow();
                readouts.add(readout(output, sender));
            } else if (flat.outputs().contains(output)) {
                readouts.add(new Readout(output, output, Optional.of(StateVariable.POTENTIAL)));
            }
        }
        if (readouts.isEmpty()) {
            graph.populations().stream()
                    .filter(population -> !(population.model() instanceof Source)
                            && flat.nodes().containsKey(population.name()))
                    .forEach(population -> readouts.add(readout(population.name(), population.name())));
        }
        return readouts;
    }

    private Readout readout(String output, String sender) {
        Optional<StateVariable> state = sendsState(sender)
                ? Optional.of(isIntegrator(sender) ? StateVariable.SUM : StateVariable.POTENTIAL)
                : Optional.empty();
        return new Readout(output, sender, state);
    }
}
