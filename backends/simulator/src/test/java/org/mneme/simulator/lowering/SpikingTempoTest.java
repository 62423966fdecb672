package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingEqualsReferenceTest.Kind;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;

/** Dwell under a tonic gain: what the counters count is what the three-valued reference does, whenever the gain is told. */
class SpikingTempoTest {
    private static final int UNIT = 16;
    private static final int STEPS = 40;

    /** From the telling to the pace neurons. */
    private static final int IN_FORCE = 2;

    /** From a hidden spike to the pace neurons. */
    private static final int PACED = 2;

    static Stream<Kind> kinds() {
        return SpikingEqualsReferenceTest.kinds();
    }

    private static Lowered lower(SequenceMemory memory, SpikingOptions options, CodecControl... controls) {
        return new SpikingLowering()
                .lower(memory, LoweringOptions.defaults().with(options).with(Set.of(controls)));
    }

    private static SequenceMemory cycle(int... steps) {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(5, 80, 2, 0), Successors.cycle(5), new Interaction.Exponential(1));
        return memory.with(
                new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(steps)), 2.5, new Interaction.Exponential(1)));
    }

    private static SequenceMemory timed(Kind kind, SplittableRandom random) {
        Likeness likeness = Likeness.of(random.nextInt(4));
        return SpikingMemories.draw(likeness, kind.threshold(), kind.dwell(), random);
    }

    private static int longest(SequenceMemory memory) {
        int longest = 1;
        for (int mu = 0; mu < memory.count(); mu++) {
            longest = Math.max(longest, memory.dwell(mu));
        }
        return longest;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gatesCuesAndTempiToldAtAnyTickAreTheReferences(Kind kind) {
        int paused = 0;
        int changes = 0;
        int ends = 0;
        for (int trial = 0; trial < 30; trial++) {
            long seed = kind.toString().hashCode() * 1_000L + trial;
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = timed(kind, random);
            SpikingOptions options = SpikingMemories.options(kind.form(), true, random);
            Lowered lowered = lower(memory, options, CodecControl.GATE, CodecControl.TEMPO);
            int patience = SpikingMemories.patience(memory, options);
            TreeMap<Long, Integer> gains = new TreeMap<>();
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
                ThreeValuedRecall reference = new ThreeValuedRecall(memory, UNIT);
                for (int section = 0; section < 3; section++) {
                    long cueTick = recall.tick();
                    Signs cue = SpikingMemories.cue(memory, random);
                    if (section == 1 && cue.zeroCount() < cue.length()) {
                        Ints open = Ints.of(IntStream.range(0, memory.count())
                                .filter(mu -> mu % 3 != 0 || mu == 0)
                                .toArray());
                        recall.restart(lowered.codec().gate(open, cue, cueTick), cueTick);
                        reference.open(open);
                    } else {
                        recall.cue(cue, cueTick);
                    }
                    for (int k = 0; k < STEPS; k += 4) {
                        long tick = recall.tick() + 1 + random.nextInt(9);
                        recall.advance(tick);
                        int gain = random.nextInt(4) == 0 ? 0 : random.nextInt(UNIT * longest(memory) + 1);
                        recall.inject(lowered.codec().tempo(gain / (double) UNIT, tick));
                        gains.put(tick, gain);
                        recall.recall(k, patience);
                    }
                    long clearing = lowered.codec().alignCue(cueTick, cueTick) - cueTick;
                    int count = recall.steps().size();
                    List<SpikingRecall.Step> found = recall.recall(count + 1, patience);
                    boolean goesOn = found.size() > count;
                    List<SpikingRecall.Step> expected = new ArrayList<>();
                    reference.cue(cue);
                    boolean alive = cue.zeroCount() < cue.length();
                    long paces = cueTick + clearing;
                    while (alive && expected.size() < count) {
                        Map.Entry<Long, Integer> told = gains.floorEntry(paces - IN_FORCE);
                        int gain = told == null ? UNIT : told.getValue();
                        Signs state = reference.state();
                        alive = reference.step(gain);
                        RecallStep step = recall.steps().get(expected.size());
                        expected.add(SpikingRecall.Step.of(state, reference.winners()));
                        paused += gain == 0 ? 1 : 0;
                        changes += told != null && told.getKey() > cueTick ? 1 : 0;
                        Long fired = recall.hiddenSpikes().higherKey(step.tick());
                        paces = fired == null ? Long.MAX_VALUE : fired + PACED;
                    }
                    String where = kind + ", seed " + seed + ", section " + section;
                    assertEquals(expected, found.subList(0, count), where);
                    assertEquals(alive, goesOn, where);
                    ends += alive ? 0 : 1;
                }
            }
        }
        assertTrue(ends > 3, "few recalls end: " + ends);
        assertTrue(paused > 30, "few steps paused: " + paused);
        assertTrue(changes > 100, "few steps under a changed tempo: " + changes);
    }

    /** How many steps each pattern is held, in order, the last left out. */
    private static List<Integer> dwells(List<SpikingRecall.Step> steps) {
        List<Integer> dwells = new ArrayList<>();
        int held = 1;
        for (int k = 1; k < steps.size(); k++) {
            if (steps.get(k).winner() == steps.get(k - 1).winner()) {
                held++;
            } else {
                dwells.add(held);
                held = 1;
            }
        }
        return dwells;
    }

    @Test
    void aPatternIsHeldForItsDwellDividedByTheGainRoundedUp() {
        int[] tau = {3, 7, 1, 10, 4};
        SequenceMemory memory = cycle(tau);
        for (SpikingOptions.Form form : SpikingOptions.Form.values()) {
            Lowered lowered = lower(memory, new SpikingOptions(form, Optional.empty()), CodecControl.TEMPO);
            for (int gain = 1; gain <= UNIT * 10; gain += gain < 40 ? 1 : 11) {
                try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
                    if (gain != UNIT) {
                        recall.inject(lowered.codec().tempo(gain / (double) UNIT, 0));
                    }
                    recall.cue(memory.patterns().row(0), 0);
                    List<Integer> expected = new ArrayList<>();
                    for (int mu = 0; mu < 7; mu++) {
                        expected.add(-Math.floorDiv(-tau[mu % 5] * UNIT, gain));
                    }
                    int steps = expected.stream().mapToInt(Integer::intValue).sum() + 1;
                    int told = gain;
                    assertEquals(
                            expected,
                            dwells(recall.recall(steps, 100).subList(0, steps)),
                            () -> form + ", gain " + told + "/16");
                }
            }
        }
    }

    @Test
    void aPauseHoldsThePatternAndTheRecallGoesOnWhereItWas() {
        SequenceMemory memory = cycle(6);
        Lowered lowered = lower(memory, SpikingOptions.defaults(), CodecControl.TEMPO);
        for (int at = 8; at < 40; at++) {
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
                recall.cue(memory.patterns().row(0), 0);
                recall.advance(at);
                recall.inject(lowered.codec().tempo(0, at));
                recall.advance(at + 300);
                recall.inject(lowered.codec().tempo(1, at + 300));
                List<Integer> dwells = dwells(recall.recall(150, 100));
                List<Integer> paused = dwells.stream().filter(d -> d != 6).toList();
                assertEquals(List.of(106), paused, "paused at tick " + at);
            }
        }
    }

    @Test
    void theGraphIsIdleAfterItsEndAtTempoOneEvenIfItWasToldAnother() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(5, 80, 2, 0), Successors.chain(5), new Interaction.Exponential(1));
        Lowered lowered = lower(memory, SpikingOptions.defaults(), CodecControl.TEMPO);
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.inject(lowered.codec().tempo(0.25, 0));
            recall.cue(memory.patterns().row(0), 0);
            assertEquals(List.of(4, 4, 4, 4), dwells(recall.recall(100, 60)));
            assertEquals(20, recall.steps().size());
            assertTrue(!recall.idle(), "a tempo latch is on");
            recall.inject(lowered.codec().tempo(1, recall.tick()));
            recall.advance(recall.tick() + 5);
            assertTrue(recall.idle());
        }
    }
}
