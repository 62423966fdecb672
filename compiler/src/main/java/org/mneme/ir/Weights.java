package org.mneme.ir;

import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/**
 * The weights of a projection, structured so that nothing is stored densely that need not be.
 *
 * <p>A neuron is <em>reached</em> when a spike meets a stored synapse, also one of weight 0.
 */
public sealed interface Weights {
    /**
     * Says whether there is a synapse.
     *
     * @param source 0…sources−1
     * @param target 0…targets−1
     * @return true where one is stored, zero or not
     */
    boolean stores(int source, int target);

    /**
     * Returns the weight of a synapse.
     *
     * @param source 0…sources−1
     * @param target 0…targets−1
     * @return the weight, 0 where none is stored; an integer in the fixed domain
     */
    double at(int source, int target);

    /**
     * ±scale by a bit matrix (0 by a mask, and 0/scale where unsigned): a view of a pattern set, which stays in memory once.
     *
     * <p>Row r of the view is row {@code rows[r]} of the matrices; −1 is an absent row: no synapses are stored.
     *
     * @param plus bit set where the weight is +scale
     * @param mask bit set where the weight is not 0; empty where none is 0; must be empty where unsigned
     * @param orientation whether a row belongs to a target or to a source
     * @param rows which matrix row each row of the view is; empty for all rows in order
     * @param scale s; an integer in the fixed domain
     * @param unsigned false for ±s, true for 0/s
     */
    record SignMatrix(
            BitMatrix plus,
            Optional<BitMatrix> mask,
            Orientation orientation,
            Optional<Ints> rows,
            double scale,
            boolean unsigned)
            implements Weights {
        /** The entry of an absent row. */
        public static final int ABSENT = -1;

        /** What a row of the view belongs to. */
        public enum Orientation {
            /** Row r holds the weights into target r (the pull of one target is one popcount over the row). */
            ROWS_ARE_TARGETS,
            /** Row r holds the weights out of source r. */
            ROWS_ARE_SOURCES
        }

        /**
         * Returns the number of rows of the view.
         *
         * @return targets or sources, by orientation
         */
        public int viewRows() {
            return rows.map(Ints::length).orElse(plus.rows());
        }

        /**
         * Returns which matrix row a row of the view is.
         *
         * @param r 0…viewRows−1
         * @return a row of {@code plus}, or {@link #ABSENT}
         */
        public int matrixRow(int r) {
            return rows.isPresent() ? rows.get().at(r) : r;
        }

        @Override
        public boolean stores(int source, int target) {
            return matrixRow(orientation == Orientation.ROWS_ARE_SOURCES ? source : target) != ABSENT;
        }

        @Override
        public double at(int source, int target) {
            boolean bySource = orientation == Orientation.ROWS_ARE_SOURCES;
            int row = matrixRow(bySource ? source : target);
            int column = bySource ? target : source;
            if (row == ABSENT || mask.isPresent() && !mask.get().get(row, column)) {
                return 0;
            }
            return plus.get(row, column) ? scale : unsigned ? 0 : -scale;
        }
    }

    /**
     * A number for every pair.
     *
     * @param values sources × targets: row i holds the weights out of source i
     */
    record Dense(NumberMatrix values) implements Weights {
        @Override
        public boolean stores(int source, int target) {
            return true;
        }

        @Override
        public double at(int source, int target) {
            return values.at(source, target);
        }
    }

    /**
     * Stored entries only, row by row (CSR): the synapses out of source i are {@code offsets[i] … offsets[i+1]−1}.
     *
     * @param targetCount number of target neurons
     * @param offsets sources + 1 entries, ascending from 0
     * @param targets target of each synapse, ascending and distinct within a source
     * @param values 1 × synapses
     */
    record Sparse(int targetCount, Ints offsets, Ints targets, NumberMatrix values) implements Weights {
        /**
         * Returns where a synapse is stored.
         *
         * @param source 0…sources−1
         * @param target 0…targets−1
         * @return its index, or −1
         */
        public int find(int source, int target) {
            int low = offsets.at(source);
            int high = offsets.at(source + 1) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int found = targets.at(middle);
                if (found == target) {
                    return middle;
                }
                if (found < target) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }

        @Override
        public boolean stores(int source, int target) {
            return find(source, target) >= 0;
        }

        @Override
        public double at(int source, int target) {
            int index = find(source, target);
            return index < 0 ? 0 : values.at(0, index);
        }
    }

    /**
     * Neuron i to neuron i.
     *
     * @param weight one for all, or one a neuron
     */
    record OneToOne(Parameter weight) implements Weights {
        @Override
        public boolean stores(int source, int target) {
            return source == target;
        }

        @Override
        public double at(int source, int target) {
            return source == target ? weight.at(source) : 0;
        }
    }

    /**
     * All to all, one number.
     *
     * @param weight the number
     */
    record Uniform(double weight) implements Weights {
        @Override
        public boolean stores(int source, int target) {
            return true;
        }

        @Override
        public double at(int source, int target) {
            return weight;
        }
    }
}
