package org.mneme.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Codec;
import org.mneme.lower.Decoder;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.SpikeSink;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Recall steps of the winner-take-all circuit with an inhibitor, all spikes of all populations recorded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init")
public class SpikingRecallBenchmark {
    private static final int STEPS = 100;

    @Param({"100", "1024"})
    private int features;

    @Param({"1000", "10000"})
    private int patterns;

    private SpikingRecall recall;
    private Execution execution;
    private Recorded recorded;
    private Signs noisy;

    /** Keeps the spikes of one invocation. */
    private static final class Recorded implements SpikeSink {
        private long[] ticks = new long[1 << 16];
        private int[] neurons = new int[1 << 16];
        private int count;

        @Override
        public void spike(long tick, int neuron, double payload) {
            if (count == ticks.length) {
                ticks = Arrays.copyOf(ticks, 2 * count);
                neurons = Arrays.copyOf(neurons, 2 * count);
            }
            ticks[count] = tick;
            neurons[count++] = neuron;
        }
    }

    /** Lowers the memory and starts a clean recall. */
    @Setup(Level.Trial)
    public void prepare() {
        recall = SpikingRecall.of(features, patterns);
        noisy = recall.cue().flip(IntStream.range(0, 3 * features / 10).toArray());
        recorded = new Recorded();
        execution = open();
        execution.inject(recall.lowered().codec().cue(recall.cue(), 0));
        execution.advance(recall.firstVolley(), recorded);
    }

    private Execution open() {
        return Backends.named("simulator")
                .open(
                        recall.lowered().graph(),
                        new ExecutionOptions(
                                1,
                                1,
                                recall.lowered().graph().populations().stream()
                                        .map(Population::name)
                                        .collect(Collectors.toSet())));
    }

    /** Ends the recall. */
    @TearDown(Level.Trial)
    public void finish() {
        execution.close();
    }

    /**
     * A clean recall step.
     *
     * @return spikes recorded
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int cleanStep() {
        recorded.count = 0;
        execution.advance(
                execution.tick() + (long) STEPS * recall.lowered().codec().ticksPerStep(), recorded);
        if (recorded.count < STEPS * features) {
            throw new IllegalStateException(recorded.count + " spikes: the recall has ended");
        }
        return recorded.count;
    }

    /**
     * From a cue with 30 % flipped bits to the pattern that follows it, the clearing of what ran before included.
     *
     * @return the steps decoded
     */
    @Benchmark
    public List<RecallStep> noisyStep() {
        recorded.count = 0;
        Codec codec = recall.lowered().codec();
        long start = codec.alignCue(execution.tick(), execution.tick());
        execution.inject(codec.cue(noisy, start));
        Decoder decoder = codec.decoder(start);
        SpikingGraph graph = recall.lowered().graph();
        int rails = graph.populations().indexOf(graph.population(codec.featurePopulation()));
        int[] first = graph.firstIds();
        int read = 0;
        List<RecallStep> steps = List.of();
        while (steps.size() < 2) {
            execution.advance(execution.tick() + 1, recorded);
            for (; read < recorded.count; read++) {
                int neuron = recorded.neurons[read];
                if (neuron >= first[rails] && neuron < first[rails + 1]) {
                    decoder.feature(recorded.ticks[read], neuron - first[rails], 1);
                }
            }
            steps = join(steps, decoder.drain(execution.tick()));
        }
        if (steps.get(1).state().equals(steps.get(0).state())) {
            throw new IllegalStateException("the cue was not answered");
        }
        return steps;
    }

    private static List<RecallStep> join(List<RecallStep> some, List<RecallStep> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
