package org.mneme.nir.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;

/**
 * The shapes of what nodes take and give: first those that files say, then what follows along the edges.
 *
 * <p>Parameters of which a dimension is 1 are spread over what the neighbours tell, as NumPy would; where they tell nothing, the node has
 * the shape of its parameters.
 */
final class Shapes {
    /** The most elements that a node can take or give. */
    static final int MOST_ELEMENTS = 1 << 24;

    /** The most taps of a kernel, at all its places together. */
    private static final long MOST_TAPS = 1L << 31;

    private final FlatGraph graph;
    private final Map<String, Ints> in = new HashMap<>();
    private final Map<String, Ints> out = new HashMap<>();

    private Shapes(FlatGraph graph) {
        this.graph = graph;
    }

    /** Finds all shapes, and checks every edge. */
    static Shapes of(FlatGraph graph) {
        Shapes shapes = new Shapes(graph);
        graph.nodes()
                .forEach((name, node) -> shapes.declared(name, node)
                        .ifPresent(shape -> shapes.in.put(name, shapes.usable(name, shape))));
        shapes.spread();
        graph.nodes().forEach((name, node) -> {
            Optional<Ints> own = NeuronParameters.shape(name, node);
            if (own.isPresent() && !shapes.in.containsKey(name)) {
                shapes.in.put(name, own.get().length() == 0 ? Ints.of(1) : shapes.usable(name, own.get()));
                shapes.spread();
            }
        });
        graph.edges().forEach(shapes::check);
        graph.nodes().forEach((name, node) -> {
            if (!shapes.in.containsKey(name) || !shapes.out.containsKey(name)) {
                throw new UnknownShapeException(name, node.type());
            }
        });
        return shapes;
    }

    /** The shape of what a node takes. */
    Ints in(String name) {
        return known(in, name);
    }

    /** The shape of what a node gives. */
    Ints out(String name) {
        return known(out, name);
    }

    private static Ints known(Map<String, Ints> shapes, String name) {
        return Optional.ofNullable(shapes.get(name)).orElseThrow(() -> new IllegalArgumentException("no node " + name));
    }

    /** Refuses shapes without elements, and those too large to run. */
    private Ints usable(String name, Ints shape) {
        long elements = 1;
        for (int d = 0; d < shape.length(); d++) {
            if (shape.at(d) < 1) {
                throw wrongShape(name, shape, "has a dimension below 1; every dimension needs an element");
            }
            elements *= shape.at(d);
            if (elements > MOST_ELEMENTS) {
                throw wrongShape(name, shape, "has more than " + MOST_ELEMENTS + " elements, the most that can be run");
            }
        }
        return shape;
    }

    private NodeParameterException wrongShape(String name, Ints shape, String problem) {
        String type = Optional.ofNullable(graph.nodes().get(name)).orElseThrow().type();
        return new NodeParameterException(name, type, "its shape", shape + " " + problem);
    }

    /** What a node takes, where it says so itself. */
    private Optional<Ints> declared(String name, NirNode node) {
        return switch (node) {
            case Input input -> some(input.shape());
            case Output output -> some(output.shape());
            case Flatten flatten -> flatten.inputType();
            case Linear linear -> Optional.of(weightIn(name, node, linear.weight()));
            case Affine affine -> Optional.of(weightIn(name, node, affine.weight()));
            case Conv1d conv -> conv.inputShape().map(shape -> channels(Convolutions.of(name, conv), shape));
            case Conv2d conv -> conv.inputShape().map(shape -> channels(Convolutions.of(name, conv), shape));
            case AvgPool2d _, SumPool2d _, NirGraph _ -> Optional.empty();
            case CubaLI _, CubaLIF _, I _, IF _, LI _, LIF _, Threshold _, Scale _, Delay _ ->
                NeuronParameters.shape(name, node)
                        .filter(shape -> shape.length() > 0 && shape.stream().noneMatch(d -> d == 1));
        };
    }

    private static Optional<Ints> some(Ints shape) {
        return shape.length() == 0 ? Optional.empty() : Optional.of(shape);
    }

    private static Ints weightIn(String name, NirNode node, Tensor weight) {
        if (weight.rank() < 2 || weight.size() == 0) {
            throw new NodeParameterException(
                    name,
                    node.type(),
                    "weight",
                    "has the shape " + weight.shape() + " where outputs × inputs are needed");
        }
        return without(weight.shape(), weight.rank() - 2);
    }

    private static Ints channels(Convolution convolution, Ints spatial) {
        int[] shape = new int[spatial.length() + 1];
        shape[0] = convolution.channelsIn();
        for (int d = 0; d < spatial.length(); d++) {
            shape[d + 1] = spatial.at(d);
        }
        return Ints.of(shape);
    }

    private static Ints without(Ints shape, int dimension) {
        int[] rest = shape.stream().limit(shape.length() - 1L).toArray();
        for (int d = dimension; d < rest.length; d++) {
            rest[d] = shape.at(d + 1);
        }
        return Ints.of(rest);
    }

