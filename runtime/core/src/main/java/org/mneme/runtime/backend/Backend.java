package org.mneme.runtime.backend;

import java.util.Optional;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Target;

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
     * Returns this backend at a place, such as a board.
     *
     * @param location where, such as a board's URI
     * @return a backend that executes there; its name ends in ":" and the location
     * @throws BackendLocationException if it is nowhere in particular
     */
    default Backend at(String location) {
        throw new BackendLocationException(name(), "runs in this process, not at '" + location + "'; leave that out");
    }

    /**
     * Returns what a graph has to be made for.
     *
     * @return the target; empty where any graph can be executed
     * @throws org.mneme.MnemeException if it cannot be asked
     */
    default Optional<Target> target() {
        return Optional.empty();
    }

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
