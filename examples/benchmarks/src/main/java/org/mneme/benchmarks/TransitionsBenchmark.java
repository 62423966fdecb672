package org.mneme.benchmarks;

import java.util.concurrent.TimeUnit;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.recall.TransitionCheck;
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
import org.openjdk.jmh.annotations.Warmup;

/** The check of all P transitions of a polynomial memory, without an early stop; the memory's preparation is part of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class TransitionsBenchmark {
    @Param("100")
    private int features;

    @Param("7000")
    private int patterns;

    @Param("3")
    private int degree;

    @Param({"INCLUDED", "EXCLUDED"})
    private SelfCoupling selfCoupling;

    private SequenceMemory memory;

    /** Draws the patterns, as the peers do: fair bits, one cycle. */
    @Setup(Level.Trial)
    public void prepare() {
        memory = SequenceMemory.of(
                        PatternSet.random(patterns, features, 1, 0),
                        Successors.cycle(patterns),
                        new Interaction.Polynomial(degree))
                .with(selfCoupling);
    }

    /**
     * Slices the patterns, and sums the fields of all units at every pattern.
     *
     * @return how many of the transitions fail
     */
    @Benchmark
    public int allTransitions() {
        return TransitionCheck.of(memory).failing(0, patterns);
    }
}
