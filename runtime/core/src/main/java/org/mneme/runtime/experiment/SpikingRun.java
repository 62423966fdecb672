package org.mneme.runtime.experiment;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RasterSampler;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.session.RecallEnd;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

/** A run of a spiking backend: a session, cued once, whose decoded states are taken as they come. */
final class SpikingRun {
    private final Lowered lowered;
    private final RunOptions options;
    private final int steps;
    private final StateSink sink;
    private final List<String> shown;
    private final RasterSampler raster;

    SpikingRun(Lowered lowered, RunOptions options, int steps, StateSink sink) {
        this.lowered = lowered;
        this.options = options;
        this.steps = steps;
        this.sink = sink;
        this.shown = lowered.graph().populations().stream()
                .filter(p -> !(p.model() instanceof Source))
                .map(Population::name)
                .toList();
        this.raster = new RasterSampler(lowered.graph(), shown);
    }

    Executed run(Backend backend, Signs cue, Progress progress) {
        try (Session session = Session.open(lowered, backend, sessionOptions())) {
            long start = System.nanoTime();
            session.cue(cue);
            boolean goesOn = true;
            while (goesOn && sink.done() < steps && !session.recall(1).isEmpty()) {
                goesOn = progress.step(sink.done(), steps);
            }
            boolean stopped = !goesOn || session.recallEnd() == RecallEnd.INTERRUPTED;
            return new Executed(
                    lowered.tabulation()
                            .map(tables -> "table(" + tables.payloadBits() + " bits)")
                            .orElse("double"),
                    stopped && sink.done() < steps,
                    session.tick(),
                    session.counters(),
                    Executed.secondsSince(start),
                    Optional.of(GraphFigures.of(lowered.graph())),
                    Optional.of(lowering()),
                    Optional.of(raster.sample(session.tick())));
        }
    }

    private SessionOptions sessionOptions() {
        SessionOptions session =
                SessionOptions.seeded(options.seed()).threads(options.threads()).listening(listener());
        if (options.record().isPresent()) {
            return session.recordingTo(options.record().get()).probing(Probes.allSpikes());
        }
        return session.withoutHidden().probing(Probes.spikesOf(shown.toArray(String[]::new)));
    }

    private SessionListener listener() {
        return new SessionListener() {
            @Override
            public void step(RecallStep step) {
                sink.accept(step.state(), step.silent());
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
