package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.CodecBusyException;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;

/** Rails by OR, executed, are the OR rule; and the three-valued reference as long as one unit wins a step. */
class OrEqualsReferenceTest {
    private static final int TRIALS = 60;
    private static final int STEPS = 12;

    /** Thresholds below a leak of 127. */
    private static final int MOST_FEATURES = 120;

    private static Lowered tiny(SequenceMemory memory) {
        return Compilation.of(
                        memory,
                        "auto",
                        LoweringOptions.defaults()
                                .with(BoardTargets.tinyOdinLike().abilities()))
                .lowered();
    }

    private static List<SpikingRecall.Step> recalled(Lowered lowered, SequenceMemory memory, Signs cue) {
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.cue(cue, 0);
            return recall.recall(STEPS, SpikingMemories.patience(memory, SpikingOptions.defaults()));
        }
    }

    @Test
    void aCoincidenceWithoutSumsOfBothSignsIsTheOrRule() {
        int drawn = 0;
        int steps = 0;
        int several = 0;
        int unlike = 0;
        for (int trial = 0; drawn < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = SpikingMemories.draw(Likeness.of(trial), true, false, random);
            if (memory.features() > MOST_FEATURES) {
                continue;
            }
            drawn++;
            Signs cue = SpikingMemories.cue(memory, random);
            List<SpikingRecall.Step> expected = OrRecall.expected(memory, cue, STEPS);
            assertEquals(expected, recalled(tiny(memory), memory, cue), "trial " + trial);
            steps += expected.size();
            several += (int)
                    expected.stream().filter(s -> s.winners().length() > 1).count();
            unlike += expected.equals(SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS)) ? 0 : 1;
        }
        assertTrue(steps > 3 * TRIALS, steps + " steps");
        assertTrue(several > TRIALS / 4, several + " steps with several winners");
        assertTrue(unlike > 3, unlike + " recalls unlike a majority's");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void votesByAnyAreTheOrRuleAndAMajoritysWhileOneWins(boolean threshold) {
        int single = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = SpikingMemories.draw(Likeness.of(trial), threshold, false, random);
            Signs cue = SpikingMemories.cue(memory, random);
            Lowered lowered = new SpikingLowering()
                    .lower(
                            memory,
                            LoweringOptions.defaults()
                                    .with(SpikingOptions.defaults().with(SpikingOptions.Votes.ANY)));
            List<SpikingRecall.Step> found = recalled(lowered, memory, cue);
            assertEquals(OrRecall.expected(memory, cue, STEPS), found, "trial " + trial);
            if (found.stream().allMatch(s -> s.winners().length() <= 1)) {
                single++;
                assertEquals(
                        SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS), found, "trial " + trial);
            }
        }
        assertTrue(single > TRIALS / 5, single + " recalls with one winner a step");
    }

    @Test
    void theCircuitHasWeightsOfOneSignNeuronsThatLeakAndNoClear() {
        SequenceMemory memory = chain(30, 40);
        Lowered lowered = tiny(memory);
        assertEquals(
                List.of("cue", "rails", "hidden"),
                lowered.graph().populations().stream().map(Population::name).toList());
        for (Population population : lowered.graph().populations()) {
            if (population.model() instanceof Lif lif) {
                Decay.Linear leak = (Decay.Linear) lif.membrane().potential();
                assertEquals(127, leak.step().at(0));
            }
        }
        for (Projection projection : lowered.graph().projections()) {
            assertEquals(1, projection.delay().max(), projection.name());
        }
        assertEquals(2, lowered.codec().ticksPerStep());
        assertTrue(
                lowered.notes().stream().anyMatch(n -> n.contains("one cue")),
                lowered.notes().toString());
    }

    @Test
    void aCleanChainIsRecalledAndASecondCueIsRefused() {
        SequenceMemory memory = chain(12, 60);
        Lowered lowered = tiny(memory);
        List<SpikingRecall.Step> found =
                recalled(lowered, memory, memory.patterns().row(0));
        assertEquals(12, found.size());
        for (int k = 0; k < 12; k++) {
            assertEquals(memory.patterns().row(k), found.get(k).state());
        }
        CodecBusyException e =
                assertThrows(CodecBusyException.class, () -> lowered.codec().alignCue(0, 50));
        assertTrue(e.getMessage().contains("cue it once a run"));
    }

    private static SequenceMemory chain(int p, int n) {
        return SequenceMemory.of(
                PatternSet.random(p, n, 5, 0), Successors.chain(p), new Interaction.Threshold(new BigDecimal("0.85")));
    }

    @Test
    void whatTakesSumsOfBothSignsIsRefused() {
        SequenceMemory threshold = chain(12, 60);
        LoweringOptions options =
                LoweringOptions.defaults().with(BoardTargets.tinyOdinLike().abilities());
        SequenceMemory exponential =
                SequenceMemory.of(threshold.patterns(), threshold.successors(), new Interaction.Exponential(1));
        SequenceMemory dwell =
                threshold.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Linear()));
        for (LoweringOptions each : List.of(options, options.with(Set.of(CodecControl.GATE)))) {
            boolean gate = !each.controls().isEmpty();
            for (SequenceMemory memory : List.of(threshold, exponential, dwell)) {
                if (gate || !memory.equals(threshold)) {
                    CannotLowerException e =
                            assertThrows(CannotLowerException.class, () -> Compilation.of(memory, "spiking", each));
                    assertFalse(e.fix().isEmpty());
                }
            }
        }
    }
}
