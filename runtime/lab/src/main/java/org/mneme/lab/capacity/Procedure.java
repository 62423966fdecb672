package org.mneme.lab.capacity;

/** How a trial looks for its capacity. */
public enum Procedure {
    /** The paper's: on a flipped bit redraw with P ← ⌊0.99 P⌋; the first P without a flip is the trial's value. */
    DESCENT,
    /**
     * The same grid of P and the same draws, but the stretch in which a clean draw is all but impossible is left by bisection on the
     * measured failure probability of a transition.
     */
    BISECTION
}
