package org.mneme.ir;

/**
 * Neurons of one model.
 *
 * @param name unique in the graph
 * @param size n ≥ 1
 * @param model what they do, with parameters shared or one a neuron
 */
public record Population(String name, int size, NeuronModel model) {}
