package org.mneme.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
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

/** One graded recall step of the event-driven engine, beside plain reads of the pattern matrix. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class GradedRecallBenchmark {
    @Param("1024")
    private int features;

    @Param("100000")
    private int patterns;

    private Execution execution;
    private long[] words;
    private NativeRead peer;

    /**
     * Lowers and cues an exponential memory, and copies its patterns for the peers.
     *
     * @throws IOException if there is no C compiler
     * @throws InterruptedException if interrupted
     */
    @Setup(Level.Trial)
    public void prepare() throws IOException, InterruptedException {
        PatternSet set = PatternSet.random(patterns, features, 1, 0);
        SequenceMemory memory = SequenceMemory.of(set, Successors.cycle(patterns), new Interaction.Exponential(1.0));
        Lowered lowered = new GradedLowering().lower(memory, LoweringOptions.defaults());
        execution = Backends.named("simulator")
                .open(
                        lowered.graph(),
                        new ExecutionOptions(1, 1, Set.of(lowered.codec().featurePopulation())));
        execution.inject(lowered.codec().cue(set.row(0), 0));
        words = new long[patterns * set.plus().wordsPerRow()];
        for (int i = 0; i < words.length; i++) {
            words[i] =
                    set.plus().word(i / set.plus().wordsPerRow(), i % set.plus().wordsPerRow());
        }
        String source = System.getProperty("mneme.peer", "examples/benchmarks/peer/read.c");
        peer = new NativeRead(Path.of(source), words);
    }

    /** Frees the peer's memory. */
    @TearDown(Level.Trial)
    public void finish() {
        peer.close();
        execution.close();
    }

    /**
     * Two ticks: features to hidden units, hidden units to features.
     *
     * @return the tick reached
     */
    @Benchmark
    public long recallStep() {
        execution.advance(execution.tick() + 2, (tick, neuron, payload) -> {});
        return execution.tick();
    }

    /**
     * A plain read of the pattern matrix.
     *
     * @return the sum of its words
     */
    @Benchmark
    public long readJavaSum() {
        long sum = 0;
        for (long word : words) {
            sum += word;
        }
        return sum;
    }

    /**
     * A plain read of the pattern matrix with four accumulators.
     *
     * @return the exclusive or of its words
     */
    @Benchmark
    public long readJavaXor4() {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i + 3 < words.length; i += 4) {
            a ^= words[i];
            b ^= words[i + 1];
            c ^= words[i + 2];
            d ^= words[i + 3];
        }
        return a ^ b ^ c ^ d;
    }

    /**
     * A plain read of the pattern matrix in C.
     *
     * @return the sum of its words
     */
    @Benchmark
    public long readCSum() {
        return peer.sum();
    }

    /**
     * A plain read of the pattern matrix in C with eight accumulators.
     *
     * @return the exclusive or of its words
     */
    @Benchmark
    public long readCXor8() {
        return peer.xor8();
    }
}
