package org.mneme.nir.graph;

/**
 * Leaky integrate and fire: τ dv/dt = (v_leak − v) + R·x; fires where v > v_threshold, then v = v_reset.
 *
 * @param tau time constant, s
 * @param r resistance R
 * @param vLeak leak potential
 * @param vThreshold threshold; a neuron fires above it, not at it
 * @param vReset what v becomes when the neuron fires; 0 where the file, older than 1.0.6, says nothing
 * @param metadata of the node
 */
public record LIF(Tensor tau, Tensor r, Tensor vLeak, Tensor vThreshold, Tensor vReset, MetaValue.Group metadata)
        implements NirNode {}
