package org.mneme.nir.imports;

import java.util.Arrays;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;

/**
 * A convolution in one or two dimensions, and so a pooling too: y[o, p] = Σ_{c, k} w[o, c, k] x[g(o)·C/G + c, p·stride − before +
 * k·dilation], with zeros past the borders.
 *
 * @param vertical along the first spatial dimension; {@link Window#POINT} where there is one only
 * @param horizontal along the last
 * @param groups G
 * @param weight of shape (C_out, C_in / G, vertical taps, horizontal taps)
 * @param flat whether there is one spatial dimension only
 */
record Convolution(Window vertical, Window horizontal, int groups, Tensor weight, boolean flat) {
    int channelsIn() {
        return weight.shape().at(1) * groups;
    }

    int channelsOut() {
        return weight.shape().at(0);
    }

    /** How many taps make one element of the result. */
    long tapsEach() {
        return (long) weight.shape().at(1) * vertical.kernel() * horizontal.kernel();
    }

    /** Whether an input has the right rank and channels. */
    boolean takes(Ints in) {
        return in.length() == (flat ? 2 : 3) && in.at(0) == channelsIn();
    }

    private int height(Ints in) {
        return flat ? 1 : in.at(1);
    }

    private int width(Ints in) {
        return in.at(in.length() - 1);
    }

    /** The shape of the result; a dimension is 0 where the kernel does not fit. */
    Ints outShape(Ints in) {
        int across = horizontal.places(width(in));
        return flat ? Ints.of(channelsOut(), across) : Ints.of(channelsOut(), vertical.places(height(in)), across);
    }

    RowMatrix matrix(Ints in) {
        int down = vertical.places(height(in));
        int across = horizontal.places(width(in));
        int[][] indices = new int[channelsOut() * down * across][];
        double[][] values = new double[indices.length][];
        int row = 0;
        for (int channel = 0; channel < channelsOut(); channel++) {
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    fill(in, channel, y, x, indices, values, row++);
                }
            }
        }
        return RowMatrix.of(Tensor.size(in), indices, values);
    }

    private void fill(Ints in, int channel, int y, int x, int[][] indices, double[][] values, int row) {
        int each = weight.shape().at(1);
        int first = channel / (channelsOut() / groups) * each;
        int taps = vertical.kernel() * horizontal.kernel();
        int[] found = new int[each * taps];
        double[] weights = new double[found.length];
        int count = 0;
        for (int c = 0; c < each; c++) {
            for (int tap = 0; tap < taps; tap++) {
                int i = vertical.element(y, tap / horizontal.kernel());
                int j = horizontal.element(x, tap % horizontal.kernel());
                if (i >= 0 && i < height(in) && j >= 0 && j < width(in)) {
                    found[count] = ((first + c) * height(in) + i) * width(in) + j;
                    weights[count++] = weight.at((channel * each + c) * taps + tap);
                }
            }
        }
        indices[row] = Arrays.copyOf(found, count);
        values[row] = Arrays.copyOf(weights, count);
    }
}
