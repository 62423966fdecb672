package org.mneme.runtime.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.InvalidValueException;
import org.mneme.lower.Abilities;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.SelfCoupling;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.score.ControlledScore;
import org.mneme.runtime.score.Trajectory;
import org.mneme.targets.Target;

/** Runs an experiment: cues the memory with a noisy pattern, recalls, decodes, and scores what was decoded. */
public final class ExperimentRun {
    private final Experiment experiment;
    private final RunOptions options;
    private final RunControls controls;
    private final List<String> notes = new ArrayList<>();

    private ExperimentRun(Experiment experiment, RunOptions options) {
        requireRunnable(experiment, options);
        this.experiment = experiment;
        this.options = options;
        this.controls = controls(experiment, options);
        notes.addAll(experiment.notes());
    }

    private static RunControls controls(Experiment experiment, RunOptions options) {
        RunControls controls = experiment.controls().and(options.controls());
        controls.requireFit(experiment, options.cue());
        return controls;
    }

    private int steps(Trajectory trajectory) {
        if (options.steps().isEmpty()) {
            return trajectory.steps();
        }
        int asked = options.steps().getAsInt();
        if (!trajectory.ends() || asked <= trajectory.steps()) {
            return asked;
        }
        notes.add("the sequence ends after " + trajectory.steps() + " recall steps, so " + asked + " are not done");
        return trajectory.steps();
    }

    /**
     * Lowers an experiment's memory for a run.
     *
     * @param experiment what is stored
     * @param options the run; its cue noise is what the lowering has to bear, its controls what it needs inputs for
     * @return the graph and its codec
     * @throws org.mneme.lower.CannotLowerException if the lowering asked for cannot express the memory
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the noise
     */
    public static Lowered lower(Experiment experiment, RunOptions options) {
        return compile(experiment, options).lowered();
    }

    /**
     * Lowers an experiment's memory for a run, and keeps what was done on the way.
     *
     * @param experiment what is stored
     * @param options the run; its cue noise is what the lowering has to bear, its controls what it needs inputs for, its backend, where
     *     that is a board, what the graph has to fit
     * @return the graph, its codec and every pass
     * @throws org.mneme.lower.CannotLowerException if the lowering asked for cannot express the memory
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the noise
     * @throws OtherTargetException if the experiment is for another target than the board's
     */
    public static Compilation compile(Experiment experiment, RunOptions options) {
        boolean located = options.backend().indexOf(':') >= 0;
        return compile(experiment, options, located ? backend(options.backend()).target() : Optional.empty());
    }

    private static Compilation compile(Experiment experiment, RunOptions options, Optional<Target> board) {
        RunControls controls = controls(experiment, options);
        double noise = Math.max(options.cueNoise(), controls.cueNoise());
        LoweringOptions lowering =
                board.map(target -> options(experiment, target)).orElse(experiment.options());
        return Compilation.of(
                experiment.memory(),
                experiment.lowering(),
                lowering.withCueNoise(noise).with(controls.needs()));
    }

    /** A memory that names no target is made for the board's; one that names the board's too, with the board's sizes. */
    private static LoweringOptions options(Experiment experiment, Target board) {
        String written = experiment.options().abilities().target();
        if (experiment.settings().containsKey(LoweringReader.TARGET) && !written.equals(board.name())) {
            throw new OtherTargetException(written, board.name());
        }
        return experiment.options().with(Abilities.of(board));
    }

    /**
     * Runs an experiment.
     *
     * @param experiment what is stored
     * @param options how it is run
     * @param progress told after each recall step; an interrupt of the thread ends the run too
     * @return what was found, also where the recall failed
     * @throws org.mneme.MnemeException if the options do not fit the experiment, or it cannot be lowered or executed
     */
    public static RunResult run(Experiment experiment, RunOptions options, Progress progress) {
        ExperimentRun run = new ExperimentRun(experiment, options);
        if (options.backend().equals(RunOptions.REFERENCE)) {
            return run.onReference(progress);
        }
        Backend backend = backend(options.backend());
        Lowered lowered = compile(experiment, options, backend.target()).lowered();
        return run.onBackend(lowered, backend, progress);
    }

    /**
     * Runs an experiment whose graph is there already.
     *
     * @param experiment what is stored, and scored against
     * @param lowered what is executed
     * @param options how it is run; on a spiking backend
     * @param progress told after each recall step
     * @return what was found
     * @throws org.mneme.MnemeException if the options do not fit the experiment, or the backend cannot execute the graph
     */
    public static RunResult run(Experiment experiment, Lowered lowered, RunOptions options, Progress progress) {
        return new ExperimentRun(experiment, options).onBackend(lowered, backend(options.backend()), progress);
    }

    private static Backend backend(String name) {
        return Backends.named(name, List.of(RunOptions.REFERENCE));
    }

    /**
     * Checks that a backend can run an experiment at all.
     *
     * @param experiment what is stored
     * @param options the run
     * @throws ReferenceOnlyException if only the reference recall can
     * @throws InvalidValueException if the reference recall is asked for noise or controls, or a control names what is not there
     */
    public static void requireRunnable(Experiment experiment, RunOptions options) {
        RunControls controls = controls(experiment, options);
        if (options.backend().equals(RunOptions.REFERENCE)) {
            requireNoNoise(experiment.noise());
            requireNoControls(controls);
            return;
        }
        if (experiment.memory().selfCoupling() == SelfCoupling.EXCLUDED) {
            throw new ReferenceOnlyException(
                    "self-coupling: excluded", options.backend(), "write 'self-coupling: included'");
        }
        if (experiment.update() instanceof Update.Asynchronous) {
            throw new ReferenceOnlyException("update: asynchronous", options.backend(), "leave 'update' out");
        }
    }

