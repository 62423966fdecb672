package org.mneme.pass;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Weights;

/** Weights onto some targets only; the others are not reached. */
final class TargetSubset {
    private TargetSubset() {}

    static Weights onto(Weights weights, int sources, int targets, IntPredicate kept) {
        if (weights instanceof Weights.SignMatrix sign
                && sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS) {
            Ints rows = Ints.of(IntStream.range(0, sign.viewRows())
                    .map(r -> kept.test(r) ? sign.matrixRow(r) : Weights.SignMatrix.ABSENT)
                    .toArray());
            return new Weights.SignMatrix(
                    sign.plus(), sign.mask(), sign.orientation(), Optional.of(rows), sign.scale(), sign.unsigned());
        }
        return entries(weights, sources, targets, kept);
    }

    /** The stored synapses onto some targets, zeros included, since they reach. */
    private static Weights.Sparse entries(Weights weights, int sources, int targets, IntPredicate kept) {
        int[] offsets = new int[sources + 1];
        int[] columns = new int[64];
        double[] values = new double[64];
        int count = 0;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                if (kept.test(j) && weights.stores(i, j)) {
                    if (count == columns.length) {
                        columns = Arrays.copyOf(columns, Math.multiplyExact(2, count));
                        values = Arrays.copyOf(values, columns.length);
                    }
                    columns[count] = j;
                    values[count++] = weights.at(i, j);
                }
            }
            offsets[i + 1] = count;
        }
        return new Weights.Sparse(
                targets,
                Ints.of(offsets),
                Ints.of(Arrays.copyOf(columns, count)),
                numbers(Arrays.copyOf(values, count)));
    }

    private static NumberMatrix numbers(double[] values) {
        boolean whole = Arrays.stream(values).allMatch(v -> v == (int) v);
        return whole
                ? new NumberMatrix.Int32(
                        1,
                        values.length,
                        Arrays.stream(values).mapToInt(v -> (int) v).toArray())
                : new NumberMatrix.Real64(1, values.length, values);
    }
}
