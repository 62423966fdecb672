package org.mneme.nir.graph;

/**
 * z = 1 where x > threshold, else 0.
 *
 * @param threshold one a neuron, of the shape of x
 * @param metadata of the node
 */
public record Threshold(Tensor threshold, MetaValue.Group metadata) implements NirNode {}
