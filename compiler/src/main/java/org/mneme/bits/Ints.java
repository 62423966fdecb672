package org.mneme.bits;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable vector of ints. */
public final class Ints {
    private final int[] values;

    private Ints(int[] values) {
        this.values = values;
    }

    /**
     * Returns the vector of the given values.
     *
     * @param values copied
     * @return the vector
     */
    public static Ints of(int... values) {
        return new Ints(values.clone());
    }

    /**
     * Returns the vector (0, 1, …, length−1).
     *
     * @param length number of entries, ≥ 0
     * @return the vector
     */
    public static Ints range(int length) {
        return new Ints(IntStream.range(0, length).toArray());
    }

    /**
     * Returns the number of entries.
     *
     * @return ≥ 0
     */
    public int length() {
        return values.length;
    }

    /**
     * Returns entry i.
     *
     * @param i 0…length−1
     * @return the entry
     */
    public int at(int i) {
        return values[i];
    }

    /**
     * Returns entry i, or the only entry of a vector of length 1, whatever i: a value shared by all.
     *
     * @param i 0…length−1, or anything where the length is 1
     * @return the entry
     */
    public int shared(int i) {
        return values[values.length == 1 ? 0 : i];
    }

    /**
     * Returns the largest entry.
     *
     * @return the maximum
     * @throws java.util.NoSuchElementException if the vector is empty
     */
    public int max() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * Returns the smallest entry.
     *
     * @return the minimum
     * @throws java.util.NoSuchElementException if the vector is empty
     */
    public int min() {
        return Arrays.stream(values).min().orElseThrow();
    }

    /**
     * Returns a copy as an array.
     *
     * @return a new array
     */
    public int[] toArray() {
        return values.clone();
    }

    /**
     * Returns the entries as a stream.
     *
     * @return a sequential stream
     */
    public IntStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
