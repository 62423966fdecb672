package org.mneme.bits;

import java.util.Arrays;

/**
 * An immutable dense matrix of numbers, row-major, stored in the narrowest of four formats.
 *
 * <p>Integer formats hold exact integers; {@link Real64} holds 64-bit floats.
 */
public sealed interface NumberMatrix {
    /**
     * Returns the number of rows.
     *
     * @return ≥ 0
     */
    int rows();

    /**
     * Returns the number of columns.
     *
     * @return ≥ 0
     */
    int columns();

    /**
     * Returns one entry; exact, since no integer format is wider than 32 bits.
     *
     * @param row 0…rows−1
     * @param column 0…columns−1
     * @return the entry
     */
    double at(int row, int column);

    /**
     * Adds a multiple of a row to an accumulator of exact integers: acc[c] += factor · row[c].
     *
     * @param row 0…rows−1
     * @param factor any integer; the caller has proved that nothing overflows
     * @param accumulator modified; columns entries
     * @throws IllegalStateException on a {@link Real64} matrix
     */
    void addRow(int row, long factor, long[] accumulator);

    /** Signed 8-bit integers. */
    final class Int8 extends Base implements NumberMatrix {
        private final byte[] values;

        /**
         * Creates the matrix.
         *
         * @param rows ≥ 0
         * @param columns ≥ 0
         * @param values rows · columns entries, row-major; copied
         */
        public Int8(int rows, int columns, byte[] values) {
            super(rows, columns, values.length);
            this.values = values.clone();
        }

        @Override
        public double at(int row, int column) {
            return values[index(row, column)];
        }

        @Override
        public void addRow(int row, long factor, long[] accumulator) {
            int base = row * columns();
            for (int c = 0; c < columns(); c++) {
                accumulator[c] += factor * values[base + c];
            }
        }
    }

    /** Signed 16-bit integers. */
    final class Int16 extends Base implements NumberMatrix {
        private final short[] values;

        /**
         * Creates the matrix.
         *
         * @param rows ≥ 0
         * @param columns ≥ 0
         * @param values rows · columns entries, row-major; copied
         */
        public Int16(int rows, int columns, short[] values) {
            super(rows, columns, values.length);
            this.values = values.clone();
        }

        @Override
        public double at(int row, int column) {
            return values[index(row, column)];
        }

        @Override
        public void addRow(int row, long factor, long[] accumulator) {
            int base = row * columns();
            for (int c = 0; c < columns(); c++) {
                accumulator[c] += factor * values[base + c];
            }
        }
    }

    /** Signed 32-bit integers. */
    final class Int32 extends Base implements NumberMatrix {
        private final int[] values;

        /**
         * Creates the matrix.
         *
         * @param rows ≥ 0
         * @param columns ≥ 0
         * @param values rows · columns entries, row-major; copied
         */
        public Int32(int rows, int columns, int[] values) {
            super(rows, columns, values.length);
            this.values = values.clone();
        }

        @Override
        public double at(int row, int column) {
            return values[index(row, column)];
        }

        @Override
        public void addRow(int row, long factor, long[] accumulator) {
            int base = row * columns();
            for (int c = 0; c < columns(); c++) {
                accumulator[c] += factor * values[base + c];
            }
        }
    }

    /** 64-bit floats. */
    final class Real64 extends Base implements NumberMatrix {
        private final double[] values;

        /**
         * Creates the matrix.
         *
         * @param rows ≥ 0
         * @param columns ≥ 0
         * @param values rows · columns finite entries, row-major; copied
         */
        public Real64(int rows, int columns, double[] values) {
            super(rows, columns, values.length);
            this.values = values.clone();
        }

        @Override
        public double at(int row, int column) {
            return values[index(row, column)];
        }

        /**
         * Copies a part of a row.
         *
         * @param row 0…rows−1
         * @param from first column
         * @param to past the last column
         * @param into overwritten from index 0 on
         */
        public void copyRow(int row, int from, int to, double[] into) {
            System.arraycopy(values, index(row, from), into, 0, to - from);
        }

        @Override
        public void addRow(int row, long factor, long[] accumulator) {
            throw new IllegalStateException("a matrix of floats has no integer sums");
        }
    }

    /** What the four formats share: the shape, and equality by shape and entries. */
    abstract sealed class Base implements NumberMatrix {
        private final int rows;
        private final int columns;

        private Base(int rows, int columns, int length) {
            if (rows < 0 || columns < 0 || length != Math.multiplyExact(rows, columns)) {
                throw new IllegalArgumentException(length + " values for " + rows + " × " + columns);
            }
            this.rows = rows;
            this.columns = columns;
        }

        @Override
        public final int rows() {
            return rows;
        }

        @Override
        public final int columns() {
            return columns;
        }

        final int index(int row, int column) {
            return row * columns + column;
        }

        private double[] row(int row) {
            double[] entries = new double[columns];
            Arrays.setAll(entries, c -> at(row, c));
            return entries;
        }

        @Override
        public final boolean equals(Object other) {
            if (!(other instanceof Base that)
                    || getClass() != that.getClass()
                    || rows != that.rows
                    || columns != that.columns) {
                return false;
            }
            for (int r = 0; r < rows; r++) {
                if (!Arrays.equals(row(r), that.row(r))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public final int hashCode() {
            int hash = 31 * rows + columns;
            for (int r = 0; r < rows; r++) {
                hash = 31 * hash + Arrays.hashCode(row(r));
            }
            return hash;
        }

        @Override
        public final String toString() {
            return getClass().getSimpleName() + "[" + rows + " × " + columns + "]";
        }
    }
}
