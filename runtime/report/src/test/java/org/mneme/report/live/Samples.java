package org.mneme.report.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mneme.bits.Ints;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.report.watch.WatchStep;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.Update;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.Sequencing;

/** Small memories to watch, and waiting for what they do. */
final class Samples {
    static final int PATTERNS = 12;
    static final int FEATURES = 64;
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private Samples() {}

    /** A memory of which every pattern is held for two steps. */
    static Experiment of(String lowering, Successors next, List<Motif> motifs, Noise noise) {
        PatternSet patterns = PatternSet.random(PATTERNS, FEATURES, 4, 0);
        Timing held = lowering.equals("spiking")
                ? new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 1, new Interaction.Exponential(1))
                : new Timing.OneStep();
        SequenceMemory memory = new SequenceMemory(
                patterns,
                next,
                lowering.equals("spiking") ? new Interaction.Exponential(1) : new Interaction.Polynomial(3),
                SelfCoupling.INCLUDED,
                Learning.HEBBIAN,
                held);
        EncodedPatterns encoded = EncodedPatterns.of(patterns);
        return new Experiment(
                "sample",
                motifs.isEmpty() ? encoded : encoded.with(new Sequencing(next, motifs)),
                memory,
                new Update.Synchronous(),
                lowering,
                LoweringOptions.defaults(),
                noise,
                motifs.stream().map(Motif::patterns).toList(),
                RunControls.NONE,
                Map.of());
    }

    static Experiment cycle() {
        return of("spiking", Successors.cycle(PATTERNS), List.of(), Noise.NONE);
    }

    static Experiment chain() {
        return of("spiking", Successors.chain(PATTERNS), List.of(), Noise.NONE);
    }

    /** A chain of which a pattern is answered by its own hidden unit or by nobody. */
    static Experiment threshold() {
        Experiment chain = of("graded", Successors.chain(PATTERNS), List.of(), Noise.NONE);
        SequenceMemory memory = new SequenceMemory(
                chain.memory().patterns(),
                chain.memory().successors(),
                new Interaction.Threshold(new BigDecimal("0.9")),
                SelfCoupling.INCLUDED,
                Learning.HEBBIAN,
                new Timing.OneStep());
        return new Experiment(
                "threshold",
                chain.encoded(),
                memory,
                chain.update(),
                "spiking",
                chain.options(),
                chain.noise(),
                List.of(),
                RunControls.NONE,
                Map.of());
    }

    static Experiment graded(Successors next) {
        return of("graded", next, List.of(), Noise.NONE);
    }

    /** Three cycles of four patterns each, with names. */
    static Experiment gaits() {
        return gaits(Noise.NONE);
    }

    static Experiment gaits(Noise noise) {
        List<Motif> motifs = new ArrayList<>();
        List<String> names = List.of("walk", "trot", "turn");
        for (int m = 0; m < names.size(); m++) {
            int first = 4 * m;
            motifs.add(new Motif(names.get(m), Ints.of(first, first + 1, first + 2, first + 3, first)));
        }
        Successors next = Successors.sequences(
                PATTERNS, motifs.stream().map(Motif::patterns).toList());
        return of("spiking", next, motifs, noise);
    }

    /** A chain of three bars, four patterns each. */
    static Experiment bars() {
        List<Motif> motifs = new ArrayList<>();
        for (int bar = 0; bar < 3; bar++) {
            motifs.add(new Motif("bar " + (bar + 1), Ints.of(4 * bar, 4 * bar + 1, 4 * bar + 2, 4 * bar + 3)));
        }
        return of("spiking", Successors.chain(PATTERNS), motifs, Noise.NONE);
    }

    /** Fast enough for a test, slow enough to be told something meanwhile. */
    static LiveOptions fast() {
        return LiveOptions.on("simulator").paced(4);
    }

    static LiveMemory memory(Experiment experiment, LiveOptions options) {
        return LiveMemory.of(experiment, options);
    }

    /** Starts a run. */
    static LiveRun started(LiveMemory memory) {
        LiveRun run = new LiveRun(memory, System::nanoTime);
        run.start();
        return run;
    }

    /** Waits, for as long as any machine may take. */
    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain: " + what);
            }
            Thread.sleep(2);
        }
    }

    /** Waits until the engine has executed so many further ticks. */
    static void ticks(LiveRun run, int count) throws InterruptedException {
        long tick = run.status().tick() + count;
        until("tick " + tick, () -> run.status().tick() >= tick);
    }

    /** All that a run has published; it must not have published more than is kept. */
    static List<Frame> frames(LiveRun run) {
        List<Frame> frames = new ArrayList<>();
        Feed.Part part = run.feed().read(0, Feed.SIZE);
        if (part.next() != part.frames().size()) {
            throw new AssertionError(
                    part.next() + " frames, of which only " + part.frames().size() + " are kept");
        }
        frames.addAll(part.frames());
        return frames;
    }

    static List<WatchStep> steps(LiveRun run) {
        return frames(run).stream().flatMap(frame -> frame.steps().stream()).toList();
    }

    /** The patterns seen, each counted once while it is held. */
    static List<Integer> visited(List<WatchStep> steps) {
        List<Integer> visited = new ArrayList<>();
        for (WatchStep step : steps) {
            if (visited.isEmpty() || step.begins() || visited.getLast() != step.winner()) {
                visited.add(step.winner());
            }
        }
        return visited;
    }
}
