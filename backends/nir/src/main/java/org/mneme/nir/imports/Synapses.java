package org.mneme.nir.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Parameter;
import org.mneme.ir.Weights;

/** Matrices as the weights of projections, and matrices of several delays as one where each target has one delay. */
final class Synapses {
    private Synapses() {}

    /**
     * Matrices of disjoint rows as one.
     *
     * @param matrix all their rows
     * @param delays ticks: one for all, or one a row
     */
    record Joined(RowMatrix matrix, Ints delays) {}

    /** Matrices by their delay as one; empty where a row has entries at two delays. */
    static Optional<Joined> join(NavigableMap<Integer, RowMatrix> byDelay) {
        RowMatrix sum = byDelay.firstEntry().getValue();
        int[] delays = new int[sum.rows()];
        for (Map.Entry<Integer, RowMatrix> entry : byDelay.entrySet()) {
            for (int r = 0; r < delays.length; r++) {
                if (entry.getValue().indices(r).length > 0) {
                    if (delays[r] != 0) {
                        return Optional.empty();
                    }
                    delays[r] = entry.getKey();
                }
            }
            sum = entry.getKey().equals(byDelay.firstKey()) ? sum : sum.plus(entry.getValue());
        }
        if (byDelay.size() == 1) {
            return Optional.of(new Joined(sum, Ints.of(byDelay.firstKey())));
        }
        int[] each =
                Arrays.stream(delays).map(d -> d == 0 ? byDelay.firstKey() : d).toArray();
        return Optional.of(new Joined(sum, Ints.of(each)));
    }

    /** The weights of a matrix whose rows are targets: one to one, dense from half of the entries on, else sparse. */
    static Weights weights(RowMatrix matrix) {
        if (matrix.isDiagonal()) {
            double[] diagonal = new double[matrix.rows()];
            Arrays.setAll(diagonal, r -> matrix.values(r)[0]);
            return new Weights.OneToOne(Parameter.perNeuron(NeuronParameters.shared(diagonal)));
        }
        return 2 * matrix.stored() >= (long) matrix.rows() * matrix.columns() ? dense(matrix) : sparse(matrix);
    }

    /** One source to all targets. */
    static Weights column(double[] values) {
        return new Weights.Dense(new NumberMatrix.Real64(1, values.length, values));
    }

    private static Weights dense(RowMatrix matrix) {
        int sources = matrix.columns();
        int targets = matrix.rows();
        double[] values = new double[Math.multiplyExact(sources, targets)];
        for (int target = 0; target < targets; target++) {
            int[] from = matrix.indices(target);
            for (int k = 0; k < from.length; k++) {
                values[from[k] * targets + target] = matrix.values(target)[k];
            }
        }
        return new Weights.Dense(new NumberMatrix.Real64(sources, targets, values));
    }

    private static Weights sparse(RowMatrix matrix) {
        int[] offsets = new int[matrix.columns() + 1];
        for (int target = 0; target < matrix.rows(); target++) {
            for (int source : matrix.indices(target)) {
                offsets[source + 1]++;
            }
        }
        for (int s = 0; s < matrix.columns(); s++) {
            offsets[s + 1] = Math.addExact(offsets[s], offsets[s + 1]);
        }
        int[] next = offsets.clone();
        int[] targets = new int[offsets[matrix.columns()]];
        double[] values = new double[targets.length];
        for (int target = 0; target < matrix.rows(); target++) {
            int[] sources = matrix.indices(target);
            for (int k = 0; k < sources.length; k++) {
                int at = next[sources[k]]++;
                targets[at] = target;
                values[at] = matrix.values(target)[k];
            }
        }
        return new Weights.Sparse(
                matrix.rows(), Ints.of(offsets), Ints.of(targets), new NumberMatrix.Real64(1, values.length, values));
    }
}
