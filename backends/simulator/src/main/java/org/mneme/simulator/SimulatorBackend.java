package org.mneme.simulator;

import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.engine.Engine;

/** The event-driven engine: touches only neurons that are reached or not at rest, and skips idle stretches. */
public final class SimulatorBackend implements Backend {
    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String description() {
        return "event-driven simulator: exact, both number domains, every neuron model";
    }

    @Override
    public Execution open(SpikingGraph graph, ExecutionOptions options) {
        return new Engine(graph, options);
    }
}
