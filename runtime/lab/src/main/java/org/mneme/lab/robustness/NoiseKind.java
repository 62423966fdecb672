package org.mneme.lab.robustness;

/** What noise does to a spike. */
public enum NoiseKind {
    /** Its sign is turned. */
    FLIP,
    /** It is lost: the hidden units see 0. */
    DROP
}
