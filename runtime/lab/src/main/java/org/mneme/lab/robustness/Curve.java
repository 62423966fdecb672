package org.mneme.lab.robustness;

/** What recall is measured against. */
public enum Curve {
    /** The fraction of the cue's bits that are flipped: exactly round(F·N) distinct ones. */
    BASIN,
    /** P / P_S, the patterns stored over the paper's sequence capacity; N stays, P varies. */
    LOAD,
    /** The probability that a feature's spike is changed before the hidden units see it, at every recall step. */
    NOISE
}
