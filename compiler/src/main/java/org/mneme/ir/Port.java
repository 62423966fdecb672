package org.mneme.ir;

/**
 * An input of a neuron model. Each model lists its ports ({@link NeuronModel#ports}); most have one.
 *
 * @param name unique within the model
 */
public record Port(String name) {
    /** The input whose sum is a. */
    public static final Port INPUT = new Port("input");
}
