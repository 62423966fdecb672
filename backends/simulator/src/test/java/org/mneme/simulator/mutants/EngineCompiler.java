package org.mneme.simulator.mutants;

import org.jspecify.annotations.NullMarked;
import org.mneme.ir.SpikingGraph;
import org.mneme.mutants.CompiledClasses;
import org.mneme.runtime.backend.Backend;

/** Compiles the engine in memory and loads it beside the real one. */
final class EngineCompiler {
    private static final String BACKEND = "org.mneme.simulator.SimulatorBackend";

    private EngineCompiler() {}

    /**
     * Compiles sources and creates their backend.
     *
     * @param sources the engine's, mutated or not
     * @return the backend
     * @throws AssertionError if they do not compile
     */
    static Backend backend(EngineSources sources) {
        return (Backend) CompiledClasses.of(sources.texts(), Backend.class, SpikingGraph.class, NullMarked.class)
                .create(BACKEND, EngineCompiler.class.getClassLoader(), _ -> false);
    }
}
