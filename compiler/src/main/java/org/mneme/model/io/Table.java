package org.mneme.model.io;

import java.util.List;
import java.util.OptionalInt;
import org.mneme.bits.NumberMatrix;

/**
 * Rows of finite numbers, such as the positions of a pen over time.
 *
 * @param names the names of the columns, distinct; empty where the file has none
 * @param values rows × columns, at least 1 × 1
 */
public record Table(List<String> names, NumberMatrix.Real64 values) {
    /** Checks that names and columns agree. */
    public Table {
        names = List.copyOf(names);
        if (!names.isEmpty() && names.size() != values.columns()) {
            throw new IllegalArgumentException(names.size() + " names for " + values.columns() + " columns");
        }
    }

    /**
     * Returns the number of rows.
     *
     * @return ≥ 1
     */
    public int rows() {
        return values.rows();
    }

    /**
     * Returns the number of columns.
     *
     * @return ≥ 1
     */
    public int columns() {
        return values.columns();
    }

    /**
     * Returns one number.
     *
     * @param row 0…rows−1
     * @param column 0…columns−1
     * @return a finite number
     */
    public double at(int row, int column) {
        return values.at(row, column);
    }

    /**
     * Returns which column has a name.
     *
     * @param name the name, in exactly this writing
     * @return 0…columns−1, or empty where no column has it
     */
    public OptionalInt column(String name) {
        int index = names.indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns a copy as an array of rows.
     *
     * @return a new array, rows × columns
     */
    public double[][] toArray() {
        double[][] copy = new double[rows()][columns()];
        for (int r = 0; r < copy.length; r++) {
            for (int c = 0; c < copy[r].length; c++) {
                copy[r][c] = at(r, c);
            }
        }
        return copy;
    }
}
