package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Codec;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingEqualsReferenceTest.Kind;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;
import org.mneme.simulator.reference.DenseBackend;

/** A gated recall is the three-valued reference in which only the open units can win. */
class SpikingGateTest {
    private static final int STEPS = 8;

    static Stream<Kind> kinds() {
        return SpikingEqualsReferenceTest.kinds();
    }

    private static Ints openUnits(int count, SplittableRandom random) {
        int one = random.nextInt(count);
        int share = random.nextInt(4);
        return Ints.of(IntStream.range(0, count)
                .filter(mu -> mu == one || random.nextInt(4) < share)
                .toArray());
    }

    private static Lowered lower(SequenceMemory memory, SpikingOptions options) {
        return new SpikingLowering()
                .lower(memory, LoweringOptions.defaults().with(options).with(Set.of(CodecControl.GATE)));
    }

    private static List<SpikingRecall.Step> expected(SequenceMemory memory, Ints open, Signs cue) {
        ThreeValuedRecall reference = new ThreeValuedRecall(memory);
        reference.open(open);
        return SpikingMemories.expected(reference, cue, STEPS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gatesSwitchedAtAnyTickLetTheOpenUnitsWinAndNoOther(Kind kind) {
        int restricted = 0;
        for (int trial = 0; trial < 6; trial++) {
            long seed = kind.toString().hashCode() * 1_000L + trial;
            SplittableRandom random = new SplittableRandom(seed);
            Likeness likeness = Likeness.of(trial);
            SequenceMemory memory = SpikingMemories.draw(likeness, kind.threshold(), kind.dwell(), random);
            SpikingOptions options = SpikingMemories.options(kind.form(), kind.dwell(), random);
            Lowered lowered = lower(memory, options);
            Codec codec = lowered.codec();
            int patience = SpikingMemories.patience(memory, options);
            Ints before = openUnits(memory.count(), random);
            Ints after = openUnits(memory.count(), random);
            Signs cue = SpikingMemories.cue(memory, random);
            Signs state = SpikingMemories.cue(memory, random);
            List<SpikingRecall.Step> first = expected(memory, before, cue);
            List<SpikingRecall.Step> second = expected(memory, after, state);
            restricted += second.equals(expected(memory, Ints.range(memory.count()), state)) ? 0 : 1;
            for (long phase = 0; phase < 12; phase++) {
                long at = phase;
                Backend backend = trial == 2 && phase == 5 ? new DenseBackend() : new SimulatorBackend();
                try (SpikingRecall recall = new SpikingRecall(backend, lowered)) {
                    recall.inject(codec.gate(before, Signs.zeros(memory.features()), 0));
                    recall.cue(cue, 0);
                    List<SpikingRecall.Step> found = recall.recall(3, patience);
                    assertEquals(
                            prefix(first, 3), prefix(found, 3), () -> kind + ", seed " + seed + ", before the switch");
                    long tick = recall.tick() + phase;
                    recall.restart(codecGate(recall, codec, after, state, tick), tick);
                    assertEquals(
                            second,
                            prefix(recall.recall(STEPS, patience), STEPS),
                            () -> kind + ", seed " + seed + ", switched " + at + " ticks later");
                }
            }
        }
        assertTrue(restricted > 1, "the gates hardly ever matter: " + restricted);
    }

    private static List<SourceSpike> codecGate(SpikingRecall recall, Codec codec, Ints open, Signs state, long tick) {
        recall.advance(tick);
        return codec.gate(open, state, tick);
    }

    private static List<SpikingRecall.Step> prefix(List<SpikingRecall.Step> steps, int count) {
        List<SpikingRecall.Step> prefix = new ArrayList<>(steps.subList(0, Math.min(count, steps.size())));
        if (!prefix.isEmpty() && count < STEPS) {
            // what answers the last step may not have fired yet
            SpikingRecall.Step last = prefix.removeLast();
            prefix.add(SpikingRecall.Step.of(last.state(), Ints.of()));
        }
        return prefix;
    }

    @Test
    void openingAllAfterAllWereClosedButOneLeavesNoTrace() {
        PatternSet patterns = PatternSet.random(9, 70, 3, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(9), new Interaction.Exponential(1));
        Lowered lowered = lower(memory, SpikingOptions.defaults());
        Ints all = Ints.range(9);
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.inject(lowered.codec().gate(Ints.of(4), Signs.zeros(70), 0));
            recall.inject(lowered.codec().gate(Ints.of(4), Signs.zeros(70), 5));
            recall.cue(patterns.row(0), 9);
            assertEquals(4, recall.recall(1, 400).getFirst().winner());
            long tick = recall.tick();
            recall.restart(lowered.codec().gate(all, patterns.row(0), tick), tick);
            List<SpikingRecall.Step> steps = recall.recall(STEPS, 400);
            assertEquals(expected(memory, all, patterns.row(0)), steps.subList(0, STEPS));
        }
    }

    @Test
    void aChainOfMotifsFollowsTheGates() {
        PatternSet patterns = PatternSet.random(40, 90, 3, 0);
        // four motifs that loop, of ten patterns each
        int[] next =
                IntStream.range(0, 40).map(mu -> mu % 10 == 9 ? mu - 9 : mu + 1).toArray();
        SequenceMemory memory = SequenceMemory.of(patterns, new Successors(Ints.of(next)), new Interaction.Softmax(1));
        Lowered lowered = lower(memory, SpikingOptions.defaults());
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            Signs state = patterns.row(0);
            for (int motif : new int[] {2, 0, 3, 3, 1}) {
                long tick = recall.tick();
                Ints open = Ints.of(IntStream.range(10 * motif, 10 * motif + 10).toArray());
                recall.restart(lowered.codec().gate(open, state, tick), tick);
                List<SpikingRecall.Step> steps = recall.recall(12, 400);
                for (SpikingRecall.Step step : steps.subList(0, 11)) {
                    assertEquals(motif, step.winner() / 10);
                }
                state = steps.getLast().state();
                assertNotEquals(0, state.length() - state.zeroCount());
            }
        }
    }
}
