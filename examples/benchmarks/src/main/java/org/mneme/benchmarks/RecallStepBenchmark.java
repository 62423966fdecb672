package org.mneme.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/** One step of the reference recall, from a pattern with flipped bits, beside plain reads of the pattern matrix. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class RecallStepBenchmark {
    private static final int CUES = 16;

    @Param("1024")
    private int features;

    @Param("100000")
    private int patterns;

    @Param("1")
    private int threads;

    private PatternSet set;
    private Signs[] cues;
    private int next;
    private ReferenceRecall recall;
    private long[] words;
    private NativeRead peer;

    /**
     * Draws patterns and cues, and prepares the recall of the benchmark that is run.
     *
     * @param run names the benchmark
     * @throws IOException if there is no C compiler
     * @throws InterruptedException if interrupted
     */
    @Setup(Level.Trial)
    public void prepare(BenchmarkParams run) throws IOException, InterruptedException {
        set = PatternSet.random(patterns, features, 1, 0);
        SplittableRandom random = new SplittableRandom(2);
        cues = new Signs[CUES];
        for (int k = 0; k < CUES; k++) {
            int[] flipped =
                    random.ints(0, features).distinct().limit(features / 20).toArray();
            cues[k] = set.row(random.nextInt(patterns)).flip(flipped);
        }
        Interaction f =
                run.getBenchmark().contains("Cube") ? new Interaction.Polynomial(3) : new Interaction.Exponential(1.0);
        SelfCoupling selfCoupling =
                run.getBenchmark().endsWith("Excluded") ? SelfCoupling.EXCLUDED : SelfCoupling.INCLUDED;
        recall = ReferenceRecall.exact(
                SequenceMemory.of(set, Successors.cycle(patterns), f).with(selfCoupling), threads);
        words = new long[patterns * set.plus().wordsPerRow()];
        for (int i = 0; i < words.length; i++) {
            words[i] =
                    set.plus().word(i / set.plus().wordsPerRow(), i % set.plus().wordsPerRow());
        }
        peer = new NativeRead(Path.of(System.getProperty("mneme.peer", "examples/benchmarks/peer/read.c")), words);
    }

    /** Frees the peer's memory. */
    @TearDown(Level.Trial)
    public void finish() {
        peer.close();
    }

    private Signs step() {
        recall.cue(cues[next++ % CUES]);
        recall.step();
        return recall.state();
    }

    /**
     * A step with f(x) = e^{N(x−1)}.
     *
     * @return the state
     */
    @Benchmark
    public Signs stepExponential() {
        return step();
    }

    /**
     * The same, self-coupling excluded.
     *
     * @return the state
     */
    @Benchmark
    public Signs stepExponentialExcluded() {
        return step();
    }

    /**
     * A step with f(x) = x³.
     *
     * @return the state
     */
    @Benchmark
    public Signs stepCube() {
        return step();
    }

    /**
     * The same, self-coupling excluded.
     *
     * @return the state
     */
    @Benchmark
    public Signs stepCubeExcluded() {
        return step();
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