    /** Follows the edges until nothing new is known. */
    private void spread() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, NirNode> node : graph.nodes().entrySet()) {
                Ints shape = in.get(node.getKey());
                if (shape != null && !out.containsKey(node.getKey())) {
                    out.put(node.getKey(), usable(node.getKey(), result(node.getKey(), node.getValue(), shape)));
                    changed = true;
                }
            }
            for (Edge edge : graph.edges()) {
                changed |= follow(edge);
            }
        }
    }

    private boolean follow(Edge edge) {
        Ints given = out.get(edge.source());
        Ints taken = in.get(edge.target());
        if (given != null && taken == null) {
            in.put(edge.target(), given);
            return true;
        }
        if (given == null && taken != null && keepsShape(edge.source())) {
            in.put(edge.source(), taken);
            return true;
        }
        return false;
    }

    private boolean keepsShape(String name) {
        return switch (Optional.ofNullable(graph.nodes().get(name)).orElseThrow()) {
            case CubaLI _, CubaLIF _, I _, IF _, LI _, LIF _, Threshold _, Scale _, Delay _, Input _, Output _ -> true;
            case Affine _, AvgPool2d _, Conv1d _, Conv2d _, Flatten _, Linear _, NirGraph _, SumPool2d _ -> false;
        };
    }

    /** What a node gives for what it takes. */
    private Ints result(String name, NirNode node, Ints shape) {
        return switch (node) {
            case Linear linear ->
                without(linear.weight().shape(), linear.weight().rank() - 1);
            case Affine affine ->
                without(affine.weight().shape(), affine.weight().rank() - 1);
            case Conv1d conv -> convolved(name, node, Convolutions.of(name, conv), shape);
            case Conv2d conv -> convolved(name, node, Convolutions.of(name, conv), shape);
            case SumPool2d pool ->
                convolved(name, node, Convolutions.of(name, pool, channels(name, node, shape)), shape);
            case AvgPool2d pool ->
                convolved(name, node, Convolutions.of(name, pool, channels(name, node, shape)), shape);
            case Flatten flatten -> flattened(name, flatten, shape);
            case CubaLI _, CubaLIF _, I _, IF _, LI _, LIF _, Threshold _, Scale _, Delay _ -> {
                Ints own = NeuronParameters.shape(name, node).orElseThrow();
                if (!Broadcast.fits(own, shape)) {
                    throw mismatch(name, own, shape);
                }
                yield shape;
            }
            case Input _, Output _, NirGraph _ -> shape;
        };
    }

    /** The first edge into a node is named for a shape that does not fit its parameters. */
    private RuntimeException mismatch(String name, Ints own, Ints shape) {
        return graph.edges().stream()
                .filter(edge -> edge.target().equals(name))
                .findFirst()
                .<RuntimeException>map(edge -> new ShapeMismatchException(edge, shape, own))
                .orElseGet(() -> new UnknownShapeException(name, "no edge"));
    }

    private int channels(String name, NirNode node, Ints shape) {
        if (shape.length() != 3) {
            throw new NodeParameterException(
                    name,
                    node.type(),
                    "its input",
                    "has the shape " + shape + " where (channels, height, width) is needed");
        }
        return shape.at(0);
    }

    private Ints convolved(String name, NirNode node, Convolution convolution, Ints shape) {
        int spatial = convolution.flat() ? 1 : 2;
        if (!convolution.takes(shape) && shape.length() == spatial + 1) {
            throw mismatch(
                    name, channels(convolution, Ints.of(shape.stream().skip(1).toArray())), shape);
        }
        if (!convolution.takes(shape)) {
            throw new NodeParameterException(
                    name,
                    node.type(),
                    "its input",
                    "has the shape " + shape + " where " + convolution.channelsIn() + " channels of "
                            + (convolution.flat() ? "(length)" : "(height, width)") + " are needed");
        }
        Ints result = convolution.outShape(shape);
        if (result.min() < 1) {
            throw new NodeParameterException(
                    name, node.type(), "the kernel", "is larger than its padded input of shape " + shape);
        }
        long taps = Tensor.size(usable(name, result)) * convolution.tapsEach();
        if (taps > MOST_TAPS) {
            throw new NodeParameterException(
                    name,
                    node.type(),
                    "the kernel",
                    "has " + taps + " taps over all its places, and at most " + MOST_TAPS + " can be run");
        }
        return result;
    }

    private static Ints flattened(String name, Flatten flatten, Ints shape) {
        int rank = shape.length();
        int first = flatten.startDim() < 0 ? flatten.startDim() + rank : flatten.startDim();
        int last = flatten.endDim() < 0 ? flatten.endDim() + rank : Math.min(flatten.endDim(), rank - 1);
        if (first < 0 || first > rank || last < 0) {
            throw new NodeParameterException(
                    name,
                    flatten.type(),
                    "start_dim and end_dim",
                    flatten.startDim() + " and " + flatten.endDim() + " are not dimensions of the shape " + shape);
        }
        if (first >= last) {
            return shape;
        }
        int[] joined = new int[rank - (last - first)];
        for (int d = 0; d < rank; d++) {
            int to = d <= first ? d : d <= last ? first : d - (last - first);
            joined[to] = d > first && d <= last ? joined[to] * shape.at(d) : shape.at(d);
        }
        return Ints.of(joined);
    }

    /** Equal shapes; after a Flatten equal sizes, as some tools count its dimensions with that of a batch. */
    private void check(Edge edge) {
        Ints given = out.get(edge.source());
        Ints taken = in.get(edge.target());
        if (given == null || taken == null || given.equals(taken)) {
            return;
        }
        boolean flat = graph.nodes().get(edge.source()) instanceof Flatten
                && taken.length() == 1
                && Tensor.size(given) == Tensor.size(taken);
        if (!flat) {
            throw new ShapeMismatchException(edge, given, taken);
        }
    }
}
