package org.mneme.nir.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.CubaLI;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Edge;
import org.mneme.nir.graph.Flatten;
import org.mneme.nir.graph.I;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LI;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.Linear;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;
import org.mneme.nir.hdf.HdfItem;
import org.mneme.runtime.config.Nearest;

/** Turns what a file holds into nodes. */
final class NodeReader {
    private static final List<String> TYPES = List.of(
            "Affine",
            "AvgPool2d",
            "Conv1d",
            "Conv2d",
            "CubaLI",
            "CubaLIF",
            "Delay",
            "Flatten",
            "I",
            "IF",
            "Input",
            "LI",
            "LIF",
            "Linear",
            "NIRGraph",
            "Output",
            "Scale",
            "SumPool2d",
            "Threshold");

    private NodeReader() {}

    /**
     * Returns a graph.
     *
     * @param name of the graph, behind those of the graphs it lies in
     * @param item what the file holds there
     * @return the graph
     * @throws MalformedNirException if it is none
     */
    static NirGraph graph(String name, HdfItem item) throws MalformedNirException {
        Fields fields = Fields.of(name, item);
        if (!(node(fields) instanceof NirGraph graph)) {
            throw new MalformedNirException("holds a single " + fields.type() + ", not a NIRGraph");
        }
        return graph;
    }

    private static NirNode node(Fields f) throws MalformedNirException {
        NirNode node = switch (f.type()) {
            case "Affine" -> new Affine(f.tensor("weight"), f.tensor("bias"), f.metadata());
            case "AvgPool2d" -> new AvgPool2d(f.ints("kernel_size"), f.ints("stride"), f.ints("padding"), f.metadata());
            case "Conv1d" -> conv1d(f);
            case "Conv2d" -> conv2d(f);
            case "CubaLI" -> cubaLI(f);
            case "CubaLIF" -> cubaLIF(f);
            case "Delay" -> new Delay(f.tensor("delay"), f.metadata());
            case "Flatten" ->
                new Flatten(f.optionalShape("input_type"), f.whole("start_dim"), f.whole("end_dim"), f.metadata());
            case "I" -> new I(f.tensor("r"), f.metadata());
            case "IF" -> {
                Tensor threshold = f.tensor("v_threshold");
                yield new IF(f.tensor("r"), threshold, f.tensor("v_reset", 0, threshold), f.metadata());
            }
            case "Input" -> new Input(f.shape("shape"), f.metadata());
            case "LI" -> new LI(f.tensor("tau"), f.tensor("r"), f.tensor("v_leak"), f.metadata());
            case "LIF" -> lif(f);
            case "Linear" -> new Linear(f.tensor("weight"), f.metadata());
            case "NIRGraph" -> new NirGraph(nodes(f), edges(f), f.metadata());
            case "Output" -> new Output(f.shape("shape"), f.metadata());
            case "Scale" -> new Scale(f.tensor("scale"), f.metadata());
            case "SumPool2d" -> new SumPool2d(f.ints("kernel_size"), f.ints("stride"), f.ints("padding"), f.metadata());
            case "Threshold" -> new Threshold(f.tensor("threshold"), f.metadata());
            default ->
                throw new MalformedNirException("holds " + f.label() + " of the unknown type '" + f.type() + "'"
                        + Nearest.suggestion(f.type(), TYPES));
        };
        f.requireNothingElse();
        return node;
    }

    private static Conv1d conv1d(Fields f) throws MalformedNirException {
        return new Conv1d(
                f.optionalShape("input_shape"),
                f.tensor("weight"),
                f.ints("stride"),
                f.padding("padding"),
                f.ints("dilation"),
                f.whole("groups"),
                f.tensor("bias"),
                f.metadata());
    }

    private static Conv2d conv2d(Fields f) throws MalformedNirException {
        return new Conv2d(
                f.optionalShape("input_shape"),
                f.tensor("weight"),
                f.ints("stride"),
                f.padding("padding"),
                f.ints("dilation"),
                f.whole("groups"),
                f.tensor("bias"),
                f.metadata());
    }

    private static LIF lif(Fields f) throws MalformedNirException {
        Tensor threshold = f.tensor("v_threshold");
        return new LIF(
                f.tensor("tau"),
                f.tensor("r"),
                f.tensor("v_leak"),
                threshold,
                f.tensor("v_reset", 0, threshold),
                f.metadata());
    }

    private static CubaLI cubaLI(Fields f) throws MalformedNirException {
        Tensor leak = f.tensor("v_leak");
        return new CubaLI(
                f.tensor("tau_syn"), f.tensor("tau_mem"), f.tensor("r"), leak, f.tensor("w_in", 1, leak), f.metadata());
    }

    private static CubaLIF cubaLIF(Fields f) throws MalformedNirException {
        Tensor threshold = f.tensor("v_threshold");
        return new CubaLIF(
                f.tensor("tau_syn"),
                f.tensor("tau_mem"),
                f.tensor("r"),
                f.tensor("v_leak"),
                threshold,
                f.tensor("v_reset", 0, threshold),
                f.tensor("w_in", 1, threshold),
                f.metadata());
    }

    private static SequencedMap<String, NirNode> nodes(Fields f) throws MalformedNirException {
        if (!(f.required("nodes") instanceof HdfItem.Group group)) {
            throw new MalformedNirException("holds " + f.label() + " (NIRGraph) whose nodes are no group");
        }
        SequencedMap<String, NirNode> nodes = new TreeMap<>();
        for (Map.Entry<String, HdfItem> member : group.members().entrySet()) {
            String path = f.node().isEmpty() ? member.getKey() : f.node() + "/" + member.getKey();
            nodes.put(member.getKey(), node(Fields.of(path, member.getValue())));
        }
        return nodes;
    }

    private static List<Edge> edges(Fields f) throws MalformedNirException {
        List<String> ends = f.texts("edges");
        if (ends.size() % 2 != 0) {
            throw new MalformedNirException("holds " + f.label() + " (NIRGraph) whose edges are not pairs of names");
        }
        List<Edge> edges = new ArrayList<>();
        for (int e = 0; e < ends.size(); e += 2) {
            edges.add(new Edge(ends.get(e), ends.get(e + 1)));
        }
        return edges;
    }
}
