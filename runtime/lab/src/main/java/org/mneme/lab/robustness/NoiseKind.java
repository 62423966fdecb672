package org.mneme.lab.robustness;

/** What noise does to a spike. By the rules it strikes those of features, by spikes those that {@link org.mneme.runtime.backend.Noise} says. */
public enum NoiseKind {
    /** Its sign is turned. */
    FLIP,
    /** It is lost: the hidden units see 0. */
    DROP,
    /** It is late; by spikes only, since the rules have no ticks. */
    JITTER
}
