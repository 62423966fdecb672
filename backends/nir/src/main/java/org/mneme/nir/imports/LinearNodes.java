package org.mneme.nir.imports;

import java.util.Arrays;
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
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;

/** The nodes without state, as matrices over row-major elements. */
final class LinearNodes {
    private final double tickSeconds;

    LinearNodes(double tickSeconds) {
        this.tickSeconds = tickSeconds;
    }

    /** What a node does to an input of a shape that {@link Shapes} found to fit. */
    LinearMap map(String name, NirNode node, Ints in, Ints out) {
        LinearMap map = switch (node) {
            case Linear linear -> LinearMap.of(weights(linear.weight()));
            case Affine affine ->
                LinearMap.of(weights(affine.weight()), spread(name, node, "bias", affine.bias(), out));
            case Scale scale -> LinearMap.of(diagonal(spread(name, node, "scale", scale.scale(), in)));
            case Delay delay -> LinearMap.delay(ticks(name, delay, spread(name, node, "delay", delay.delay(), in)));
            case Conv1d conv -> LinearMap.of(Convolutions.of(name, conv).matrix(in), perChannel(conv.bias(), out));
            case Conv2d conv -> LinearMap.of(Convolutions.of(name, conv).matrix(in), perChannel(conv.bias(), out));
            case SumPool2d pool ->
                LinearMap.of(Convolutions.of(name, pool, in.at(0)).matrix(in));
            case AvgPool2d pool ->
                LinearMap.of(Convolutions.of(name, pool, in.at(0)).matrix(in));
            case Flatten _, Input _, Output _ -> LinearMap.of(RowMatrix.identity(Tensor.size(in)));
            case CubaLI _, CubaLIF _, I _, IF _, LI _, LIF _, Threshold _, NirGraph _ ->
                throw new IllegalArgumentException(name + " is no linear node");
        };
        requireFinite(name, node, map);
        return map;
    }

    /** One matrix for each index of the leading dimensions. */
    private static RowMatrix weights(Tensor weight) {
        int in = weight.shape().at(weight.rank() - 1);
        int out = weight.shape().at(weight.rank() - 2);
        int rows = weight.size() / in;
        int[][] indices = new int[rows][];
        double[][] values = new double[rows][];
        double[] all = weight.values();
        int[] columns = Ints.range(in).toArray();
        for (int r = 0; r < rows; r++) {
            int first = r / out * in;
            indices[r] = first == 0
                    ? columns
                    : Arrays.stream(columns).map(c -> c + first).toArray();
            values[r] = Arrays.copyOfRange(all, r * in, (r + 1) * in);
        }
        return RowMatrix.of(rows / out * in, indices, values);
    }

    private static RowMatrix diagonal(double[] values) {
        return RowMatrix.identity(values.length).scaled(values);
    }

    private static double[] perChannel(Tensor bias, Ints out) {
        int each = Tensor.size(out) / out.at(0);
        double[] values = new double[Tensor.size(out)];
        Arrays.setAll(values, i -> bias.at(bias.size() == 1 ? 0 : i / each));
        return values;
    }

    private static double[] spread(String name, NirNode node, String parameter, Tensor tensor, Ints shape) {
        if (!Broadcast.fits(tensor.shape(), shape)) {
            throw new NodeParameterException(
                    name, node.type(), parameter, "has the shape " + tensor.shape() + ", which does not fit " + shape);
        }
        return Broadcast.spread(tensor, shape);
    }

    private int[] ticks(String name, Delay node, double[] seconds) {
        int[] ticks = new int[seconds.length];
        for (int i = 0; i < ticks.length; i++) {
            double rounded = Math.rint(seconds[i] / tickSeconds);
            if (!(seconds[i] >= 0) || rounded > 1 << 30) {
                throw new NodeParameterException(
                        name,
                        node.type(),
                        "delay",
                        "of element " + i + " is " + seconds[i] + " s, not a time from 0 to 2³⁰ ticks");
            }
            ticks[i] = (int) rounded;
        }
        return ticks;
    }

    private static void requireFinite(String name, NirNode node, LinearMap map) {
        for (int r = 0; r < map.matrix().rows(); r++) {
            if (!Arrays.stream(map.matrix().values(r)).allMatch(Double::isFinite)) {
                throw new NodeParameterException(name, node.type(), "a weight", "of output " + r + " is not finite");
            }
        }
        if (map.bias()
                .filter(bias -> !Arrays.stream(bias).allMatch(Double::isFinite))
                .isPresent()) {
            throw new NodeParameterException(name, node.type(), "bias", "is not finite");
        }
    }
}
