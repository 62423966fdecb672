package org.mneme.lab.capacity;

/** What must be clean. */
public enum Measure {
    /** All P transitions of a cycle, each from its clean pattern: P_T. */
    TRANSITION,
    /** The run from ξ¹ for P−1 steps, in each of the sequences drawn side by side: P_S. */
    SEQUENCE
}
