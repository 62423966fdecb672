package org.mneme.nir.imports;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** An immutable sparse matrix, stored by rows: row j holds what element j of the result takes from the elements of the source. */
final class RowMatrix {
    private final int columns;
    private final int[][] indices;
    private final double[][] values;

    private RowMatrix(int columns, int[][] indices, double[][] values) {
        this.columns = columns;
        this.indices = indices;
        this.values = values;
    }

    /** Takes rows whose columns ascend; zeros are dropped. Rows may share arrays, which are not changed. */
    static RowMatrix of(int columns, int[][] indices, double[][] values) {
        int[][] keptIndices = new int[indices.length][];
        double[][] keptValues = new double[indices.length][];
        for (int r = 0; r < indices.length; r++) {
            int[] row = indices[r];
            double[] numbers = values[r];
            if (Arrays.stream(numbers).anyMatch(value -> value == 0)) {
                int[] all = row;
                double[] allNumbers = numbers;
                int[] kept = IntStream.range(0, all.length)
                        .filter(k -> allNumbers[k] != 0)
                        .toArray();
                row = Arrays.stream(kept).map(k -> all[k]).toArray();
                numbers = Arrays.stream(kept).mapToDouble(k -> allNumbers[k]).toArray();
            }
            keptIndices[r] = row;
            keptValues[r] = numbers;
        }
        return new RowMatrix(columns, keptIndices, keptValues);
    }

    static RowMatrix identity(int size) {
        return selection(size, size, j -> j);
    }

    /** Row j takes element {@code source(j)}, or nothing where that is negative. */
    static RowMatrix selection(int rows, int columns, IntUnaryOperator source) {
        int[][] indices = new int[rows][];
        double[][] values = new double[rows][];
        for (int r = 0; r < rows; r++) {
            int from = source.applyAsInt(r);
            indices[r] = from < 0 ? new int[0] : new int[] {from};
            values[r] = from < 0 ? new double[0] : new double[] {1};
        }
        return new RowMatrix(columns, indices, values);
    }

    int rows() {
        return indices.length;
    }

    int columns() {
        return columns;
    }

    int[] indices(int row) {
        return indices[row];
    }

    double[] values(int row) {
        return values[row];
    }

    long stored() {
        long count = 0;
        for (int[] row : indices) {
            count += row.length;
        }
        return count;
    }

    boolean isEmpty() {
        return stored() == 0;
    }

    /** Whether the matrix is square, and each row holds nothing but its own element. */
    boolean isDiagonal() {
        boolean diagonal = rows() == columns;
        for (int r = 0; diagonal && r < rows(); r++) {
            diagonal = indices[r].length == 1 && indices[r][0] == r;
        }
        return diagonal;
    }

    /** Whether it changes nothing. */
    boolean isIdentity() {
        boolean identity = isDiagonal();
        for (int r = 0; identity && r < rows(); r++) {
            identity = values[r][0] == 1;
        }
        return identity;
    }

    /** This matrix times another; each entry is summed in ascending order of this matrix's columns. */
    RowMatrix times(RowMatrix right) {
        if (right.isIdentity()) {
            return this;
        }
        int[][] newIndices = new int[rows()][];
        double[][] newValues = new double[rows()][];
        double[] sums = new double[right.columns];
        boolean[] met = new boolean[right.columns];
        int[] touched = new int[right.columns];
        for (int r = 0; r < rows(); r++) {
            int count = 0;
            for (int k = 0; k < indices[r].length; k++) {
                int middle = indices[r][k];
                for (int m = 0; m < right.indices[middle].length; m++) {
                    int column = right.indices[middle][m];
                    if (!met[column]) {
                        met[column] = true;
                        touched[count++] = column;
                    }
                    sums[column] += values[r][k] * right.values[middle][m];
                }
            }
            int[] row = Arrays.copyOf(touched, count);
            Arrays.sort(row);
            double[] numbers = new double[count];
            for (int k = 0; k < count; k++) {
                numbers[k] = sums[row[k]];
                sums[row[k]] = 0;
                met[row[k]] = false;
            }
            newIndices[r] = row;
            newValues[r] = numbers;
        }
        return of(right.columns, newIndices, newValues);
    }

    /** The sum of two matrices of one shape. */
    RowMatrix plus(RowMatrix other) {
        int[][] newIndices = new int[rows()][];
        double[][] newValues = new double[rows()][];
        for (int r = 0; r < rows(); r++) {
            int[] row = new int[indices[r].length + other.indices[r].length];
            double[] numbers = new double[row.length];
            int count = 0;
            int a = 0;
            int b = 0;
            while (a < indices[r].length || b < other.indices[r].length) {
                int left = a < indices[r].length ? indices[r][a] : Integer.MAX_VALUE;
                int right = b < other.indices[r].length ? other.indices[r][b] : Integer.MAX_VALUE;
                row[count] = Math.min(left, right);
                numbers[count++] = (left <= right ? values[r][a++] : 0) + (right <= left ? other.values[r][b++] : 0);
            }
            newIndices[r] = Arrays.copyOf(row, count);
            newValues[r] = Arrays.copyOf(numbers, count);
        }
        return of(columns, newIndices, newValues);
    }

    /** Row j times {@code factors[j]}. */
    RowMatrix scaled(double[] factors) {
        double[][] newValues = new double[rows()][];
        for (int r = 0; r < rows(); r++) {
            newValues[r] = values[r].clone();
            for (int k = 0; k < newValues[r].length; k++) {
                newValues[r][k] *= factors[r];
            }
        }
        return of(columns, indices, newValues);
    }

    /** The rows that are wanted; the others become empty. */
    RowMatrix only(boolean[] wanted) {
        int[][] newIndices = new int[rows()][];
        double[][] newValues = new double[rows()][];
        for (int r = 0; r < rows(); r++) {
            newIndices[r] = wanted[r] ? indices[r] : new int[0];
            newValues[r] = wanted[r] ? values[r] : new double[0];
        }
        return new RowMatrix(columns, newIndices, newValues);
    }

    /** This matrix times a vector. */
    double[] times(double[] vector) {
        double[] result = new double[rows()];
        for (int r = 0; r < rows(); r++) {
            for (int k = 0; k < indices[r].length; k++) {
                result[r] += values[r][k] * vector[indices[r][k]];
            }
        }
        return result;
    }
}
