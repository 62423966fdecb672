package org.mneme.board.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Codec;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowering;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/** Golden vectors of small sequence memories, as they are lowered. */
final class MemoryVectors {
    private static final int FEATURES = 18;
    private static final int PATTERNS = 5;

    private MemoryVectors() {}

    static List<Circuit.Question> all() {
        return List.of(
                coincidence(),
                winner(SpikingOptions.Form.INHIBITOR),
                winner(SpikingOptions.Form.LATERAL),
                dwell(),
                graded());
    }

    private static SequenceMemory memory(Successors successors, Interaction interaction) {
        return SequenceMemory.of(PatternSet.random(PATTERNS, FEATURES, 3, 0), successors, interaction);
    }

    /** A pattern with some of its features turned. */
    private static Signs cue(SequenceMemory memory, int pattern, int... turned) {
        Signs cue = memory.patterns().row(pattern);
        for (int feature : turned) {
            cue = cue.flip(feature);
        }
        return cue;
    }

    private static Circuit.Question coincidence() {
        SequenceMemory memory = memory(Successors.chain(PATTERNS), new Interaction.Threshold(new BigDecimal("0.8")));
        return question(
                "memory-coincidence",
                "A chain of patterns recalled by coincidence, from a cue with two features turned, to its end.",
                new SpikingLowering(),
                LoweringOptions.defaults(),
                memory,
                30,
                cue(memory, 0, 2, 11));
    }

    private static Circuit.Question winner(SpikingOptions.Form form) {
        SequenceMemory memory = memory(Successors.cycle(PATTERNS), new Interaction.Softmax(1));
        boolean lateral = form == SpikingOptions.Form.LATERAL;
        return question(
                lateral ? "memory-winner-lateral" : "memory-winner",
                "A cycle of patterns recalled by winner-take-all"
                        + (lateral ? " with lateral inhibition" : "")
                        + ", from a cue with five features turned, then cued again.",
                new SpikingLowering(),
                LoweringOptions.defaults().with(new SpikingOptions(form, Optional.empty())),
                memory,
                70,
                cue(memory, 1, 0, 4, 7, 9, 17),
                cue(memory, 3, 1));
    }

    private static Circuit.Question dwell() {
        SequenceMemory memory = memory(Successors.cycle(PATTERNS), new Interaction.Softmax(1))
                .with(new Timing.Mixed(
                        new Timing.Trace.Boxcar(Ints.of(2, 1, 3, 1, 2)), 2.5, new Interaction.Exponential(1)));
        return question(
                "memory-dwell",
                "Patterns that are held for 2, 1, 3, 1 and 2 steps.",
                new SpikingLowering(),
                LoweringOptions.defaults(),
                memory,
                60,
                cue(memory, 0, 3));
    }

    private static Circuit.Question graded() {
        SequenceMemory memory = memory(Successors.cycle(PATTERNS), new Interaction.Polynomial(3));
        return question(
                "memory-graded",
                "A cycle of patterns recalled with graded spikes.",
                new GradedLowering(),
                LoweringOptions.defaults(),
                memory,
                24,
                cue(memory, 2, 6));
    }

    private static Circuit.Question question(
            String name,
            String says,
            Lowering lowering,
            LoweringOptions options,
            SequenceMemory memory,
            long ticks,
            Signs... cues) {
        Lowered lowered = lowering.lower(memory, options);
        Codec codec = lowered.codec();
        List<SourceSpike> input = new ArrayList<>();
        long tick = 0;
        for (Signs cue : cues) {
            input.addAll(codec.cue(cue, tick));
            tick = codec.alignCue(tick, tick + 31);
        }
        return new Circuit.Question(name, says, lowered.graph(), 0, ticks, List.copyOf(input));
    }
}
