package org.mneme.nir.imports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A signal between neurons, as a sum over what neurons and inputs send: y(t) = Σ M x(t − delay) + Σ b(t ≥ delay).
 *
 * @param size number of elements
 * @param parts M by where x comes from, and its delay
 * @param constants b by the tick from which on it is there
 */
record Signal(int size, NavigableMap<Path, RowMatrix> parts, NavigableMap<Integer, double[]> constants) {
    /**
     * Where a part comes from.
     *
     * @param root name of the neuron node or input
     * @param delay ticks that Delay nodes hold it back, ≥ 0
     */
    record Path(String root, int delay) implements Comparable<Path> {
        @Override
        public int compareTo(Path other) {
            return Comparator.comparing(Path::root)
                    .thenComparingInt(Path::delay)
                    .compare(this, other);
        }
    }

    static Signal nothing(int size) {
        return new Signal(size, new TreeMap<>(), new TreeMap<>());
    }

    /** What a neuron node or input sends. */
    static Signal sent(String root, int size) {
        Signal signal = nothing(size);
        signal.parts.put(new Path(root, 0), RowMatrix.identity(size));
        return signal;
    }

    Signal plus(Signal other) {
        Signal sum = new Signal(size, new TreeMap<>(parts), new TreeMap<>(constants));
        other.parts.forEach((path, matrix) -> sum.parts.merge(path, matrix, RowMatrix::plus));
        other.constants.forEach((tick, values) -> sum.constants.merge(tick, values, ElementWise::plus));
        return sum;
    }

    /** This signal after a node without state. */
    Signal through(LinearMap map) {
        Signal result = nothing(map.matrix().rows());
        parts.forEach((path, matrix) -> result.parts.put(path, map.matrix().times(matrix)));
        constants.forEach(
                (tick, values) -> result.constants.put(tick, map.matrix().times(values)));
        result.parts.values().removeIf(RowMatrix::isEmpty);
        map.bias().ifPresent(bias -> result.constants.merge(0, bias, ElementWise::plus));
        return map.delays().map(result::delayed).orElse(result);
    }

    private Signal delayed(int[] ticks) {
        Signal result = nothing(size);
        for (int late : Arrays.stream(ticks).distinct().toArray()) {
            boolean[] rows = new boolean[size];
            for (int r = 0; r < size; r++) {
                rows[r] = ticks[r] == late;
            }
            parts.forEach((path, matrix) -> result.parts.merge(
                    new Path(path.root(), Math.addExact(path.delay(), late)), matrix.only(rows), RowMatrix::plus));
            constants.forEach((tick, values) ->
                    result.constants.merge(Math.addExact(tick, late), only(values, rows), ElementWise::plus));
        }
        result.parts.values().removeIf(RowMatrix::isEmpty);
        return result;
    }

    private static double[] only(double[] values, boolean[] wanted) {
        double[] kept = new double[values.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = wanted[i] ? values[i] : 0;
        }
        return kept;
    }
}
