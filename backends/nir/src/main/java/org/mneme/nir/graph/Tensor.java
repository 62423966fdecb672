package org.mneme.nir.graph;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.mneme.bits.Ints;

/** Numbers in an immutable array of any rank, the last index fastest; rank 0 is one number. */
public final class Tensor {
    private final Ints shape;
    private final double[] values;

    private Tensor(Ints shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Returns a tensor of given numbers.
     *
     * @param shape its dimensions, each ≥ 0; empty for rank 0
     * @param values as many as the shape holds, the last index fastest; copied
     * @return the tensor
     * @throws IllegalArgumentException if the shape holds another count
     */
    public static Tensor of(Ints shape, double... values) {
        if (values.length != size(shape)) {
            throw new IllegalArgumentException(values.length + " values do not fill the shape " + shape);
        }
        return new Tensor(shape, values.clone());
    }

    /**
     * Returns a tensor of numbers computed from their place.
     *
     * @param shape its dimensions, each ≥ 0
     * @param value the number at a place, the last index fastest
     * @return the tensor
     */
    public static Tensor generate(Ints shape, IntToDoubleFunction value) {
        double[] values = new double[size(shape)];
        Arrays.setAll(values, value);
        return new Tensor(shape, values);
    }

    /**
     * Returns a tensor of rank 0.
     *
     * @param value its number
     * @return the tensor
     */
    public static Tensor scalar(double value) {
        return new Tensor(Ints.of(), new double[] {value});
    }

    /**
     * Returns a tensor of rank 1.
     *
     * @param values its numbers; copied
     * @return the tensor
     */
    public static Tensor vector(double... values) {
        return new Tensor(Ints.of(values.length), values.clone());
    }

    /**
     * Returns a tensor of one number everywhere.
     *
     * @param shape its dimensions, each ≥ 0
     * @param value the number
     * @return the tensor
     */
    public static Tensor filled(Ints shape, double value) {
        return generate(shape, i -> value);
    }

    /**
     * Returns how many numbers a shape holds.
     *
     * @param shape dimensions, each ≥ 0
     * @return their product, 1 for none
     * @throws IllegalArgumentException if a dimension is negative
     * @throws ArithmeticException if it exceeds 2³¹ − 1
     */
    public static int size(Ints shape) {
        int size = 1;
        for (int i = 0; i < shape.length(); i++) {
            if (shape.at(i) < 0) {
                throw new IllegalArgumentException("the shape " + shape + " has a negative dimension");
            }
            size = Math.multiplyExact(size, shape.at(i));
        }
        return size;
    }

    /**
     * Returns the dimensions.
     *
     * @return empty for rank 0
     */
    public Ints shape() {
        return shape;
    }

    /**
     * Returns the number of dimensions.
     *
     * @return ≥ 0
     */
    public int rank() {
        return shape.length();
    }

    /**
     * Returns the number of numbers.
     *
     * @return ≥ 0
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns a number.
     *
     * @param index its place, the last index fastest
     * @return the number
     */
    public double at(int index) {
        return values[index];
    }

    /**
     * Returns the numbers.
     *
     * @return a new array, the last index fastest
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the same numbers in another shape.
     *
     * @param other a shape of the same size
     * @return the tensor
     */
    public Tensor reshaped(Ints other) {
        if (values.length != size(other)) {
            throw new IllegalArgumentException("the shape " + shape + " does not fill the shape " + other);
        }
        return new Tensor(other, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length <= 8 ? shape + Arrays.toString(values) : "tensor of shape " + shape;
    }
}
