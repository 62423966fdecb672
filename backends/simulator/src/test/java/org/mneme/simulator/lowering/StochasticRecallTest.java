package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Decoder;
import org.mneme.lower.DecoderPosition;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.reference.DenseBackend;

/** Recalls of the stochastic lowering: order, timing, tempo, ends, and cues. */
class StochasticRecallTest {
    private static final long SEED = 4711;
    private static final double STEP_TICKS = 250;
    private static final double STEP_SECONDS = 0.25;
    private static final Backend SIMULATOR = new SimulatorBackend();

    private static Execution open(Lowered lowered, long seed) {
        return StochasticRuns.open(SIMULATOR, lowered, seed, "rails", "hidden");
    }

    private static List<RecallStep> recall(Lowered lowered, Signs cue, long seed, long ticks) {
        try (Execution execution = open(lowered, seed)) {
            execution.inject(lowered.codec().cue(cue, 0));
            return StochasticRuns.steps(execution, lowered, lowered.codec().decoder(0), ticks);
        }
    }

    @Test
    void largeKappaRecallsAChainInOrderAndEndsInSilence() {
        SequenceMemory memory = StochasticRuns.random(30, 64, 1, Successors.chain(30), 0.5);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        try (Execution execution = open(lowered, SEED)) {
            execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
            List<RecallStep> steps =
                    StochasticRuns.steps(execution, lowered, lowered.codec().decoder(0), 20_000);
            assertEquals(30, steps.size());
            for (int k = 0; k < 30; k++) {
                assertEquals(k, steps.get(k).step());
                assertEquals(memory.patterns().row(k), steps.get(k).state(), "step " + k);
                assertEquals(k, steps.get(k).hiddenWinner(), "winner of step " + k);
            }
            assertTrue(execution.idle(), "silent after the last pattern");
        }
    }

    @Test
    void noisyAndIncompleteCuesFindTheirPattern() {
        for (int trial = 0; trial < 4; trial++) {
            SequenceMemory memory = StochasticRuns.random(20, 100, trial, Successors.cycle(20), 0.5);
            Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
            SplittableRandom random = new SplittableRandom(trial);
            int[] bad = random.ints(0, 100).distinct().limit(30).toArray();
            Signs pattern = memory.patterns().row(3);
            long[] known = {-1, -1};
            long[] plus = {pattern.plusWord(0), pattern.plusWord(1)};
            Arrays.stream(bad).forEach(i -> known[i >>> 6] &= ~(1L << i));
            for (Signs cue : List.of(pattern.flip(bad), Signs.ofWords(100, plus, known))) {
                List<RecallStep> steps = recall(lowered, cue, SEED + trial, 12_000);
                assertEquals(cue, steps.get(0).state(), "trial " + trial);
                assertEquals(3, steps.get(0).hiddenWinner(), "trial " + trial);
                for (int k = 1; k < 8; k++) {
                    assertEquals(memory.patterns().row(3 + k), steps.get(k).state(), "trial " + trial + ", step " + k);
                }
            }
        }
    }

