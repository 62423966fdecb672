package org.mneme.bits;

import java.util.Arrays;
import java.util.function.LongToIntFunction;

/**
 * An immutable function from integers to 32-bit integers, given by its values on min…max and clamped to its ends outside.
 *
 * <p>The table is the truth: no executor recomputes the function it was made from.
 */
public final class IntTable {
    private final long min;
    private final int[] values;

    private IntTable(long min, int[] values) {
        this.min = min;
        this.values = values;
    }

    /**
     * Tabulates a function.
     *
     * @param min the first argument
     * @param max the last argument, ≥ min
     * @param function evaluated once for each argument
     * @return the table
     */
    public static IntTable tabulate(long min, long max, LongToIntFunction function) {
        int[] values = new int[Math.toIntExact(max - min + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsInt(min + i);
        }
        return new IntTable(min, values);
    }

    /**
     * Returns the table of the given values.
     *
     * @param min the argument of the first value
     * @param values at least one; copied
     * @return the table
     */
    public static IntTable of(long min, int... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a table needs at least one value");
        }
        return new IntTable(min, values.clone());
    }

    /**
     * Returns the value at x, clamped to the ends of the table.
     *
     * @param x any argument
     * @return the value
     */
    public int at(long x) {
        return values[(int) (Math.clamp(x, min, max()) - min)];
    }

    /**
     * Returns the value at x, read as an unsigned 32-bit number.
     *
     * @param x any argument
     * @return 0…2³²−1
     */
    public long unsignedAt(long x) {
        return Integer.toUnsignedLong(at(x));
    }

    /**
     * Returns the first argument.
     *
     * @return min
     */
    public long min() {
        return min;
    }

    /**
     * Returns the last argument.
     *
     * @return max
     */
    public long max() {
        return min + values.length - 1;
    }

    /**
     * Returns the largest absolute value of the table, its entries read as signed.
     *
     * @return ≥ 0
     */
    public long maxMagnitude() {
        return Arrays.stream(values).mapToLong(v -> Math.abs((long) v)).max().orElseThrow();
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array, values of min…max
     */
    public int[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntTable that && min == that.min && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(min) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "IntTable[" + min + "…" + max() + "]";
    }
}
