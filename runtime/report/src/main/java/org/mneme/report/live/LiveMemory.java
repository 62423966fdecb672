package org.mneme.report.live;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mneme.InvalidValueException;
import org.mneme.MnemeException;
import org.mneme.bits.Ints;
import org.mneme.lower.Codec;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.report.watch.StepReader;
import org.mneme.report.watch.WatchControls;
import org.mneme.report.watch.WatchControls.Control;
import org.mneme.report.watch.WatchLanes;
import org.mneme.report.watch.WatchModel;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunControl;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.score.Trajectory;

/**
 * What runs live: a memory, lowered with all the inputs for controls that its lowering has.
 *
 * @param experiment what is stored; told nothing
 * @param script what the memory's file says that a run is told
 * @param lowered what is executed
 * @param backend executes it
 * @param options how it runs
 * @param openings which hidden units may fire
 * @param model what a page has to know
 */
record LiveMemory(
        Experiment experiment,
        RunControls script,
        Lowered lowered,
        Backend backend,
        LiveOptions options,
        Openings openings,
        WatchModel model) {
    private static final double[] GAINS = {4, 3, 2, 1.5, 1.25, 1};

    /**
     * Lowers a memory.
     *
     * @param experiment what is stored
     * @param options how it runs
     * @return the memory
     * @throws MnemeException if the options do not fit it, or no lowering can express it
     */
    static LiveMemory of(Experiment experiment, LiveOptions options) {
        RunControls script = experiment.controls();
        Experiment bare = experiment.with(RunControls.NONE);
        RunOptions run = run(options, Math.max(options.cueNoise(), script.cueNoise()));
        ExperimentRun.requireRunnable(experiment, run);
        requireFirst(bare, script, options);
        Inputs inputs = Inputs.of(bare, run, script.needs());
        List<Motif> motifs = WatchModel.motifs(bare);
        WatchModel model = WatchModel.of(
                bare,
                inputs.lowered(),
                options.backend(),
                options.seed(),
                controls(inputs.lowered().codec(), inputs, motifs));
        return new LiveMemory(
                bare,
                script,
                inputs.lowered(),
                Backends.named(options.backend(), List.of()),
                options,
                new Openings(bare.memory().count(), motifs, options.seed()),
                model);
    }

    private static RunOptions run(LiveOptions options, double noise) {
        return RunOptions.on(options.backend()).withCue(options.cue(), noise).withSeed(options.seed());
    }

    /** Whether something follows the first cue. */
    private static void requireFirst(Experiment experiment, RunControls script, LiveOptions options) {
        int patterns = experiment.memory().count();
        if (options.cue() < 0 || options.cue() >= patterns) {
            throw new InvalidValueException("cue", options.cue(), "a pattern index in 0…" + (patterns - 1));
        }
        if (script.play().isEmpty()) {
            new Trajectory(experiment.memory(), options.cue()).ends();
        }
    }

    /** A graph with as many inputs for controls as can be had, and why others cannot. */
    private record Inputs(Lowered lowered, String whyNoGate, String whyNoTempo) {
        static Inputs of(Experiment experiment, RunOptions options, Set<CodecControl> needed) {
            String noGate = "";
            String noTempo = "";
            for (Set<CodecControl> wanted : List.of(
                    EnumSet.allOf(CodecControl.class), EnumSet.of(CodecControl.GATE), EnumSet.of(CodecControl.TEMPO))) {
                if (!wanted.containsAll(needed)) {
                    continue;
                }
                try {
                    Lowered lowered = lower(experiment, options, wanted);
                    return new Inputs(lowered, noGate, wanted.contains(CodecControl.TEMPO) ? "" : noTempo);
                } catch (MnemeException e) {
                    noGate = wanted.contains(CodecControl.GATE) ? e.getMessage() : noGate;
                    noTempo = e.getMessage();
                }
            }
            return new Inputs(lower(experiment, options, needed), noGate, noTempo);
        }

        private static Lowered lower(Experiment experiment, RunOptions options, Set<CodecControl> wanted) {
            RunControls controls = new RunControls(
                    wanted.stream().map(control -> first(control, experiment)).toList(), List.of());
            return ExperimentRun.lower(experiment, options.telling(controls));
        }

        private static RunControl first(CodecControl control, Experiment experiment) {
            return switch (control) {
                case GATE ->
                    new RunControl.Gate(0, Ints.range(experiment.memory().count()));
                case TEMPO -> new RunControl.Tempo(0, 1);
            };
        }
    }

    private static WatchControls controls(Codec codec, Inputs inputs, List<Motif> motifs) {
        boolean gates = codec.controls().contains(CodecControl.GATE);
        Control lesion = gates ? Control.possible() : Control.impossible(inputs.whyNoGate());
        Control gate = gates && motifs.isEmpty()
                ? Control.impossible("the memory has no motifs, so there is nothing to choose")
                : lesion;
        boolean tempo = codec.controls().contains(CodecControl.TEMPO);
        return WatchControls.live(
                tempo ? Control.possible() : Control.impossible(inputs.whyNoTempo()),
                tempo ? mostGain(codec) : OptionalDouble.empty(),
                gate,
                Control.possible(),
                lesion);
    }

    private static OptionalDouble mostGain(Codec codec) {
        return DoubleStream.of(GAINS).filter(gain -> can(codec, gain)).findFirst();
    }

    private static boolean can(Codec codec, double gain) {
        try {
            codec.tempo(gain, 0);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    /** Ticks a second, at the pace asked for. */
    double ticksPerSecond() {
        return options.pace() / lowered.graph().tickSeconds();
    }

    /** What reads the states that are shown. */
    StepReader reader() {
        return new StepReader(
                experiment.memory().patterns(), experiment.encoded().scene());
    }

    WatchLanes lanes() {
        return WatchLanes.of(lowered);
    }

    /** How the same is run without anybody watching. */
    RunOptions rerun(String with, Story story) {
        return RunOptions.on(with)
                .withCue(story.cue(), story.noise())
                .withSeed(options.seed())
                .withSteps(story.steps())
                .telling(new RunControls(story.events(), List.of()));
    }

    /** The populations that are shown, and so reported by the backend. */
    String[] shown() {
        Stream<String> names = model.lanes().stream().map(lane -> lane.name());
        return names.toArray(String[]::new);
    }
}