    @Test
    void dilutedPatternsLeaveTheirMissingFeaturesUnknown() {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < 6; mu++) {
            Signs full = StochasticRuns.random(6, 80, 9, Successors.cycle(6), 1)
                    .patterns()
                    .row(mu);
            long missing = 0xFFL << 8 * mu;
            rows.add(Signs.ofWords(80, new long[] {full.plusWord(0), full.plusWord(1)}, new long[] {~missing, -1}));
        }
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.of(rows), Successors.cycle(6), new Interaction.Softmax(0.5));
        List<RecallStep> steps = recall(StochasticRuns.lowered(memory, STEP_SECONDS), rows.get(0), SEED, 4000);
        assertTrue(steps.size() > 6, steps.size() + " steps");
        for (int k = 0; k < steps.size(); k++) {
            assertEquals(rows.get(k % 6), steps.get(k).state(), "step " + k);
        }
    }

    /** P(dwell > t) = e^{−r Σ e^{−D cⁿ}} over the ticks in which an input has arrived, D the depth of the floor, c the leak. */
    private static StochasticStatistics.Survival law(double meanTicks) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            double mean = 0;
            for (long t = 0; t < 20_000; t++) {
                mean += survival(t, middle);
            }
            if (mean > meanTicks) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double rate = high;
        return t -> survival(t, rate);
    }

    private static double survival(long dwell, double rate) {
        double depth = StrictMath.log(0.01 * 0x1p32) + 1;
        double sum = 0;
        double settled = Math.min(dwell - 1, 80);
        for (int n = 1; n <= settled; n++) {
            sum += StrictMath.exp(-depth * StrictMath.exp(-n / 5.0));
        }
        return StrictMath.exp(-rate * (sum + Math.max(0, dwell - 1 - settled)));
    }

    @Test
    void dwellTimesAreExponentialAfterTheRecoveryFromInhibition() {
        SequenceMemory memory = StochasticRuns.random(4, 24, 2, Successors.cycle(4), 1);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        long[] dwells = StochasticRuns.dwells(recall(lowered, memory.patterns().row(0), SEED, 500_000));
        double n = dwells.length;
        assertEquals(
                STEP_TICKS, StochasticStatistics.mean(dwells), 3.3 * StochasticStatistics.error(dwells), "mean dwell");
        double critical = 1.63 / Math.sqrt(n);
        double distance = StochasticStatistics.distance(dwells, law(STEP_TICKS));
        assertTrue(distance < critical, distance + " of " + critical + ", " + n + " dwells");
        double plain = StochasticStatistics.distance(dwells, t -> StrictMath.exp(-t / STEP_TICKS));
        assertTrue(plain > critical, "without a recovery: " + plain + " of " + critical);
        assertTrue(Arrays.stream(dwells).min().orElseThrow() < STEP_TICKS / 5, "short dwells");
        assertTrue(Arrays.stream(dwells).max().orElseThrow() > 4 * STEP_TICKS, "long dwells");
    }

    @Test
    void tempoSetsTheMeanDwell() {
        SequenceMemory memory = StochasticRuns.random(4, 16, 3, Successors.cycle(4), 2);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        try (Execution execution = open(lowered, SEED)) {
            execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
            Decoder decoder = lowered.codec().decoder(0);
            for (double gain : new double[] {2, 0.5, 1, 0.25, 1.3}) {
                execution.inject(lowered.codec().tempo(gain, execution.tick()));
                long until = execution.tick() + (long) (600 * STEP_TICKS / gain);
                long[] dwells = StochasticRuns.dwells(StochasticRuns.steps(execution, lowered, decoder, until));
                assertEquals(
                        STEP_TICKS / gain,
                        StochasticStatistics.mean(dwells),
                        3.3 * StochasticStatistics.error(dwells),
                        "mean dwell at tempo " + gain);
            }
        }
    }

    @Test
    void pausedRecallResumesAtTheSameState() {
        SequenceMemory memory = StochasticRuns.random(6, 32, 4, Successors.cycle(6), 1);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        try (Execution execution = open(lowered, SEED)) {
            execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
            Decoder decoder = lowered.codec().decoder(0);
            List<RecallStep> before = StochasticRuns.steps(execution, lowered, decoder, 2000);
            execution.inject(lowered.codec().tempo(0, 2000));
            before.addAll(StochasticRuns.steps(execution, lowered, decoder, 2002));
            assertEquals(List.of(), StochasticRuns.steps(execution, lowered, decoder, 30_000), "steps while paused");
            execution.inject(lowered.codec().tempo(1, 30_000));
            List<RecallStep> after = StochasticRuns.steps(execution, lowered, decoder, 33_000);
            assertTrue(after.size() > 3, after.size() + " steps after the pause");
            List<RecallStep> all = new ArrayList<>(before);
            all.addAll(after);
            for (int k = 0; k < all.size(); k++) {
                assertEquals(memory.patterns().row(k % 6), all.get(k).state(), "step " + k);
            }
            assertTrue(after.get(1).tick() > 30_000, "the step paused in ends after the pause");
        }
    }

    @Test
    void anotherCueReplacesTheStateAtAnyTick() {
        SequenceMemory memory = StochasticRuns.random(12, 48, 5, Successors.cycle(12), 1);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        for (int phase = 0; phase < 40; phase++) {
            try (Execution execution = open(lowered, SEED)) {
                execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
                execution.advance(300 + phase, (tick, neuron, payload) -> {});
                long tick = lowered.codec().alignCue(0, execution.tick());
                execution.inject(lowered.codec().cue(memory.patterns().row(7), tick));
                List<RecallStep> steps =
                        StochasticRuns.steps(execution, lowered, lowered.codec().decoder(tick), tick + 1500);
                for (int k = 0; k < Math.min(steps.size(), 5); k++) {
                    assertEquals(memory.patterns().row(7 + k), steps.get(k).state(), "phase " + phase + ", step " + k);
                }
                assertTrue(steps.size() > 1, "phase " + phase);
            }
        }
    }

    @Test
    void nothingSpikesWithoutACue() {
        Lowered lowered = StochasticRuns.lowered(StochasticRuns.hub(5, 0.01), STEP_SECONDS);
        try (Execution execution = open(lowered, SEED)) {
            execution.advance(5000, (tick, neuron, payload) -> {
                throw new AssertionError("neuron " + neuron + " spikes at " + tick);
            });
            assertTrue(execution.idle());
        }
    }

    /** As a session does from a checkpoint: the spikes of the step under way are given again. */
    @Test
    void decoderGoesOnFromItsPosition() {
        SequenceMemory memory = StochasticRuns.random(5, 32, 6, Successors.cycle(5), 1);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        Signs cue = memory.patterns().row(0);
        List<RecallStep> whole = recall(lowered, cue, SEED, 6000);
        int hidden = StochasticRuns.firstId(lowered, "hidden");
        int rails = StochasticRuns.firstId(lowered, "rails");
        record Heard(long tick, int neuron) {}
        try (Execution execution = open(lowered, SEED)) {
            execution.inject(lowered.codec().cue(cue, 0));
            DecoderPosition position = lowered.codec().decoder(0).position();
            List<Heard> held = new ArrayList<>();
            List<RecallStep> parts = new ArrayList<>();
            while (execution.tick() < 6000) {
                execution.advance(execution.tick() + 100, (tick, neuron, payload) -> held.add(new Heard(tick, neuron)));
                Decoder decoder = lowered.codec().resume(position);
                for (Heard spike : held) {
                    if (spike.neuron() < hidden) {
                        decoder.feature(spike.tick(), spike.neuron() - rails, 1);
                    } else {
                        decoder.hidden(spike.tick(), spike.neuron() - hidden, 1);
                    }
                }
                parts.addAll(decoder.drain(execution.tick()));
                position = decoder.position();
                long next = position.nextTick();
                held.removeIf(spike -> spike.tick() < next);
            }
            assertEquals(whole, parts);
        }
    }

    @Test
    void statesAreDecodedFromRailsWithoutHiddenSpikes() {
        SequenceMemory memory = StochasticRuns.random(5, 32, 6, Successors.chain(5), 1);
        Lowered lowered = StochasticRuns.lowered(memory, STEP_SECONDS);
        List<RecallStep> whole = recall(lowered, memory.patterns().row(0), SEED, 6000);
        try (Execution execution = StochasticRuns.open(SIMULATOR, lowered, SEED, "rails")) {
            execution.inject(lowered.codec().cue(memory.patterns().row(0), 0));
            List<RecallStep> steps =
                    StochasticRuns.steps(execution, lowered, lowered.codec().decoder(0), 6000);
            assertEquals(
                    whole.stream().map(RecallStep::tick).toList(),
                    steps.stream().map(RecallStep::tick).toList());
            assertEquals(
                    whole.stream().map(RecallStep::state).toList(),
                    steps.stream().map(RecallStep::state).toList());
        }
    }

    @Test
    void engineEqualsDenseStepper() {
        SequenceMemory memory = StochasticRuns.hub(6, 0.3);
        Lowered lowered = StochasticRuns.lowered(memory, 0.2);
        String[] all = {"rails", "hidden", "ramp", "gate", "tempo"};
        List<List<Long>> spikes = new ArrayList<>();
        for (Backend backend : List.of(SIMULATOR, new DenseBackend())) {
            List<Long> heard = new ArrayList<>();
            try (Execution execution = StochasticRuns.open(backend, lowered, SEED, all)) {
                execution.inject(lowered.codec().cue(memory.patterns().row(5).flip(0, 11), 0));
                execution.inject(lowered.codec().tempo(1.2, 500));
                execution.inject(
                        lowered.codec().gate(Ints.of(1, 4), memory.patterns().row(0), 900));
                execution.inject(lowered.codec().tempo(0, 3000));
                execution.inject(lowered.codec().tempo(0.5, 3100));
                execution.inject(
                        lowered.codec().gate(Ints.range(6), memory.patterns().row(0), 3500));
                execution.advance(4500, (tick, neuron, payload) -> {
                    heard.add(tick);
                    heard.add((long) neuron);
                });
                assertEquals(0, execution.counters().saturations(), "saturations");
            }
            spikes.add(heard);
        }
        assertArrayEquals(spikes.get(1).toArray(), spikes.get(0).toArray());
    }
}
