package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Signs;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.SequenceMemory;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories.Likeness;
import org.mneme.simulator.reference.DenseBackend;

/** A cue given at any tick of a recall starts the recall that a fresh graph would. */
class SpikingRecueTest {
    private static final int STEPS = 8;

    /** A recall: what was decoded, and when, counted from the cue. */
    record Told(List<SpikingRecall.Step> steps, List<Long> ticks) {}

    /** A memory, two cues, and what a fresh graph recalls from the second. */
    private record Case(SequenceMemory memory, Lowered lowered, Signs first, Signs second, int patience) {
        static Case draw(long seed, boolean threshold, SpikingOptions.Form form) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean dwell = random.nextBoolean();
            Likeness likeness = Likeness.of(random.nextInt(4));
            SequenceMemory memory = SpikingMemories.draw(likeness, threshold, dwell, random);
            SpikingOptions options = SpikingMemories.options(form, dwell, random);
            return new Case(
                    memory,
                    new SpikingLowering()
                            .lower(memory, LoweringOptions.defaults().with(options)),
                    SpikingMemories.cue(memory, random),
                    SpikingMemories.cue(memory, random),
                    SpikingMemories.patience(memory, options));
        }

        Told fresh(Backend backend) {
            try (SpikingRecall recall = new SpikingRecall(backend, lowered)) {
                recall.cue(second, 0);
                return told(recall, 0);
            }
        }

        Told at(long tick, Backend backend, Predicate<SourceSpike> kept) {
            try (SpikingRecall recall = new SpikingRecall(backend, lowered)) {
                recall.cue(first, 0);
                recall.restart(
                        lowered.codec().cue(second, tick).stream().filter(kept).toList(), tick);
                return told(recall, tick);
            }
        }

        private Told told(SpikingRecall recall, long cueTick) {
            List<SpikingRecall.Step> steps = recall.recall(STEPS, patience);
            List<Long> ticks = new ArrayList<>();
            recall.steps().stream().limit(STEPS).forEach(step -> ticks.add(step.tick() - cueTick));
            return new Told(steps.subList(0, ticks.size()), ticks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCueAtAnyTickStartsTheRecallOfAFreshGraph(SpikingOptions.Form form) {
        int recalls = 0;
        for (int trial = 0; trial < 14; trial++) {
            long seed = form.name().hashCode() + (long) trial;
            Case drawn = Case.draw(seed, trial % 4 == 0, form);
            Backend backend = trial == 3 ? new DenseBackend() : new SimulatorBackend();
            Told fresh = drawn.fresh(backend);
            recalls += fresh.steps().size() > 1 ? 1 : 0;
            long earliest = drawn.lowered().codec().alignCue(0, 0);
            for (long tick = earliest; tick < earliest + 45; tick++) {
                assertEquals(tick, drawn.lowered().codec().alignCue(0, tick), "a cue may come at any tick");
                assertEquals(fresh, drawn.at(tick, backend, _ -> true), "seed " + seed + ", tick " + tick);
            }
        }
        assertTrue(recalls > 7, "few recalls: " + recalls);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutTheClearingOrATickOfItSomeCueIsCorrupted(boolean whole) {
        int corrupted = 0;
        for (int trial = 0; trial < 14; trial++) {
            Case drawn = Case.draw(trial, false, SpikingOptions.Form.INHIBITOR);
            Told fresh = drawn.fresh(new SimulatorBackend());
            for (long tick = 12; tick < 40; tick++) {
                long end = drawn.lowered().codec().cue(drawn.second(), tick).stream()
                        .filter(spike -> spike.population().equals("clear"))
                        .mapToLong(SourceSpike::tick)
                        .max()
                        .orElseThrow();
                Told told = drawn.at(
                        tick,
                        new SimulatorBackend(),
                        spike -> !spike.population().equals("clear") || !whole && spike.tick() < end);
                corrupted += told.equals(fresh) ? 0 : 1;
            }
        }
        assertTrue(corrupted > 0, "the clearing makes no difference");
    }

    @Test
    void aCueInsideTheClearingOfAnotherIsPutAfterIt() {
        Lowered lowered = Case.draw(1, false, SpikingOptions.Form.INHIBITOR).lowered();
        long clearing = lowered.codec().alignCue(100, 100) - 100;
        assertTrue(clearing > 1);
        for (long tick = 100 - clearing + 1; tick < 100 + clearing; tick++) {
            assertEquals(100 + clearing, lowered.codec().alignCue(100, tick));
        }
        assertEquals(100 - clearing, lowered.codec().alignCue(100, 100 - clearing));
        assertEquals(100 + clearing, lowered.codec().alignCue(100, 100 + clearing));
    }
}
