package org.mneme.runtime.experiment;

/** Is told how far a run is. */
@FunctionalInterface
public interface Progress {
    /** Tells no one. */
    Progress NONE = (done, total) -> true;

    /**
     * Is told after each recall step, on the thread that runs.
     *
     * @param done recall steps done
     * @param total recall steps to do
     * @return false to end the run here; what is finished is kept
     */
    boolean step(int done, int total);
}
