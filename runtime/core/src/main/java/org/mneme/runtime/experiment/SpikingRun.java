package org.mneme.runtime.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mneme.bits.Signs;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.result.DwellTimes;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RasterSampler;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.session.RecallEnd;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

/** A run of a spiking backend: a session that is driven, and whose decoded steps are taken as they come. */
final class SpikingRun {
    private final Lowered lowered;
    private final RunOptions options;
    private final Noise noise;
    private final Consumer<RecallStep> sink;
    private final List<String> shown;
    private final RasterSampler raster;
    private final DwellTimes.Counter dwells = new DwellTimes.Counter();

    /** Tells a session what to do. */
    @FunctionalInterface
    interface Drive {
        /** Drives it; returns whether it was ended early. */
        boolean through(Session session);
    }

    /**
     * Prepares a run.
     *
     * @param lowered what is executed
     * @param options how
     * @param noise what may happen to a spike
     * @param sink takes the steps
     */
    SpikingRun(Lowered lowered, RunOptions options, Noise noise, Consumer<RecallStep> sink) {
        this.lowered = lowered;
        this.options = options;
        this.noise = noise;
        this.sink = sink;
        this.shown = lowered.graph().populations().stream()
                .filter(p -> !(p.model() instanceof Source))
                .map(Population::name)
                .toList();
        this.raster = new RasterSampler(lowered.graph(), shown);
    }

    /** Tells one cue, and recalls so many steps. */
    static Drive cuedOnce(Signs cue, int steps, StateSink sink, Progress progress) {
        return session -> {
            session.cue(cue);
            boolean goesOn = true;
            while (goesOn && sink.done() < steps && !session.recall(1).isEmpty()) {
                goesOn = progress.step(sink.done(), steps);
            }
            boolean stopped = !goesOn || session.recallEnd() == RecallEnd.INTERRUPTED;
            return stopped && sink.done() < steps;
        };
    }

    Executed run(Backend backend, Drive drive) {
        try (Session session = Session.open(lowered, backend, sessionOptions())) {
            long start = System.nanoTime();
            boolean interrupted = drive.through(session);
            return new Executed(
                    arithmetic(),
                    interrupted,
                    session.tick(),
                    session.counters(),
                    Executed.secondsSince(start),
                    Optional.of(GraphFigures.of(lowered.graph())),
                    Optional.of(lowering()),
                    Optional.of(raster.sample(session.tick())),
                    Optional.of(dwells.times(lowered.graph().tickSeconds())),
                    session.board());
        }
    }

    private String arithmetic() {
        return lowered.tabulation()
                .map(tables -> "table(" + tables.payloadBits() + " bits)")
                .orElse(
                        switch (lowered.graph().domain()) {
                            case NumberDomain.Fixed _ -> "spikes";
                            case NumberDomain.Real _ -> "double";
                        });
    }

    private SessionOptions sessionOptions() {
        SessionOptions session = SessionOptions.seeded(options.seed())
                .threads(options.threads())
                .withNoise(noise)
                .listening(listener());
        if (options.record().isPresent()) {
            return session.recordingTo(options.record().get()).probing(Probes.allSpikes());
        }
        // Hidden winners are decoded though nobody asks for them: a step may end with its winner, recorded or not.
        return session.probing(Probes.spikesOf(shown.toArray(String[]::new)));
    }

    private SessionListener listener() {
        return new SessionListener() {
            @Override
            public void step(RecallStep step) {
                sink.accept(step);
                if (step.step() == 0) {
                    dwells.cued();
                }
                dwells.accept(step.tick(), step.state());
            }

            @Override
            public void spike(long tick, int neuron, double payload) {
                raster.spike(tick, neuron, payload);
            }
        };
    }

    private RunResult.LoweringFigures lowering() {
        return new RunResult.LoweringFigures(
                lowered.lowering(),
                lowered.why(),
                lowered.bearableCueNoise(),
                lowered.codec().ticksPerStep(),
                lowered.graph().tickSeconds(),
                lowered.notes());
    }
}
