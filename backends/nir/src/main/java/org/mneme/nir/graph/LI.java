package org.mneme.nir.graph;

/**
 * Leaky integrator: τ dv/dt = (v_leak − v) + R·x.
 *
 * @param tau time constant, s
 * @param r resistance R
 * @param vLeak leak potential
 * @param metadata of the node
 */
public record LI(Tensor tau, Tensor r, Tensor vLeak, MetaValue.Group metadata) implements NirNode {}
