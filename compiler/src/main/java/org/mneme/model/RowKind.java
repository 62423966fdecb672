package org.mneme.model;

/** Which signed row the pattern μ adds to the fields, ξ^{row(μ)} being its target. */
enum RowKind {
    /** ξ_i^{row(μ)}. */
    TARGET,
    /** ξ_i^{row(μ)} ξ_i^μ S_i. */
    PRODUCT,
    /** ξ_i^{row(μ)} where ξ_i^μ S_i = 1. */
    AGREEING,
    /** ξ_i^{row(μ)} where ξ_i^μ S_i = −1. */
    DIFFERING,
    /** ξ_i^{row(μ)} where ξ_i^μ S_i = 0. */
    UNSEEN
}
