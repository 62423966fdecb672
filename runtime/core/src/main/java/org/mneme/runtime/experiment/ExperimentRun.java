package org.mneme.runtime.experiment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowerings;
import org.mneme.model.SelfCoupling;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.UnknownBackendException;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.Trajectory;

/** Runs an experiment: cues the memory with a noisy pattern, recalls, decodes, and scores what was decoded. */
public final class ExperimentRun {
    private final Experiment experiment;
    private final RunOptions options;
    private final Trajectory trajectory;
    private final int steps;
    private final List<String> notes = new ArrayList<>();

    private ExperimentRun(Experiment experiment, RunOptions options) {
        requireRunnable(experiment, options);
        this.experiment = experiment;
        this.options = options;
        this.trajectory = new Trajectory(experiment.memory(), options.cue());
        this.steps = steps();
        notes.addAll(experiment.notes());
    }

    private int steps() {
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
     * @param options the run; its cue noise is what the lowering has to bear
     * @return the graph and its codec
     * @throws org.mneme.lower.CannotLowerException if the lowering asked for cannot express the memory
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the noise
     */
    public static Lowered lower(Experiment experiment, RunOptions options) {
        return Lowerings.named(experiment.lowering())
                .lower(experiment.memory(), experiment.options().withCueNoise(options.cueNoise()));
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
        return run.onBackend(lower(experiment, options), backend, progress);
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
        List<Backend> all = Backends.all();
        return all.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = Stream.concat(all.stream().map(Backend::name), Stream.of(RunOptions.REFERENCE))
                    .sorted()
                    .toList();
            return new UnknownBackendException(name, names);
        });
    }

    private static void requireRunnable(Experiment experiment, RunOptions options) {
        if (options.backend().equals(RunOptions.REFERENCE)) {
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

    private NoisyCue cue() {
        return NoisyCue.of(experiment.memory().patterns().row(options.cue()), options.cueNoise(), options.seed());
    }

    private StateSink sink(NoisyCue cue) {
        return new StateSink(experiment, trajectory, steps, cue.flipped() == 0);
    }

    private RunResult onReference(Progress progress) {
        NoisyCue cue = cue();
        StateSink sink = sink(cue);
        notes.addAll(TimingNotes.of(experiment.memory()));
        return result(cue, sink, ReferenceRun.run(experiment, cue.state(), steps, sink, progress));
    }

    private RunResult onBackend(Lowered lowered, Backend backend, Progress progress) {
        NoisyCue cue = cue();
        StateSink sink = sink(cue);
        notes.addAll(lowered.notes());
        return result(cue, sink, new SpikingRun(lowered, options, steps, sink).run(backend, cue.state(), progress));
    }

    private RunResult result(NoisyCue cue, StateSink sink, Executed executed) {
        Set<String> distinct = new LinkedHashSet<>(notes);
        return new RunResult(
                experiment.name(),
                options.backend(),
                seeds(),
                experiment.settings(),
                new RunResult.CueFigures(options.cue(), options.cueNoise(), cue.flipped()),
                executed.f(),
                sink.score(),
                executed.interrupted(),
                executed.ticks(),
                executed.counters(),
                executed.wallSeconds(),
                executed.graph(),
                executed.lowering(),
                executed.raster(),
                sink.drawing(),
                sink.images(),
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
