package org.mneme.lab.robustness;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.experiment.Update;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.RecallScorer;
import org.mneme.runtime.score.Trajectory;

/** One recall by the rules. */
final class RecallTrial {
    private final Experiment experiment;
    private final RobustnessPlan plan;
    private final long seed;
    private final BooleanSupplier stopped;
    private final Trajectory trajectory;

    RecallTrial(Experiment experiment, RobustnessPlan plan, long seed, BooleanSupplier stopped) {
        this.experiment = experiment;
        this.plan = plan;
        this.seed = seed;
        this.stopped = stopped;
        this.trajectory = new Trajectory(experiment.memory(), plan.cue());
    }

    /** Recalls from a cue of which a fraction is flipped; empty where it was stopped. */
    Optional<RecallOutcome> fromCue(double flipped) {
        RunOptions options =
                RunOptions.on(RunOptions.REFERENCE).withCue(plan.cue(), flipped).withSeed(seed);
        RunResult result = ExperimentRun.run(
                experiment,
                plan.steps().isPresent() ? options.withSteps(plan.steps().getAsInt()) : options,
                (done, total) -> !stopped.getAsBoolean());
        return result.interrupted()
                ? Optional.empty()
                : Optional.of(RecallOutcome.of(
                        result.recall(), trajectory, experiment.memory().count()));
    }

    /** Recalls from the clean cue while spikes are changed; empty where it was stopped. */
    Optional<RecallOutcome> underNoise(double probability) {
        int steps = plan.recallSteps(trajectory);
        SpikeNoise noise = new SpikeNoise(plan.kind(), probability, seed);
        RecallScorer scorer = new RecallScorer(experiment.memory(), trajectory, steps, true);
        ReferenceRecall recall = ReferenceRecall.exact(experiment.memory());
        Signs state = experiment.memory().patterns().row(plan.cue());
        recall.cue(state);
        scorer.accept(state, false);
        for (int t = 0; t < steps; t++) {
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            recall.perturb(noise.seen(state));
            if (!step(recall)) {
                break;
            }
            state = recall.state();
            scorer.accept(state, false);
        }
        return Optional.of(RecallOutcome.of(
                scorer.score(steps), trajectory, experiment.memory().count()));
    }

    private boolean step(ReferenceRecall recall) {
        return switch (experiment.update()) {
            case Update.Synchronous _ -> recall.step();
            case Update.Asynchronous asynchronous -> recall.stepAsynchronous(asynchronous.seed());
        };
    }
}
