package org.mneme.nir.imports;

import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Tensor;

/** Shapes that fit each other as in NumPy: aligned at their last dimensions, a 1 fits anything. */
final class Broadcast {
    private Broadcast() {}

    /** The shape that two shapes fit; empty where they do not. */
    static Optional<Ints> together(Ints a, Ints b) {
        int rank = Math.max(a.length(), b.length());
        int[] shape = new int[rank];
        for (int d = 0; d < rank; d++) {
            int left = dimension(a, rank, d);
            int right = dimension(b, rank, d);
            if (left != right && left != 1 && right != 1) {
                return Optional.empty();
            }
            shape[d] = left == 1 ? right : left;
        }
        return Optional.of(Ints.of(shape));
    }

    /** Whether a tensor of one shape can be spread over another. */
    static boolean fits(Ints shape, Ints target) {
        return together(shape, target).filter(target::equals).isPresent();
    }

    /** The numbers of a tensor spread over a shape that it fits. */
    static double[] spread(Tensor tensor, Ints target) {
        double[] values = new double[Tensor.size(target)];
        int rank = target.length();
        for (int i = 0; i < values.length; i++) {
            int rest = i;
            int index = 0;
            int stride = 1;
            for (int d = rank - 1; d >= 0; d--) {
                int own = dimension(tensor.shape(), rank, d);
                index += own == 1 ? 0 : rest % target.at(d) * stride;
                stride *= own;
                rest /= target.at(d);
            }
            values[i] = tensor.at(index);
        }
        return values;
    }

    private static int dimension(Ints shape, int rank, int d) {
        int own = d - (rank - shape.length());
        return own < 0 ? 1 : shape.at(own);
    }
}
