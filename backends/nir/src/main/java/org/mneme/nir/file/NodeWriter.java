package org.mneme.nir.file;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.CubaLI;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Flatten;
import org.mneme.nir.graph.I;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LI;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.Linear;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;
import org.mneme.nir.hdf.HdfItem;

/** Turns a node into what a file holds. */
final class NodeWriter {
    private final SequencedMap<String, HdfItem> items = new TreeMap<>();

    private NodeWriter() {}

    /**
     * Returns what a file holds of a node.
     *
     * @param node any node
     * @return a group
     */
    static HdfItem.Group node(NirNode node) {
        NodeWriter writer = new NodeWriter();
        writer.items.put("type", HdfItem.Texts.of(node.type()));
        writer.fields(node);
        if (!node.metadata().values().isEmpty()) {
            writer.items.put("metadata", metadata(node.metadata()));
        }
        return HdfItem.Group.of(writer.items);
    }

    private void fields(NirNode node) {
        switch (node) {
            case Affine n -> put("weight", n.weight()).put("bias", n.bias());
            case AvgPool2d n -> window(n.kernelSize(), n.stride(), n.padding());
            case Conv1d n -> {
                n.inputShape().ifPresent(shape -> whole("input_shape", shape.at(0)));
                put("weight", n.weight())
                        .whole("stride", n.stride().at(0))
                        .whole("dilation", n.dilation().at(0));
                padding(n.padding(), 1).whole("groups", n.groups()).put("bias", n.bias());
            }
            case Conv2d n -> {
                n.inputShape().ifPresent(shape -> put("input_shape", shape));
                put("weight", n.weight()).put("stride", pair(n.stride())).put("dilation", pair(n.dilation()));
                padding(n.padding(), 2).whole("groups", n.groups()).put("bias", n.bias());
            }
            case CubaLI n ->
                put("tau_syn", n.tauSyn())
                        .put("tau_mem", n.tauMem())
                        .put("r", n.r())
                        .put("v_leak", n.vLeak())
                        .put("w_in", n.wIn());
            case CubaLIF n ->
                put("tau_syn", n.tauSyn())
                        .put("tau_mem", n.tauMem())
                        .put("r", n.r())
                        .put("v_leak", n.vLeak())
                        .put("v_threshold", n.vThreshold())
                        .put("v_reset", n.vReset())
                        .put("w_in", n.wIn());
            case Delay n -> put("delay", n.delay());
            case Flatten n -> {
                n.inputType().ifPresent(shape -> put("input_type", shape));
                whole("start_dim", n.startDim()).whole("end_dim", n.endDim());
            }
            case I n -> put("r", n.r());
            case IF n -> put("r", n.r()).put("v_threshold", n.vThreshold()).put("v_reset", n.vReset());
            case Input n -> put("shape", n.shape());
            case LI n -> put("tau", n.tau()).put("r", n.r()).put("v_leak", n.vLeak());
            case LIF n ->
                put("tau", n.tau())
                        .put("r", n.r())
                        .put("v_leak", n.vLeak())
                        .put("v_threshold", n.vThreshold())
                        .put("v_reset", n.vReset());
            case Linear n -> put("weight", n.weight());
            case NirGraph n -> graph(n);
            case Output n -> put("shape", n.shape());
            case Scale n -> put("scale", n.scale());
            case SumPool2d n -> window(n.kernelSize(), n.stride(), n.padding());
            case Threshold n -> put("threshold", n.threshold());
        }
    }

    private void graph(NirGraph graph) {
        SequencedMap<String, HdfItem> nodes = new TreeMap<>();
        graph.nodes().forEach((name, node) -> nodes.put(name, node(node)));
        items.put("nodes", HdfItem.Group.of(nodes));
        List<String> ends = graph.edges().stream()
                .flatMap(edge -> Stream.of(edge.source(), edge.target()))
                .toList();
        items.put("edges", new HdfItem.Texts(Ints.of(graph.edges().size(), 2), ends));
    }

    private NodeWriter put(String name, Tensor numbers) {
        items.put(name, new HdfItem.Numbers(numbers, false));
        return this;
    }

    private NodeWriter put(String name, Ints numbers) {
        items.put(name, new HdfItem.Numbers(Tensor.generate(Ints.of(numbers.length()), numbers::at), true));
        return this;
    }

    private NodeWriter whole(String name, int number) {
        items.put(name, new HdfItem.Numbers(Tensor.scalar(number), true));
        return this;
    }

    private NodeWriter padding(Padding padding, int dimensions) {
        return switch (padding) {
            case Padding.Same _ -> text("same");
            case Padding.Valid _ -> text("valid");
            case Padding.Zeros zeros
            when dimensions == 1 -> whole("padding", zeros.zeros().at(0));
            case Padding.Zeros zeros -> put("padding", pair(zeros.zeros()));
        };
    }

    private NodeWriter text(String padding) {
        items.put("padding", HdfItem.Texts.of(padding));
        return this;
    }

    private void window(Ints kernelSize, Ints stride, Ints padding) {
        put("kernel_size", pair(kernelSize)).put("stride", pair(stride)).put("padding", pair(padding));
    }

    /** Two numbers, where one stands for both. */
    private static Ints pair(Ints numbers) {
        return numbers.length() == 1 ? Ints.of(numbers.at(0), numbers.at(0)) : numbers;
    }

    private static HdfItem.Group metadata(MetaValue.Group metadata) {
        SequencedMap<String, HdfItem> items = new TreeMap<>();
        metadata.values()
                .forEach((name, value) -> items.put(
                        name,
                        switch (value) {
                            case MetaValue.Numbers numbers -> new HdfItem.Numbers(numbers.values(), false);
                            case MetaValue.Text text -> HdfItem.Texts.of(text.text());
                            case MetaValue.Texts texts ->
                                new HdfItem.Texts(Ints.of(texts.texts().size()), texts.texts());
                            case MetaValue.Group group -> metadata(group);
                        }));
        return HdfItem.Group.of(items);
    }
}
