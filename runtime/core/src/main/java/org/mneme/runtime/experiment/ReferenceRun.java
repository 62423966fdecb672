package org.mneme.runtime.experiment;

import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;
import org.mneme.runtime.backend.Counters;

/** A run of the reference recall. */
final class ReferenceRun {
    private ReferenceRun() {}

    static Executed run(Experiment experiment, Signs cue, int steps, StateSink sink, Progress progress) {
        ReferenceRecall recall = ReferenceRecall.exact(experiment.memory());
        long start = System.nanoTime();
        recall.cue(cue);
        sink.accept(0, recall.state(), false);
        boolean goesOn = true;
        while (goesOn && sink.done() < steps && step(recall, experiment.update())) {
            sink.accept(sink.done() + 1L, recall.state(), false);
            goesOn =
                    progress.step(sink.done(), steps) && !Thread.currentThread().isInterrupted();
        }
        return new Executed(
                recall.arithmetic(),
                !goesOn && sink.done() < steps,
                0,
                Counters.NONE,
                Executed.secondsSince(start),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean step(ReferenceRecall recall, Update update) {
        return switch (update) {
            case Update.Synchronous _ -> recall.step();
            case Update.Asynchronous asynchronous -> recall.stepAsynchronous(asynchronous.seed());
        };
    }
}
