package org.mneme.runtime.experiment;

/** In which order the units of a recall step are updated. */
public sealed interface Update {
    /** All at once. */
    record Synchronous() implements Update {}

    /**
     * One after the other, in a random order drawn anew for each step; the reference recall only.
     *
     * @param seed of the orders
     */
    record Asynchronous(long seed) implements Update {}
}
