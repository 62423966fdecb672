package org.mneme.runtime.toy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Ints;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowerings;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

/** Small memories, and what happens in a session of one. */
public final class Toys {
    /** Patterns of the small memories. */
    public static final PatternSet PATTERNS = PatternSet.random(6, 70, 1, 0);

    private Toys() {}

    /**
     * A cycle that is recalled without mistakes.
     *
     * @return lowered
     */
    public static Lowered cycle() {
        return Lowerings.auto(SequenceMemory.of(PATTERNS, Successors.cycle(6), new Interaction.Exponential(1)));
    }

    /**
     * A chain that falls silent at its end.
     *
     * @return lowered
     */
    public static Lowered chain() {
        return Lowerings.auto(
                SequenceMemory.of(PATTERNS, Successors.chain(6), new Interaction.Threshold(new BigDecimal("0.9"))));
    }

    /**
     * A cycle with a dwell time, which has retained states and long delays.
     *
     * @return lowered
     */
    public static Lowered dwelling() {
        Interaction tenth = new Interaction.Polynomial(10);
        return Lowerings.auto(SequenceMemory.of(PATTERNS, Successors.cycle(6), tenth)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, tenth)));
    }

    /**
     * Everything a session tells.
     *
     * @param lines one an event
     */
    public record Diary(List<String> lines) implements SessionListener {
        /** Starts an empty one. */
        public Diary() {
            this(new ArrayList<>());
        }

        @Override
        public void step(RecallStep step) {
            lines.add(step.toString());
        }

        @Override
        public void spike(long tick, int neuron, double payload) {
            lines.add(tick + ": " + neuron + " " + payload);
        }
    }

    /**
     * Options that write all spikes and steps into a diary.
     *
     * @param diary the diary
     * @return the options
     */
    public static SessionOptions telling(Diary diary) {
        return SessionOptions.seeded(1).probing(Probes.allSpikes()).listening(diary);
    }
}
