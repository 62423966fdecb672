package org.mneme.nir.graph;

/**
 * Leaky integrator of a current: τ_syn dI/dt = −I + w_in·x; τ_mem dv/dt = (v_leak − v) + R·I.
 *
 * @param tauSyn time constant of the current, s
 * @param tauMem time constant of the potential, s
 * @param r resistance R
 * @param vLeak leak potential
 * @param wIn weight of the input; 1 where the file says nothing
 * @param metadata of the node
 */
public record CubaLI(Tensor tauSyn, Tensor tauMem, Tensor r, Tensor vLeak, Tensor wIn, MetaValue.Group metadata)
        implements NirNode {}
