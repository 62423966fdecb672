package org.mneme.nir.imports;

import org.mneme.bits.Ints;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;

/** Reads the convolution out of a Conv1d, Conv2d or pooling node, and checks its parameters. */
final class Convolutions {
    private final String name;
    private final NirNode node;

    private Convolutions(String name, NirNode node) {
        this.name = name;
        this.node = node;
    }

    static Convolution of(String name, Conv1d conv) {
        Convolutions reader = new Convolutions(name, conv);
        reader.checkWeight(conv.weight(), 3, conv.groups(), conv.bias());
        Ints shape = conv.weight().shape();
        Window window = reader.window(shape.at(2), conv.stride(), conv.padding(), conv.dilation(), 0, 1);
        Tensor weight = conv.weight().reshaped(Ints.of(shape.at(0), shape.at(1), 1, shape.at(2)));
        return new Convolution(Window.POINT, window, conv.groups(), weight, true);
    }

    static Convolution of(String name, Conv2d conv) {
        Convolutions reader = new Convolutions(name, conv);
        reader.checkWeight(conv.weight(), 4, conv.groups(), conv.bias());
        Ints shape = conv.weight().shape();
        return new Convolution(
                reader.window(shape.at(2), conv.stride(), conv.padding(), conv.dilation(), 0, 2),
                reader.window(shape.at(3), conv.stride(), conv.padding(), conv.dilation(), 1, 2),
                conv.groups(),
                conv.weight(),
                false);
    }

    static Convolution of(String name, SumPool2d pool, int channels) {
        return new Convolutions(name, pool)
                .pool(pool.kernelSize(), pool.stride(), pool.padding(), channels, kernel -> 1);
    }

    static Convolution of(String name, AvgPool2d pool, int channels) {
        return new Convolutions(name, pool)
                .pool(pool.kernelSize(), pool.stride(), pool.padding(), channels, kernel -> 1.0 / kernel);
    }

    /** The weight of each of so many taps. */
    private interface TapWeight {
        double of(int taps);
    }

    private Convolution pool(Ints kernel, Ints stride, Ints padding, int channels, TapWeight weight) {
        Padding zeros = new Padding.Zeros(padding);
        Window vertical = window(number("kernel_size", kernel, 0, 2, 1), stride, zeros, Ints.of(1), 0, 2);
        Window horizontal = window(number("kernel_size", kernel, 1, 2, 1), stride, zeros, Ints.of(1), 1, 2);
        long taps = (long) vertical.kernel() * horizontal.kernel();
        // neither factor exceeds 2²⁴, so that the first product cannot overflow
        if (taps > Shapes.MOST_ELEMENTS || taps * channels > Shapes.MOST_ELEMENTS) {
            throw wrong(
                    "kernel_size",
                    "is " + vertical.kernel() + " × " + horizontal.kernel() + " for " + channels
                            + " channels, more than the " + Shapes.MOST_ELEMENTS + " taps that can be run");
        }
        Ints shape = Ints.of(channels, 1, vertical.kernel(), horizontal.kernel());
        double each = weight.of(vertical.kernel() * horizontal.kernel());
        return new Convolution(vertical, horizontal, channels, Tensor.filled(shape, each), false);
    }

    private void checkWeight(Tensor weight, int rank, int groups, Tensor bias) {
        if (weight.rank() != rank || weight.size() == 0) {
            throw wrong("weight", "has the shape " + weight.shape() + " where " + rank + " dimensions are needed");
        }
        int out = weight.shape().at(0);
        if (groups < 1 || out % groups != 0) {
            throw wrong("groups", "is " + groups + ", which does not divide the " + out + " output channels");
        }
        if (bias.size() != 1 && bias.size() != out) {
            throw wrong("bias", "has " + bias.size() + " values for " + out + " output channels");
        }
    }

    private Window window(int kernel, Ints stride, Padding padding, Ints dilation, int dimension, int dimensions) {
        int step = number("stride", stride, dimension, dimensions, 1);
        int spread = number("dilation", dilation, dimension, dimensions, 1);
        return switch (padding) {
            case Padding.Valid _ -> new Window(kernel, step, spread, 0, 0);
            case Padding.Zeros zeros -> {
                int border = number("padding", zeros.zeros(), dimension, dimensions, 0);
                yield new Window(kernel, step, spread, border, border);
            }
            case Padding.Same _ -> {
                if (step != 1) {
                    throw wrong("padding", "is 'same', which needs stride 1, not " + step + "; give numbers of zeros");
                }
                int zeros = bounded("padding", (long) spread * (kernel - 1));
                yield new Window(kernel, 1, spread, zeros / 2, zeros - zeros / 2);
            }
        };
    }

    private int number(String parameter, Ints values, int dimension, int dimensions, int least) {
        if (values.length() != 1 && values.length() != dimensions) {
            throw wrong(parameter, "has " + values.length() + " values for " + dimensions + " dimensions");
        }
        int value = values.shared(dimension);
        if (value < least) {
            throw wrong(parameter, "is " + value + " where " + least + " is the least");
        }
        return bounded(parameter, value);
    }

    private int bounded(String parameter, long value) {
        if (value > Shapes.MOST_ELEMENTS) {
            throw wrong(parameter, "is " + value + " where " + Shapes.MOST_ELEMENTS + " is the most");
        }
        return (int) value;
    }

    private NodeParameterException wrong(String parameter, String problem) {
        return new NodeParameterException(name, node.type(), parameter, problem);
    }
}
