package org.mneme.lab.robustness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mneme.InvalidValueException;
import org.mneme.lab.Sweep;
import org.mneme.lab.trials.TrialFile;
import org.mneme.lab.trials.Workers;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunOptions;

/**
 * Measures robustness curves: every seed at every value is one recall, by the rules or by spikes, several of them at a time.
 *
 * <p>The trials are kept in a CSV file as they finish, if one is named; a curve that was stopped goes on from it, and the finished file
 * does not depend on threads or interruptions. Where the patterns are random each seed draws its own.
 */
public final class Robustness {
    private static final String PATTERN_SEED = "patterns.random.seed";
    private static final String PATTERN_COUNT = "patterns.random.count";

    private final RobustnessPlan plan;
    private final Sweep.Experiments experiments;
    private final Experiment memory;
    private final Optional<Load> load;
    private final boolean drawsPatterns;
    private final Sweep.SweepProgress progress;
    private final Workers workers = new Workers();
    private final AtomicReferenceArray<Optional<RecallOutcome>> outcomes;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    private Robustness(RobustnessPlan plan, Sweep.Experiments experiments, Sweep.SweepProgress progress) {
        this.plan = plan;
        this.experiments = experiments;
        this.progress = progress;
        this.memory = experiments.with(Map.of());
        this.load = plan.curve() == Curve.LOAD ? Optional.of(Load.of(memory)) : Optional.empty();
        this.drawsPatterns = Load.drawsPatterns(memory);
        this.outcomes = new AtomicReferenceArray<>(plan.trials());
        for (int trial = 0; trial < plan.trials(); trial++) {
            outcomes.set(trial, Optional.empty());
        }
    }

    /**
     * Measures a curve.
     *
     * @param plan what is varied
     * @param experiments reads the memory with some settings replaced
     * @param csv new, or the file of this curve to go on with; empty to keep no trials
     * @param threads trials at a time, ≥ 1
     * @param progress told after each trial; an interrupt of the calling thread ends the trials too
     * @return what was found, also where it was ended before
     * @throws org.mneme.lab.trials.TrialFileException if the file is of something else, or cannot be written
     * @throws org.mneme.MnemeException if the curve cannot be measured for this memory, or a setting is wrong
     */
    public static RobustnessCurve measure(
            RobustnessPlan plan,
            Sweep.Experiments experiments,
            Optional<Path> csv,
            int threads,
            Sweep.SweepProgress progress) {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "1 or more");
        }
        Robustness robustness = new Robustness(plan, experiments, progress);
        // Before the file is touched: a mistake leaves none.
        robustness.checkEnds();
        if (csv.isEmpty()) {
            robustness.run(Optional.empty(), threads);
        } else {
            try (TrialFile file = OutcomeLines.open(csv.get(), plan)) {
                OutcomeLines lines = new OutcomeLines(file, plan);
                robustness.run(Optional.of(lines), threads);
                if (robustness.done.get() == plan.trials()) {
                    lines.sort();
                }
            }
        }
        return robustness.curve();
    }

    private void checkEnds() {
        load.ifPresent(l -> plan.values().forEach(l::patterns));
        Experiment first = experiment(0);
        if (plan.spiking()) {
            Backends.named(plan.backend());
            if (!first.controls().isEmpty()) {
                throw new InvalidValueException(
                        "controls", "a list of events", "possible in a robustness curve; leave 'controls' out");
            }
            new SpikingTrial(first, plan, plan.seed(0), workers::stopped).lowered();
        } else {
            ExperimentRun.requireRunnable(first, RunOptions.on(plan.backend()));
            new RecallTrial(first, plan, plan.seed(0), workers::stopped);
        }
    }

    private void run(Optional<OutcomeLines> lines, int threads) {
        workers.run(plan.trials(), Math.min(threads, plan.trials()), trial -> run(trial, lines));
    }

    private void run(int trial, Optional<OutcomeLines> lines) {
        Experiment experiment = experiment(trial);
        Optional<RecallOutcome> known = lines.flatMap(l -> l.find(trial, experiment));
        Optional<RecallOutcome> outcome = known.isPresent() ? known : recall(trial, experiment);
        if (outcome.isEmpty()) {
            return;
        }
        if (known.isEmpty()) {
            lines.ifPresent(l -> l.append(trial, experiment, outcome.get()));
        }
        outcomes.set(trial, outcome);
        tell(known.isPresent());
    }

    private synchronized void tell(boolean wasThere) {
        skipped.addAndGet(wasThere ? 1 : 0);
        if (!progress.trial(done.incrementAndGet(), plan.trials())) {
            workers.stop();
        }
    }

    private Experiment experiment(int trial) {
        if (!drawsPatterns) {
            return memory;
        }
        Map<String, String> assignments = new LinkedHashMap<>();
        assignments.put(PATTERN_SEED, Long.toString(plan.seed(trial)));
        load.ifPresent(l -> assignments.put(PATTERN_COUNT, Integer.toString(l.patterns(plan.value(trial)))));
        return experiments.with(assignments);
    }

    private Optional<RecallOutcome> recall(int trial, Experiment experiment) {
        double value = Double.parseDouble(plan.value(trial));
        if (plan.spiking()) {
            SpikingTrial spiking = new SpikingTrial(experiment, plan, plan.seed(trial), workers::stopped);
            return switch (plan.curve()) {
                case BASIN -> spiking.recall(value, experiment.noise());
                case LOAD -> spiking.recall(0, experiment.noise());
                case NOISE -> spiking.recall(0, plan.noise(experiment.noise(), value));
            };
        }
        RecallTrial recall = new RecallTrial(experiment, plan, plan.seed(trial), workers::stopped);
        return switch (plan.curve()) {
            case BASIN -> recall.fromCue(value);
            case LOAD -> recall.fromCue(0);
            case NOISE -> recall.underNoise(value);
        };
    }

    private RobustnessCurve curve() {
        List<RobustnessPoint> points = new ArrayList<>();
        int seeds = plan.seeds().size();
        for (int k = 0; k < plan.values().size(); k++) {
            List<RecallOutcome> trials = new ArrayList<>();
            for (int s = 0; s < seeds; s++) {
                outcomes.get(k * seeds + s).ifPresent(trials::add);
            }
            if (trials.size() == seeds) {
                points.add(new RobustnessPoint(plan.values().get(k), trials));
            }
        }
        OptionalDouble capacity = load.map(l -> OptionalDouble.of(l.capacity())).orElse(OptionalDouble.empty());
        return new RobustnessCurve(plan, memory, capacity, points, done.get(), skipped.get());
    }
}
