package org.mneme.nir.graph;

/**
 * y = W·x + b.
 *
 * @param weight W, of shape (…, outputs, inputs)
 * @param bias b, of shape (…, outputs)
 * @param metadata of the node
 */
public record Affine(Tensor weight, Tensor bias, MetaValue.Group metadata) implements NirNode {}
