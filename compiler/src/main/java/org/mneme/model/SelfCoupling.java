package org.mneme.model;

/** Whether a feature unit hears itself through the hidden units. */
public enum SelfCoupling {
    /** The two-layer network: one hidden unit a pattern, unit i included in its own input. */
    INCLUDED,
    /** The paper's analysis: unit i sees m_{μ,i} = (h_μ − ξ_i^μ S_i)/(N−1). Reference recall only; it cannot be lowered. */
    EXCLUDED
}
