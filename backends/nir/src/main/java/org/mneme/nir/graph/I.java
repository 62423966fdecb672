package org.mneme.nir.graph;

/**
 * Integrator: dv/dt = R·x.
 *
 * @param r resistance R
 * @param metadata of the node
 */
public record I(Tensor r, MetaValue.Group metadata) implements NirNode {}
