package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
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
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;
import org.mneme.simulator.reference.DenseBackend;

/** The spiking lowering, executed, is the three-valued reference: states, all winners, ends. */
class SpikingEqualsReferenceTest {
    private static final int TRIALS = 60;
    private static final int DENSE_TRIALS = 8;
    private static final int STEPS = 16;

    /** A kind of circuit. */
    record Kind(boolean threshold, boolean dwell, SpikingOptions.Form form) {}

    static Stream<Kind> kinds() {
        return Stream.of(false, true)
                .flatMap(dwell -> Stream.of(
                        new Kind(true, dwell, SpikingOptions.Form.INHIBITOR),
                        new Kind(false, dwell, SpikingOptions.Form.INHIBITOR),
                        new Kind(false, dwell, SpikingOptions.Form.LATERAL)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statesAndWinnersAreTheReferences(Kind kind) {
        int steps = 0;
        int ties = 0;
        int unknown = 0;
        int silences = 0;
        int slow = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            long seed = kind.toString().hashCode() * 1_000L + trial;
            SplittableRandom random = new SplittableRandom(seed);
            Likeness likeness = Likeness.of(trial);
            SequenceMemory memory = SpikingMemories.draw(likeness, kind.threshold(), kind.dwell(), random);
            Signs cue = SpikingMemories.cue(memory, random);
            SpikingOptions options = SpikingMemories.options(kind.form(), kind.dwell(), random);
            Lowered lowered = new SpikingLowering()
                    .lower(memory, LoweringOptions.defaults().with(options));
            List<SpikingRecall.Step> expected = SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS);
            List<Backend> backends = trial < DENSE_TRIALS
                    ? List.of(new SimulatorBackend(), new DenseBackend())
                    : List.of(new SimulatorBackend());
            for (Backend backend : backends) {
                try (SpikingRecall recall = new SpikingRecall(backend, lowered)) {
                    recall.cue(cue, 0);
                    int patience = SpikingMemories.patience(memory, options);
                    List<SpikingRecall.Step> found = recall.recall(STEPS, patience);
                    assertEquals(expected, found, () -> kind + ", seed " + seed + ", " + options);
                    if (expected.size() < STEPS) {
                        assertTrue(recall.idle(), () -> "not silent at the end: " + kind + ", seed " + seed);
                    }
                    slow += slowSteps(recall.steps(), lowered.codec().ticksPerStep());
                }
            }
            steps += expected.size();
            ties += (int)
                    expected.stream().filter(s -> s.winners().length() > 1).count();
            unknown += (int) expected.stream()
                    .skip(1)
                    .filter(s -> s.state().zeroCount() > 0)
                    .count();
            silences += expected.size() < STEPS ? 1 : 0;
        }
        assertTrue(steps > 4 * TRIALS, "few steps: " + steps);
        assertTrue(ties > TRIALS / 4, "few ties: " + ties);
        assertTrue(unknown > TRIALS / 10, "few unknown features: " + unknown);
        assertTrue(silences > TRIALS / 10, "few recalls that end: " + silences);
        assertTrue(kind.threshold() || slow > TRIALS / 4, "few steps that needed the ramp: " + slow);
    }

    private static int slowSteps(List<RecallStep> steps, int period) {
        int slow = 0;
        for (int k = 1; k < steps.size(); k++) {
            slow += steps.get(k).tick() - steps.get(k - 1).tick() > period ? 1 : 0;
        }
        return slow;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCleanStepTakesThePeriodAndNoMoreThanThreeTicks(Kind kind) {
        for (int trial = 0; trial < 6; trial++) {
            PatternSet patterns = PatternSet.random(12, 90 + trial, trial, 0);
            SequenceMemory memory = SequenceMemory.of(
                    patterns,
                    Successors.cycle(12),
                    kind.threshold() ? new Interaction.Threshold(new BigDecimal("0.9")) : new Interaction.Softmax(1));
            if (kind.dwell()) {
                memory = memory.with(
                        new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Linear()));
            }
            Lowered lowered = new SpikingLowering()
                    .lower(memory, LoweringOptions.defaults().with(new SpikingOptions(kind.form(), Optional.empty())));
            int period = lowered.codec().ticksPerStep();
            assertTrue(period <= 3, () -> period + " ticks");
            try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
                recall.cue(patterns.row(0), 0);
                assertEquals(30, recall.recall(30, 50).size());
                for (int k = 1; k < 30; k++) {
                    assertEquals(
                            recall.steps().get(k - 1).tick() + period,
                            recall.steps().get(k).tick(),
                            kind + ", trial " + trial + ", step " + k);
                }
            }
        }
    }

    @Test
    void nothingHappensWithoutACue() {
        SplittableRandom random = new SplittableRandom(4);
        SequenceMemory memory = SpikingMemories.draw(Likeness.RANDOM, false, true, random);
        try (SpikingRecall recall = new SpikingRecall(
                new SimulatorBackend(), new SpikingLowering().lower(memory, LoweringOptions.defaults()))) {
            assertTrue(recall.idle());
            assertEquals(List.of(), recall.recall(1, 200));
            recall.cue(Signs.zeros(memory.features()), 200);
            assertEquals(List.of(), recall.recall(1, 300));
            assertTrue(recall.idle());
        }
    }
}
