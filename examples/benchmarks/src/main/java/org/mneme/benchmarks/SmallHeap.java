package org.mneme.benchmarks;

import java.util.Locale;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;

/** Recalls 100,000 patterns of 1,024 features; to be run under a heap of twice the packed patterns and 64 MiB. */
public final class SmallHeap {
    private static final int COUNT = 100_000;
    private static final int FEATURES = 1_024;
    private static final int STEPS = 200;

    private SmallHeap() {}

    /**
     * Recalls and checks every step.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PatternSet patterns = PatternSet.random(COUNT, FEATURES, 1, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(COUNT), new Interaction.Exponential(1.0));
        Lowered lowered = new GradedLowering().lower(memory, LoweringOptions.defaults());
        int wrong = 0;
        try (Session session = Session.open(lowered, Backends.named("simulator"), SessionOptions.seeded(1))) {
            session.cue(patterns.row(0));
            for (RecallStep step : session.recall(STEPS)) {
                wrong += step.state().equals(patterns.row((int) step.step() % COUNT)) ? 0 : 1;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d recall steps, %d wrong, under a heap of %d MiB (packed patterns %.1f MiB)%n",
                STEPS,
                wrong,
                Runtime.getRuntime().maxMemory() >> 20,
                COUNT * (FEATURES / 8.0) / 0x1p20);
        System.exit(wrong == 0 ? 0 : 1);
    }
}
