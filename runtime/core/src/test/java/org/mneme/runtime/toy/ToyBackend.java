package org.mneme.runtime.toy;

import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** Executes fixed-domain graphs of sources and graded neurons, densely. */
public final class ToyBackend implements Backend {
    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String description() {
        return "a dense stepper for tests";
    }

    @Override
    public Execution open(SpikingGraph graph, ExecutionOptions options) {
        return new ToyExecution(graph, options);
    }
}
