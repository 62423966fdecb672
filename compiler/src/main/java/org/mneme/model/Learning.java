package org.mneme.model;

/** How the feature → hidden weights Φ come from the patterns. */
public enum Learning {
    /** Φ_{μi} = ξ_i^μ. */
    HEBBIAN,
    /** The generalized pseudoinverse, for correlated patterns: Φ = P×N real matrix with Φ S = O⁺ m. */
    PSEUDOINVERSE
}
