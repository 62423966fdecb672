package org.mneme.pass;

import java.util.Arrays;
import java.util.BitSet;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Weights;

/** Neuron i to neuron i, of some neurons only. */
final class Diagonal {
    private Diagonal() {}

    static Weights of(BitSet kept, int size) {
        int[] offsets = new int[size + 1];
        for (int i = 0; i < size; i++) {
            offsets[i + 1] = offsets[i] + (kept.get(i) ? 1 : 0);
        }
        byte[] ones = new byte[kept.cardinality()];
        Arrays.fill(ones, (byte) 1);
        return new Weights.Sparse(
                size, Ints.of(offsets), Ints.of(kept.stream().toArray()), new NumberMatrix.Int8(1, ones.length, ones));
    }
}
