package org.mneme.nir.graph;

/**
 * y = W·x.
 *
 * @param weight W, of shape (…, outputs, inputs)
 * @param metadata of the node
 */
public record Linear(Tensor weight, MetaValue.Group metadata) implements NirNode {}
