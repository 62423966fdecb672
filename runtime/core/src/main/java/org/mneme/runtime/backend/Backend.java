package org.mneme.runtime.backend;

import org.mneme.ir.SpikingGraph;

/** Something that executes spiking graphs; found by {@link java.util.ServiceLoader}. */
public interface Backend {
    /**
     * Returns the name a user picks it by.
     *
     * @return for example "simulator"
     */
    String name();

    /**
     * Says in one sentence what it is, emulated or hardware included.
     *
     * @return a sentence
     */
    String description();

    /**
     * Prepares a graph for execution at tick 0.
     *
     * @param graph a graph without mistakes
     * @param options seed, threads, recorded populations
     * @return the execution, to be closed
     * @throws org.mneme.MnemeException if this backend cannot execute the graph
     */
    Execution open(SpikingGraph graph, ExecutionOptions options);
}
