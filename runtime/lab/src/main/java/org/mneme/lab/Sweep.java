package org.mneme.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.mneme.InvalidValueException;
import org.mneme.MnemeException;
import org.mneme.lab.trials.Digest;
import org.mneme.lab.trials.TrialFile;
import org.mneme.lab.trials.TrialFileException;
import org.mneme.lab.trials.Workers;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.CueNoiseException;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.RecallScore;

/**
 * Runs an experiment over a grid of settings and seeds, several trials at a time, into a CSV file.
 *
 * <p>Each trial is appended as it finishes, so a sweep that was killed goes on where it stood: trials whose line is there are not run
 * again, but their settings must be those the line was made with. A complete file has its lines in the order of the plan; its bytes do not depend on
 * threads or interruptions. A trial whose memory cannot be lowered has the reason in the column "error".
 */
public final class Sweep {
    private static final List<String> RESULTS = List.of(
            "success",
            "expected",
            "inOrder",
            "orderErrors",
            "timingErrors",
            "bitErrors",
            "unknownBits",
            "steps",
            "f",
            "ticks",
            "spikes",
            "synapticEvents",
            "saturations",
            "digest",
            "error");

    private final SweepPlan plan;
    private final Experiments experiments;
    private final RunOptions options;
    private final SweepProgress progress;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Workers workers = new Workers();
    private boolean seedsPatterns;

    /** Reads the experiment with some settings replaced. */
    @FunctionalInterface
    public interface Experiments {
        /**
         * Reads the experiment; called by several threads at once.
         *
         * @param assignments setting → value that replaces it
         * @return the experiment
         * @throws MnemeException if a setting is wrong; this ends the sweep
         */
        Experiment with(Map<String, String> assignments);
    }

    /** Is told how far a sweep is. */
    @FunctionalInterface
    public interface SweepProgress {
        /** Tells no one. */
        SweepProgress NONE = (done, total) -> true;

        /**
         * Is told after each trial, by one thread at a time.
         *
         * @param done trials in the file
         * @param total trials of the plan
         * @return false to end the sweep here; what is finished is kept
         */
        boolean trial(int done, int total);
    }

    /**
     * What became of a sweep.
     *
     * @param trials of the plan
     * @param done of them in the file now
     * @param skipped of these were there before
     * @param failed of these did not recall everything, or could not be run
     */
    public record Summary(int trials, int done, int skipped, int failed) {}

