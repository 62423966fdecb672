package org.mneme.lab.robustness;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mneme.bits.Signs;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.NoisyCue;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.score.RecallScorer;
import org.mneme.runtime.score.Trajectory;
import org.mneme.runtime.session.RecallEnd;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

/** One recall by spikes. */
final class SpikingTrial {
    private final Experiment experiment;
    private final RobustnessPlan plan;
    private final long seed;
    private final BooleanSupplier stopped;
    private final Trajectory trajectory;
    private final int steps;

    SpikingTrial(Experiment experiment, RobustnessPlan plan, long seed, BooleanSupplier stopped) {
        ExperimentRun.requireRunnable(experiment, RunOptions.on(plan.backend()));
        this.experiment = experiment;
        this.plan = plan;
        this.seed = seed;
        this.stopped = stopped;
        this.trajectory = new Trajectory(experiment.memory(), plan.cue());
        this.steps = plan.recallSteps(trajectory);
    }

    /** Recalls from a cue of which a fraction is flipped, under noise; empty where it was stopped. */
    Optional<RecallOutcome> recall(double flipped, Noise noise) {
        Lowered lowered = lowered();
        NoisyCue cue = NoisyCue.of(experiment.memory().patterns().row(plan.cue()), flipped, seed);
        Heard heard = new Heard(cue.flipped() == 0);
        SessionOptions options = SessionOptions.seeded(seed).withNoise(noise).listening(heard);
        try (Session session = Session.open(lowered, Backends.named(plan.backend()), options)) {
            session.cue(cue.state());
            boolean goesOn = true;
            while (goesOn && heard.done() < steps && !session.recall(1).isEmpty()) {
                goesOn = !stopped.getAsBoolean();
            }
            if (heard.done() < steps && (!goesOn || session.recallEnd() == RecallEnd.INTERRUPTED)) {
                return Optional.empty();
            }
        }
        return Optional.of(heard.outcome());
    }

    /** The graph; also where the memory does not promise to bear the noise of the cue, which is what is measured. */
    Lowered lowered() {
        return ExperimentRun.lower(experiment, RunOptions.on(plan.backend()));
    }

    /** Takes S(0)…S(K); a step that never comes is one of which nothing is known. */
    private final class Heard implements SessionListener {
        private final RecallScorer scorer;
        private int next;
        private long firstTick;
        private long lastTick;

        Heard(boolean cleanCue) {
            this.scorer = new RecallScorer(experiment.memory(), trajectory, steps, cleanCue);
        }

        @Override
        public void step(RecallStep step) {
            if (next <= steps) {
                scorer.accept(step.state(), step.silent());
                firstTick = next == 0 ? step.tick() : firstTick;
                lastTick = step.tick();
                next++;
            }
        }

        int done() {
            return Math.max(0, next - 1);
        }

        RecallOutcome outcome() {
            double ticks = done() == 0 ? 0 : (double) (lastTick - firstTick) / done();
            for (; next <= steps; next++) {
                scorer.accept(Signs.zeros(experiment.memory().features()), true);
            }
            return RecallOutcome.of(
                            scorer.score(steps), trajectory, experiment.memory().count())
                    .withTicks(ticks);
        }
    }
}
