package org.mneme.nir.imports;

import org.mneme.bits.Ints;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;

/** Nodes without state applied to arrays as their definitions read, on padded copies; nothing is a matrix here. */
final class DirectNodes {
    private DirectNodes() {}

    static Tensor apply(NirNode node, Tensor x) {
        return switch (node) {
            case Affine affine -> affine(affine, x);
            case Scale scale -> Tensor.generate(x.shape(), i -> scale.scale().at(i) * x.at(i));
            case Conv2d conv -> conv(conv, x);
            case Conv1d conv -> {
                Ints w = conv.weight().shape();
                Conv2d flat = new Conv2d(
                        conv.inputShape(),
                        conv.weight().reshaped(Ints.of(w.at(0), w.at(1), 1, w.at(2))),
                        Ints.of(1, conv.stride().at(0)),
                        conv.padding() instanceof Padding.Zeros z
                                ? new Padding.Zeros(Ints.of(0, z.zeros().at(0)))
                                : conv.padding(),
                        Ints.of(1, conv.dilation().at(0)),
                        conv.groups(),
                        conv.bias(),
                        conv.metadata());
                Tensor y = conv(
                        flat, x.reshaped(Ints.of(x.shape().at(0), 1, x.shape().at(1))));
                yield y.reshaped(Ints.of(y.shape().at(0), y.shape().at(2)));
            }
            case SumPool2d pool -> pool(pool.kernelSize(), pool.stride(), pool.padding(), 1, x);
            case AvgPool2d pool ->
                pool(
                        pool.kernelSize(),
                        pool.stride(),
                        pool.padding(),
                        pool.kernelSize().shared(0) * pool.kernelSize().shared(1),
                        x);
            default -> x;
        };
    }

    private static Tensor affine(Affine affine, Tensor x) {
        int out = affine.weight().shape().at(0);
        int in = affine.weight().shape().at(1);
        double[] y = new double[out];
        for (int o = 0; o < out; o++) {
            y[o] = affine.bias().at(o);
            for (int i = 0; i < in; i++) {
                y[o] += affine.weight().at(o * in + i) * x.at(i);
            }
        }
        return Tensor.vector(y);
    }

    /** A copy with zeros around each channel. */
    private static double[][][] padded(Tensor x, int top, int bottom, int left, int right) {
        int height = x.shape().at(1);
        int width = x.shape().at(2);
        double[][][] copy = new double[x.shape().at(0)][top + height + bottom][left + width + right];
        for (int i = 0; i < x.size(); i++) {
            copy[i / (height * width)][top + i / width % height][left + i % width] = x.at(i);
        }
        return copy;
    }

    private static Tensor conv(Conv2d conv, Tensor x) {
        Ints w = conv.weight().shape();
        int spreadY = conv.dilation().shared(0) * (w.at(2) - 1);
        int spreadX = conv.dilation().shared(1) * (w.at(3) - 1);
        int[] border = switch (conv.padding()) {
            case Padding.Valid _ -> new int[4];
            case Padding.Same _ -> new int[] {spreadY / 2, spreadY - spreadY / 2, spreadX / 2, spreadX - spreadX / 2};
            case Padding.Zeros z ->
                new int[] {
                    z.zeros().shared(0),
                    z.zeros().shared(0),
                    z.zeros().shared(1),
                    z.zeros().shared(1)
                };
        };
        double[][][] copy = padded(x, border[0], border[1], border[2], border[3]);
        int down = (copy[0].length - spreadY - 1) / conv.stride().shared(0) + 1;
        int across = (copy[0][0].length - spreadX - 1) / conv.stride().shared(1) + 1;
        double[] y = new double[w.at(0) * down * across];
        for (int i = 0; i < y.length; i++) {
            int o = i / (down * across);
            int first = o / (w.at(0) / conv.groups()) * w.at(1);
            y[i] = conv.bias().at(o);
            for (int k = 0; k < w.at(1) * w.at(2) * w.at(3); k++) {
                int c = k / (w.at(2) * w.at(3));
                int row = i / across % down * conv.stride().shared(0)
                        + k / w.at(3) % w.at(2) * conv.dilation().shared(0);
                int column = i % across * conv.stride().shared(1)
                        + k % w.at(3) * conv.dilation().shared(1);
                y[i] += conv.weight().at(o * w.at(1) * w.at(2) * w.at(3) + k) * copy[first + c][row][column];
            }
        }
        return Tensor.of(Ints.of(w.at(0), down, across), y);
    }

    private static Tensor pool(Ints kernel, Ints stride, Ints padding, double divisor, Tensor x) {
        double[][][] copy = padded(x, padding.shared(0), padding.shared(0), padding.shared(1), padding.shared(1));
        int down = (copy[0].length - kernel.shared(0)) / stride.shared(0) + 1;
        int across = (copy[0][0].length - kernel.shared(1)) / stride.shared(1) + 1;
        double[] y = new double[copy.length * down * across];
        for (int i = 0; i < y.length; i++) {
            for (int row = 0; row < kernel.shared(0); row++) {
                for (int column = 0; column < kernel.shared(1); column++) {
                    y[i] += copy[i / (down * across)][i / across % down * stride.shared(0) + row][
                                    i % across * stride.shared(1) + column]
                            / divisor;
                }
            }
        }
        return Tensor.of(Ints.of(copy.length, down, across), y);
    }
}
