package org.mneme.nir.graph;

/**
 * y = s ⊙ x, element by element.
 *
 * @param scale s, of the shape of x
 * @param metadata of the node
 */
public record Scale(Tensor scale, MetaValue.Group metadata) implements NirNode {}