    private static void requireNoNoise(Noise noise) {
        if (!noise.isNone()) {
            throw new InvalidValueException(
                    "noise",
                    noise.words(),
                    "possible with the reference recall, which has no spikes; use another backend, or mneme robustness");
        }
    }

    private static void requireNoControls(RunControls controls) {
        if (!controls.isEmpty()) {
            String first = controls.events().isEmpty()
                    ? "play"
                    : controls.events().getFirst().word() + " at tick "
                            + controls.events().getFirst().tick();
            throw new InvalidValueException(
                    "controls",
                    "'" + first + "'",
                    "possible with the reference recall, which has no inputs; use another backend");
        }
    }

    private NoisyCue cue() {
        return NoisyCue.of(experiment.memory().patterns().row(options.cue()), options.cueNoise(), options.seed());
    }

    private RunResult onReference(Progress progress) {
        Trajectory trajectory = new Trajectory(experiment.memory(), options.cue());
        int steps = steps(trajectory);
        NoisyCue cue = cue();
        PerformanceKeeper keeper =
                new PerformanceKeeper(experiment.options().tickSeconds(), 1, experiment.memory()::dwell);
        StateSink sink = new StateSink(experiment, trajectory, steps, cue.flipped() == 0, keeper);
        notes.addAll(TimingNotes.of(experiment.memory()));
        Executed executed = ReferenceRun.run(experiment, cue.state(), steps, sink, progress);
        return result(figures(cue), Scored.of(sink, sink.done() + 1L), executed);
    }

    private RunResult onBackend(Lowered lowered, Backend backend, Progress progress) {
        notes.addAll(lowered.notes());
        if (!experiment.noise().isNone()) {
            notes.add("noise strikes the spikes: " + experiment.noise().words());
        }
        if (!controls.isEmpty()) {
            return controlled(lowered, backend, progress);
        }
        Trajectory trajectory = new Trajectory(experiment.memory(), options.cue());
        int steps = steps(trajectory);
        NoisyCue cue = cue();
        StateSink sink = new StateSink(experiment, trajectory, steps, cue.flipped() == 0, keeper(experiment, lowered));
        SpikingRun run = new SpikingRun(
                lowered, options, experiment.noise(), step -> sink.accept(step.tick(), step.state(), step.silent()));
        Executed executed = run.run(backend, SpikingRun.cuedOnce(cue.state(), steps, sink, progress));
        return result(figures(cue), Scored.of(sink, executed.ticks()), executed);
    }

    static PerformanceKeeper keeper(Experiment experiment, Lowered lowered) {
        return new PerformanceKeeper(
                lowered.graph().tickSeconds(), lowered.codec().ticksPerStep(), experiment.memory()::dwell);
    }

    private RunResult controlled(Lowered lowered, Backend backend, Progress progress) {
        controls.requireInputs(lowered.codec());
        ControlledDrive drive = new ControlledDrive(experiment, options, controls, lowered, progress);
        SpikingRun run = new SpikingRun(lowered, options, experiment.noise(), drive::accept);
        Executed executed = run.run(backend, drive);
        ControlledScore score = drive.score();
        notes.addAll(score.notes());
        notes.addAll(drive.notes());
        return result(drive.firstCue(), Scored.of(score, drive.told(), drive.performance(executed.ticks())), executed);
    }

    private RunResult.CueFigures figures(NoisyCue cue) {
        return new RunResult.CueFigures(options.cue(), options.cueNoise(), cue.flipped());
    }

    private RunResult result(RunResult.CueFigures cue, Scored scored, Executed executed) {
        Set<String> distinct = new LinkedHashSet<>(notes);
        executed.board().map(BoardFigures::remarks).ifPresent(distinct::addAll);
        return new RunResult(
                experiment.name(),
                options.backend(),
                seeds(),
                experiment.settings(),
                cue,
                executed.f(),
                scored.recall(),
                executed.interrupted(),
                executed.ticks(),
                executed.counters(),
                executed.wallSeconds(),
                executed.graph(),
                executed.lowering(),
                executed.raster(),
                executed.dwellTimes()
                        .filter(times -> times.ticks().length()
                                > (experiment.memory().timing() instanceof Timing.Mixed ? 0 : 1)),
                scored.drawing(),
                scored.images(),
                scored.controls(),
                executed.board(),
                Optional.of(scored.performance()),
                experiment.encoded().scene().map(scene -> SceneRun.of(scene, scored.performance())),
                List.copyOf(distinct));
    }

    private Map<String, Long> seeds() {
        Map<String, Long> seeds = new LinkedHashMap<>();
        seeds.put("run", options.seed());
        if (experiment.settings().get("patterns") instanceof Map<?, ?> patterns) {
            for (Object source : patterns.values()) {
                if (source instanceof Map<?, ?> settings && settings.get("seed") instanceof BigInteger seed) {
                    seeds.put("patterns", seed.longValue());
                }
            }
        }
        if (experiment.update() instanceof Update.Asynchronous asynchronous) {
            seeds.put("update", asynchronous.seed());
        }
        return seeds;
    }
}
