package org.mneme.ir;

import java.util.List;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;

/** The payload φ(x) of a {@link Graded} neuron. */
public sealed interface Phi {
    /** The sign of x; 0 repeats the last sign sent, and before the first it is 0. Both domains. */
    record Sign() implements Phi {}

    /** x itself. Both domains. */
    record Identity() implements Phi {}

    /**
     * A table over integer x, clamped to its ends. Fixed domain only.
     *
     * @param tables at least one
     * @param choice which table a neuron uses: one index for all, or one a neuron
     */
    record Table(List<IntTable> tables, Ints choice) implements Phi {
        /** Copies the list. */
        public Table {
            tables = List.copyOf(tables);
        }

        /**
         * Returns the same table for all neurons.
         *
         * @param table the table
         * @return φ
         */
        public static Table of(IntTable table) {
            return new Table(List.of(table), Ints.of(0));
        }

        /**
         * Returns a neuron's table.
         *
         * @param neuron 0…n−1
         * @return its table
         */
        public IntTable tableOf(int neuron) {
            return tables.get(choice.shared(neuron));
        }
    }

    /**
     * gain · y^d with y = x/scale; the power is y·y·…·y, multiplied from the left. Real domain only.
     *
     * @param gain factor
     * @param scale divisor of x, ≠ 0
     * @param degree d ≥ 1
     */
    record Power(Parameter gain, Parameter scale, int degree) implements Phi {}

    /**
     * gain · exp(κ · (x/scale − center)), by {@link StrictMath#exp}. Real domain only.
     *
     * @param gain factor
     * @param scale divisor of x, ≠ 0
     * @param kappa κ
     * @param center subtracted from x/scale
     */
    record Exponential(Parameter gain, Parameter scale, double kappa, double center) implements Phi {}

    /**
     * gain where x ≥ at, else 0. Real domain only.
     *
     * @param gain the payload
     * @param at the least x that gives it
     */
    record Step(Parameter gain, Parameter at) implements Phi {}
}
