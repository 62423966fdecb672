package org.mneme.nir.imports;

import java.util.Optional;

/**
 * What a node without state does to its input: y = M x + b, then a delay of each element.
 *
 * @param matrix M
 * @param bias b; empty for none
 * @param delays ticks, one an element of y; empty for none
 */
record LinearMap(RowMatrix matrix, Optional<double[]> bias, Optional<int[]> delays) {
    static LinearMap of(RowMatrix matrix) {
        return new LinearMap(matrix, Optional.empty(), Optional.empty());
    }

    static LinearMap of(RowMatrix matrix, double[] bias) {
        return new LinearMap(matrix, Optional.of(bias), Optional.empty());
    }

    static LinearMap delay(int[] ticks) {
        return new LinearMap(RowMatrix.identity(ticks.length), Optional.empty(), Optional.of(ticks));
    }
}
