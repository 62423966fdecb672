package org.mneme.nir.graph;

/**
 * y(t) = x(t − delay).
 *
 * @param delay one a neuron, s, of the shape of x
 * @param metadata of the node
 */
public record Delay(Tensor delay, MetaValue.Group metadata) implements NirNode {}
