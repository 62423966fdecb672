package org.mneme.nir.graph;

/**
 * Integrate and fire: dv/dt = R·x; fires where v > v_threshold, then v = v_reset.
 *
 * @param r resistance R
 * @param vThreshold threshold; a neuron fires above it, not at it
 * @param vReset what v becomes when the neuron fires; 0 where the file, older than 1.0.6, says nothing
 * @param metadata of the node
 */
public record IF(Tensor r, Tensor vThreshold, Tensor vReset, MetaValue.Group metadata) implements NirNode {}
