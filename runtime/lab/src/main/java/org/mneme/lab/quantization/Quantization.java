package org.mneme.lab.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.lab.Sweep;
import org.mneme.lab.trials.Workers;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.experiment.NoisyCue;
import org.mneme.runtime.score.Trajectory;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

/** Measures recall on noisy cues before and after the weights were rounded: the compiler itself never runs a network. */
public final class Quantization {
    private final SequenceMemory memory;
    private final Lowered before;
    private final Lowered after;
    private final Backend backend;
    private final QualityPlan plan;
    private final Sweep.SweepProgress progress;
    private final int[] cueable;
    private final Workers workers = new Workers();

    private Quantization(
            SequenceMemory memory,
            Lowered before,
            Lowered after,
            Backend backend,
            QualityPlan plan,
            Sweep.SweepProgress progress) {
        this.memory = memory;
        this.before = before;
        this.after = after;
        this.backend = backend;
        this.plan = plan;
        this.progress = progress;
        this.cueable = IntStream.range(0, memory.count())
                .filter(mu -> memory.successors().of(mu) != Successors.NONE)
                .toArray();
    }

    /**
     * Compares the two graphs of a compilation.
     *
     * @param memory that was compiled
     * @param compilation for a described target
     * @param backend that executes both
     * @param plan the cues
     * @param threads trials at a time, ≥ 1
     * @param progress told after each cue; an interrupt of the calling thread ends the trials too
     * @return empty where no weight was rounded
     */
    public static Optional<RecallQuality> measure(
            SequenceMemory memory,
            Compilation compilation,
            Backend backend,
            QualityPlan plan,
            int threads,
            Sweep.SweepProgress progress) {
        return compilation
                .fitting()
                .flatMap(Compilation.Fitting::unrounded)
                .map(unrounded -> measure(memory, unrounded, compilation.lowered(), backend, plan, threads, progress));
    }

    /**
     * Compares two graphs of a memory: the same cues, the same seeds.
     *
     * @param memory what is stored, with a pattern that has a successor
     * @param before one graph
     * @param after the other
     * @param backend that executes both
     * @param plan the cues
     * @param threads trials at a time, ≥ 1
     * @param progress told after each cue; an interrupt of the calling thread ends the trials too
     * @return what was found; only the noises that were finished
     */
    public static RecallQuality measure(
            SequenceMemory memory,
            Lowered before,
            Lowered after,
            Backend backend,
            QualityPlan plan,
            int threads,
            Sweep.SweepProgress progress) {
        return new Quantization(memory, before, after, backend, plan, progress).run(threads);
    }

    private RecallQuality run(int threads) {
        int noises = cueable.length == 0 ? 0 : plan.cueNoises().size();
        int total = noises * plan.cues();
        AtomicIntegerArray done = new AtomicIntegerArray(Math.max(1, noises));
        AtomicIntegerArray right = new AtomicIntegerArray(Math.max(1, 2 * noises));
        workers.run(total, Math.clamp(total, 1, threads), trial -> {
            int noise = trial / plan.cues();
            right.addAndGet(2 * noise, isRight(before, trial) ? 1 : 0);
            right.addAndGet(2 * noise + 1, isRight(after, trial) ? 1 : 0);
            tell(done, noise, total);
        });
        List<QualityPoint> points = new ArrayList<>();
        for (int k = 0; k < noises; k++) {
            if (done.get(k) == plan.cues()) {
                points.add(
                        new QualityPoint(plan.cueNoises().get(k), plan.cues(), right.get(2 * k), right.get(2 * k + 1)));
            }
        }
        return new RecallQuality(plan, points);
    }

    private synchronized void tell(AtomicIntegerArray done, int noise, int total) {
        done.incrementAndGet(noise);
        int all = 0;
        for (int k = 0; k < done.length(); k++) {
            all += done.get(k);
        }
        if (!progress.trial(all, total)) {
            workers.stop();
        }
    }

    /** Whether the last state is the pattern that should be there, bit for bit. */
    private boolean isRight(Lowered lowered, int trial) {
        SplittableRandom random = new SplittableRandom(plan.seed() + trial);
        int cued = cueable[random.nextInt(cueable.length)];
        double noise = plan.cueNoises().get(trial / plan.cues());
        NoisyCue cue = NoisyCue.of(memory.patterns().row(cued), noise, random.nextLong());
        Trajectory trajectory = new Trajectory(memory, cued);
        int steps = trajectory.ends() ? Math.min(plan.steps(), trajectory.steps()) : plan.steps();
        Trajectory.Walk walk = trajectory.walk();
        int expected = walk.next();
        for (int t = 0; t < steps; t++) {
            expected = walk.next();
        }
        try (Session session = Session.open(lowered, backend, SessionOptions.seeded(plan.seed()))) {
            session.cue(cue.state());
            List<RecallStep> recalled = session.recall(steps);
            Signs pattern = memory.patterns().row(expected);
            return recalled.size() == steps && recalled.getLast().state().equals(pattern);
        }
    }
}