    private Sweep(SweepPlan plan, Experiments experiments, RunOptions options, SweepProgress progress) {
        this.plan = plan;
        this.experiments = experiments;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs a sweep.
     *
     * @param plan what varies
     * @param experiments reads the experiment of a trial
     * @param options of each run, but for its seed; one thread each, no recording
     * @param csv new, or the file of this sweep to go on with
     * @param threads trials at a time, ≥ 1
     * @param progress told after each trial; an interrupt of the calling thread ends the sweep too
     * @return what became of it
     * @throws TrialFileException if the file is of another sweep, or cannot be written
     * @throws MnemeException if a setting is wrong
     */
    public static Summary run(
            SweepPlan plan,
            Experiments experiments,
            RunOptions options,
            Path csv,
            int threads,
            SweepProgress progress) {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "1 or more");
        }
        if (options.record().isPresent()) {
            throw new InvalidValueException(
                    "record", options.record().get(), "possible in a sweep; record a single run");
        }
        return new Sweep(plan, experiments, options.withThreads(1), progress).into(csv, threads);
    }

    private Summary into(Path csv, int threads) {
        List<String> header =
                new ArrayList<>(plan.axes().stream().map(SweepAxis::key).toList());
        header.add("seed");
        int keyColumns = header.size();
        header.addAll(RESULTS);
        // Before the file is touched: a mistyped setting leaves none.
        seedsPatterns = seedsPatterns(experiments.with(plan.trial(0).assignments()));
        try (TrialFile file = TrialFile.open(csv, "sweep", header, keyColumns)) {
            workers.run(plan.trials(), threads, index -> trial(plan.trial(index), file));
            if (done.get() == plan.trials()) {
                List<List<String>> keys = new ArrayList<>();
                for (int index = 0; index < plan.trials(); index++) {
                    keys.add(key(plan.trial(index)));
                }
                file.sort(keys);
            }
        }
        return new Summary(plan.trials(), done.get(), skipped.get(), failed.get());
    }

    private boolean seedsPatterns(Experiment first) {
        return first.settings().get("patterns") instanceof Map<?, ?> patterns
                && patterns.containsKey("random")
                && plan.axes().stream().noneMatch(axis -> axis.key().equals(SweepPlan.PATTERN_SEED));
    }

    private List<String> key(SweepPlan.Trial trial) {
        List<String> key = new ArrayList<>(trial.assignments().values());
        key.add(Long.toString(trial.seed()));
        return key;
    }

    private void trial(SweepPlan.Trial trial, TrialFile file) {
        Map<String, String> assignments = new LinkedHashMap<>(trial.assignments());
        if (seedsPatterns) {
            assignments.put(SweepPlan.PATTERN_SEED, Long.toString(trial.seed()));
        }
        Experiment experiment = experiments.with(assignments);
        RunOptions run = options.withSeed(trial.seed());
        String digest = digest(experiment, run);
        List<String> key = key(trial);
        Optional<TrialFile.Line> there = file.find(key);
        if (there.isEmpty()) {
            List<String> cells = new ArrayList<>(key);
            List<String> results = results(experiment, run, digest);
            if (results.isEmpty()) {
                return;
            }
            cells.addAll(results);
            file.append(cells);
            tell(results.getFirst(), false);
            return;
        }
        TrialFile.Line line = there.get();
        List<String> results = line.cells().subList(key.size(), line.cells().size());
        if (!results.get(RESULTS.indexOf("digest")).equals(digest)) {
            throw new TrialFileException(
                    file.path(),
                    line.number(),
                    "this trial was run with other settings or options; remove the line to run it again, or name another file");
        }
        tell(results.getFirst(), true);
    }

    private synchronized void tell(String success, boolean wasThere) {
        skipped.addAndGet(wasThere ? 1 : 0);
        failed.addAndGet(success.equals("true") ? 0 : 1);
        if (!progress.trial(done.incrementAndGet(), plan.trials())) {
            workers.stop();
        }
    }

    /** The cells of {@link #RESULTS}; none where the sweep was stopped within the trial. */
    private List<String> results(Experiment experiment, RunOptions run, String digest) {
        RunResult result;
        try {
            result = ExperimentRun.run(experiment, run, (step, total) -> !workers.stopped());
        } catch (CannotLowerException | CueNoiseException e) {
            List<String> cells = new ArrayList<>(List.of("false"));
            while (cells.size() < RESULTS.size() - 2) {
                cells.add("");
            }
            cells.add(digest);
            cells.add(String.valueOf(e.getMessage()));
            return cells;
        }
        if (result.interrupted()) {
            return List.of();
        }
        RecallScore recall = result.recall();
        return List.of(
                Boolean.toString(result.success()),
                Integer.toString(recall.expected()),
                Integer.toString(recall.inOrder()),
                Integer.toString(recall.orderErrors()),
                Integer.toString(recall.timingErrors()),
                Long.toString(recall.bitErrors()),
                Long.toString(recall.unknownBits()),
                Integer.toString(recall.steps()),
                result.f(),
                Long.toString(result.ticks()),
                Long.toString(result.counters().spikes()),
                Long.toString(result.counters().synapticEvents()),
                Long.toString(result.counters().saturations()),
                digest,
                "");
    }

    /** 16 hexadecimal digits that name the settings, the patterns and the options. */
    private static String digest(Experiment experiment, RunOptions run) {
        OptionalInt steps = run.steps();
        String text = experiment.settings() + "|" + run.backend() + "|" + steps + "|" + run.cueNoise() + "|" + run.cue()
                + "|" + run.seed();
        return Digest.of(text, experiment.memory().patterns());
    }
}
