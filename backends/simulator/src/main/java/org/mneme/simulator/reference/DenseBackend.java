package org.mneme.simulator.reference;

import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** The dense reference stepper as a backend: for tests, where it judges other backends, and for small graphs. */
public final class DenseBackend implements Backend {
    @Override
    public String name() {
        return "dense";
    }

    @Override
    public String description() {
        return "The dense reference stepper: every neuron at every tick, in one thread, slow on purpose.";
    }

    @Override
    public Execution open(SpikingGraph graph, ExecutionOptions options) {
        return new DenseExecution(graph, options);
    }
}
