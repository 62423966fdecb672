package org.mneme.benchmarks;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mneme.board.driver.EventBuffer;
import org.mneme.board.program.ProgramEmitter;
import org.mneme.board.run.BoardSession;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Round trips to a board on which nothing happens: what a tick costs before anything is computed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class BoardRoundTripBenchmark {
    @Param("emulator:")
    private String board;

    @Param({"100", "10000"})
    private int neurons;

    private BoardSession session;
    private EventBuffer events;

    /** Loads a network that is at rest. */
    @Setup(Level.Trial)
    public void load() {
        SpikingGraph graph = new GraphBuilder("idle", new NumberDomain.Fixed(32), 1e-3)
                .population("input", 8, new Source(1))
                .population("cells", neurons, new Lif(Membrane.integrator(Parameter.of(10), 0, 0)))
                .projection("all", "input", "cells", new Weights.Uniform(1), 1)
                .build();
        session = BoardSession.open(board);
        Mapping mapping = Mapper.map(
                new Workload(graph, Set.of("cells"), Map.of()),
                session.target(),
                MappingOptions.defaults().allowingIncomplete(true),
                MappingProgress.NONE);
        session.load(sink -> ProgramEmitter.create().emit(mapping, sink));
        session.start(1);
        events = new EventBuffer(4096);
    }

    /** Gives the board back. */
    @TearDown(Level.Trial)
    public void close() {
        session.close();
    }

    /**
     * A tick, and whether anything was heard.
     *
     * @return spikes; 0
     */
    @Benchmark
    public int stepAndReceive() {
        session.step(1);
        return session.receive(events);
    }

    /**
     * One call: whether anything was heard.
     *
     * @return spikes; 0
     */
    @Benchmark
    public int receive() {
        return session.receive(events);
    }
}
