package org.mneme.ir;

import java.util.Arrays;

/**
 * A number shared by all neurons of a population, or one a neuron.
 *
 * <p>In the fixed domain the values are integers (exact up to 2⁵³); the validator holds them to it.
 */
public final class Parameter {
    private final double[] values;

    private Parameter(double[] values) {
        this.values = values;
    }

    /**
     * Returns a parameter shared by all neurons.
     *
     * @param value the value
     * @return the parameter
     */
    public static Parameter of(double value) {
        return new Parameter(new double[] {value});
    }

    /**
     * Returns a parameter with one value a neuron.
     *
     * @param values in neuron order; copied; at least one
     * @return the parameter
     */
    public static Parameter perNeuron(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a parameter needs at least one value");
        }
        return new Parameter(values.clone());
    }

    /**
     * Returns the value for a neuron.
     *
     * @param neuron 0…n−1
     * @return its value, or the shared one
     */
    public double at(int neuron) {
        return values[values.length == 1 ? 0 : neuron];
    }

    /**
     * Returns the value for a neuron in the fixed domain.
     *
     * @param neuron 0…n−1
     * @return its value as an integer; −∞ becomes {@link Long#MIN_VALUE}
     */
    public long longAt(int neuron) {
        return (long) at(neuron);
    }

    /**
     * Returns how many values there are: 1 where shared, else the size of the population.
     *
     * @return ≥ 1
     */
    public int length() {
        return values.length;
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array of {@link #length} values
     */
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length == 1 ? String.valueOf(values[0]) : Arrays.toString(values);
    }
}
