package org.mneme.nir.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mneme.bits.Ints;
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
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;

/** The graph of every node type that src/test/python/nir_files.py writes and checks. */
final class SampleGraph {
    private static final MetaValue.Group NONE = MetaValue.Group.EMPTY;

    private SampleGraph() {}

    /** Quarters between −5/4 and 5/4. */
    static Tensor signed(int step, int... shape) {
        return Tensor.generate(Ints.of(shape), k -> (k * step % 11 - 5) / 4.0);
    }

    /** Eighths between 1/8 and 11/8. */
    static Tensor positive(int step, int... shape) {
        return Tensor.generate(Ints.of(shape), k -> (k * step % 11 + 1) / 8.0);
    }

    private static Tensor negative(int step, int... shape) {
        Tensor positive = positive(step, shape);
        return Tensor.generate(positive.shape(), k -> -positive.at(k));
    }

    static NirGraph graph(Map<String, NirNode> nodes, List<Edge> edges) {
        return new NirGraph(new TreeMap<>(nodes), edges, NONE);
    }

    static List<Edge> chain(String... names) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < names.length; i++) {
            edges.add(new Edge(names[i - 1], names[i]));
        }
        return edges;
    }

    static NirGraph small() {
        return graph(
                Map.of(
                        "in", new Input(Ints.of(30), NONE),
                        "linear", new Linear(signed(5, 20, 30), NONE),
                        "out", new Output(Ints.of(20), NONE)),
                chain("in", "linear", "out"));
    }

    static NirGraph all() {
        TreeMap<String, NirNode> nodes = new TreeMap<>(neurons());
        nodes.put("image", new Input(Ints.of(2, 6, 6), NONE));
        nodes.put(
                "conv2d",
                new Conv2d(
                        Optional.of(Ints.of(6, 6)),
                        signed(2, 3, 2, 3, 3),
                        Ints.of(1, 1),
                        new Padding.Zeros(Ints.of(1, 1)),
                        Ints.of(1, 1),
                        1,
                        signed(3, 3),
                        NONE));
        nodes.put("sum", new SumPool2d(Ints.of(2, 2), Ints.of(2, 2), Ints.of(0, 0), NONE));
        nodes.put("avg", new AvgPool2d(Ints.of(3, 3), Ints.of(1, 1), Ints.of(1, 1), NONE));
        nodes.put("flatten", new Flatten(Optional.of(Ints.of(3, 3, 3)), 0, -1, NONE));
        nodes.put("affine", new Affine(signed(4, 4, 27), signed(5, 4), NONE));
        nodes.put("linear", new Linear(signed(6, 4, 4), NONE));
        nodes.put("delay", new Delay(positive(2, 4), NONE));
        nodes.put("scale", new Scale(signed(7, 4), NONE));
        nodes.put("nested", nested());
        nodes.put("output", new Output(Ints.of(4), NONE));
        nodes.put("sound", new Input(Ints.of(2, 8), NONE));
        nodes.put(
                "conv1d",
                new Conv1d(
                        Optional.of(Ints.of(8)),
                        signed(3, 3, 2, 3),
                        Ints.of(1),
                        new Padding.Same(),
                        Ints.of(1),
                        1,
                        signed(2, 3),
                        NONE));
        nodes.put("heard", new Output(Ints.of(3, 8), NONE));
        List<Edge> edges = chain(
                "image",
                "conv2d",
                "sum",
                "avg",
                "flatten",
                "affine",
                "lif",
                "linear",
                "cubalif",
                "delay",
                "scale",
                "if",
                "threshold",
                "nested",
                "output");
        edges.addAll(chain("sound", "conv1d", "i", "heard"));
        return new NirGraph(
                nodes, edges, new MetaValue.Group(new TreeMap<>(Map.of("dt", MetaValue.Numbers.of(0.001)))));
    }

    private static Map<String, NirNode> neurons() {
        MetaValue.Group metadata = new MetaValue.Group(new TreeMap<>(Map.of(
                "region",
                new MetaValue.Text("CA3 – Ärea"),
                "numbers",
                new MetaValue.Numbers(signed(1, 2, 2)),
                "deep",
                new MetaValue.Group(new TreeMap<>(Map.of("count", MetaValue.Numbers.of(3)))))));
        return Map.of(
                "lif",
                new LIF(positive(1, 4), positive(2, 4), signed(3, 4), positive(4, 4), negative(5, 4), metadata),
                "cubalif",
                new CubaLIF(
                        positive(1, 4),
                        positive(2, 4),
                        positive(3, 4),
                        signed(4, 4),
                        positive(5, 4),
                        negative(6, 4),
                        signed(3, 4),
                        NONE),
                "if",
                new IF(positive(1, 4), positive(2, 4), negative(3, 4), NONE),
                "threshold",
                new Threshold(positive(3, 4), NONE),
                "i",
                new I(positive(2, 3, 8), NONE));
    }

    private static NirGraph nested() {
        return graph(
                Map.of(
                        "in",
                        new Input(Ints.of(4), NONE),
                        "li",
                        new LI(positive(3, 4), positive(2, 4), signed(5, 4), NONE),
                        "cubali",
                        new CubaLI(positive(1, 4), positive(2, 4), positive(3, 4), signed(4, 4), signed(3, 4), NONE),
                        "out",
                        new Output(Ints.of(4), NONE)),
                chain("in", "li", "cubali", "out"));
    }
}
