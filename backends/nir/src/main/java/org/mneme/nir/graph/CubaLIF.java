package org.mneme.nir.graph;

/**
 * Leaky integrate and fire on a current: τ_syn dI/dt = −I + w_in·x; τ_mem dv/dt = (v_leak − v) + R·I; fires where v >
 * v_threshold, then v = v_reset.
 *
 * @param tauSyn time constant of the current, s
 * @param tauMem time constant of the potential, s
 * @param r resistance R
 * @param vLeak leak potential
 * @param vThreshold threshold; a neuron fires above it, not at it
 * @param vReset what v becomes when the neuron fires; 0 where the file, older than 1.0.6, says nothing
 * @param wIn weight of the input; 1 where the file says nothing
 * @param metadata of the node
 */
public record CubaLIF(
        Tensor tauSyn,
        Tensor tauMem,
        Tensor r,
        Tensor vLeak,
        Tensor vThreshold,
        Tensor vReset,
        Tensor wIn,
        MetaValue.Group metadata)
        implements NirNode {}
