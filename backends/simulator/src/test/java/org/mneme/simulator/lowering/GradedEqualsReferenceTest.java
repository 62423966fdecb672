package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.Decoder;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.RealLowering;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.reference.DenseBackend;

/** The graded lowering, executed, is the reference recall with the same table, step for step. */
class GradedEqualsReferenceTest {
    private static final int TRIALS = 12;
    private static final int STEPS = 14;

    private static final Interaction LINEAR = new Interaction.Linear();
    private static final Interaction SHARP = new Interaction.Exponential(1.0);

    /** A kind of memory, drawn anew for each trial. */
    record Kind(String name, Interaction interaction, Learning learning, List<Timing> timings, boolean diluted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        List<Timing> once = List.of(new Timing.OneStep());
        return Stream.of(
                new Kind("linear", LINEAR, Learning.HEBBIAN, once, false),
                new Kind("square", power(2), Learning.HEBBIAN, once, false),
                new Kind("cube, diluted", power(3), Learning.HEBBIAN, once, true),
                new Kind("degree 12", power(12), Learning.HEBBIAN, once, false),
                new Kind("exponential", SHARP, Learning.HEBBIAN, once, false),
                new Kind("flat exponential", new Interaction.Exponential(0.1), Learning.HEBBIAN, once, false),
                new Kind("softmax, diluted", new Interaction.Softmax(0.5), Learning.HEBBIAN, once, true),
                new Kind("threshold", new Interaction.Threshold(new BigDecimal("0.7")), Learning.HEBBIAN, once, false),
                new Kind("pseudoinverse, linear", LINEAR, Learning.PSEUDOINVERSE, once, false),
                new Kind("pseudoinverse, cube", power(3), Learning.PSEUDOINVERSE, once, false),
                new Kind(
                        "pseudoinverse, exponential",
                        new Interaction.Exponential(0.2),
                        Learning.PSEUDOINVERSE,
                        once,
                        false),
                new Kind("one dwell", power(10), Learning.HEBBIAN, mixed(power(10), false), false),
                new Kind("linear dwell", LINEAR, Learning.HEBBIAN, mixed(LINEAR, false), true),
                new Kind("per-pattern dwell", power(9), Learning.HEBBIAN, mixed(power(2), true), false),
                new Kind("exponential dwell", SHARP, Learning.HEBBIAN, mixed(SHARP, true), false),
                new Kind("pseudoinverse dwell", power(6), Learning.PSEUDOINVERSE, mixed(power(6), true), false));
    }

    private static Interaction power(int degree) {
        return new Interaction.Polynomial(degree);
    }

    /** τ is filled in per trial: the list holds a prototype with the wanted λ and f_S. */
    private static List<Timing> mixed(Interaction symmetric, boolean perPattern) {
        return List.of(
                new Timing.Mixed(new Timing.Trace.Boxcar(perPattern ? Ints.of(1, 2) : Ints.of(3)), 2.5, symmetric),
                new Timing.Mixed(new Timing.Trace.Boxcar(perPattern ? Ints.of(1, 2) : Ints.of(1)), 0.7, symmetric));
    }

    private static SequenceMemory draw(Kind kind, SplittableRandom random) {
        int n = 8 + random.nextInt(90);
        int p = 2 + random.nextInt(24);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            int[] signs = new int[n];
            for (int i = 0; i < n; i++) {
                signs[i] = kind.diluted() && random.nextInt(4) == 0 ? 0 : random.nextBoolean() ? 1 : -1;
            }
            rows.add(mu > 0 && random.nextInt(8) == 0 ? rows.get(mu - 1) : Signs.of(signs));
        }
        int[] next = new int[p];
        Arrays.setAll(next, mu -> random.nextInt(12) == 0 ? Successors.NONE : random.nextInt(p));
        Timing timing = kind.timings().get(random.nextInt(kind.timings().size()));
        if (timing instanceof Timing.Mixed mixed
                && mixed.trace() instanceof Timing.Trace.Boxcar boxcar
                && boxcar.steps().length() == 2) {
            int[] tau = new int[p];
            Arrays.setAll(tau, mu -> 1 + random.nextInt(6));
            timing = new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(tau)), mixed.lambda(), mixed.symmetric());
        }
        return new SequenceMemory(
                PatternSet.of(rows),
                new Successors(Ints.of(next)),
                kind.interaction(),
                SelfCoupling.INCLUDED,
                kind.learning(),
                timing);
    }

    private static Signs cue(SequenceMemory memory, SplittableRandom random) {
        Signs clean = memory.patterns().row(random.nextInt(memory.count()));
        int[] flips = random.ints(random.nextInt(memory.features() / 4 + 1), 0, memory.features())
                .distinct()
                .toArray();
        return clean.flip(flips);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statesAreTheReferencesWithTheSameTable(Kind kind) {
        int changed = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            long seed = kind.name().hashCode() * 1_000L + trial;
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory = draw(kind, random);
            Signs cue = cue(memory, random);
            Lowered lowered = new GradedLowering().lower(memory, LoweringOptions.defaults());
            List<Signs> expected = new ArrayList<>(List.of(cue));
            ReferenceRecall reference =
                    ReferenceRecall.tabulated(memory, lowered.tabulation().orElseThrow());
            reference.cue(cue);
            while (expected.size() <= STEPS && reference.step()) {
                expected.add(reference.state());
            }
            changed += (int) expected.stream().distinct().count() - 1;
            for (Backend backend : List.of(new DenseBackend(), new SimulatorBackend())) {
                List<Signs> recalled = recall(backend, lowered, cue, expected.size());
                assertEquals(expected, recalled, () -> kind + ", seed " + seed + ", " + backend.name());
            }
        }
        assertTrue(changed > TRIALS, "the recalls hardly ever moved: " + changed);
    }

    @Test
    void aGraphWithOneStoredBitWrongIsNotEqual() {
        int different = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            PatternSet patterns = PatternSet.random(12, 64, trial, 0);
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(12), SHARP);
            List<Signs> rows = new ArrayList<>();
            for (int mu = 0; mu < 12; mu++) {
                rows.add(patterns.row(mu));
            }
            rows.set(3, rows.get(3).flip(random.nextInt(64)));
            SequenceMemory wrong = SequenceMemory.of(PatternSet.of(rows), Successors.cycle(12), SHARP);
            Lowered good = new GradedLowering().lower(memory, LoweringOptions.defaults());
            Lowered bad = new GradedLowering().lower(wrong, LoweringOptions.defaults());
            Signs cue = patterns.row(0);
            different +=
                    recall(new SimulatorBackend(), good, cue, 13).equals(recall(new SimulatorBackend(), bad, cue, 13))
                            ? 0
                            : 1;
        }
        assertEquals(TRIALS, different, "a corrupted bit went unseen");
    }

    static Stream<Kind> exactKinds() {
        return kinds().filter(kind -> kind.learning() == Learning.HEBBIAN && !kind.diluted());
    }

    @ParameterizedTest
    @MethodSource("exactKinds")
    void realDomainFollowsTheExactReferenceOnCleanRecalls(Kind kind) {
        for (int trial = 0; trial < 4; trial++) {
            PatternSet patterns = PatternSet.random(5, 257, trial, 0);
            SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(5), kind.interaction());
            if (kind.timings().getFirst() instanceof Timing.Mixed mixed) {
                memory = memory.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 2.5, mixed.symmetric()));
            }
            Lowered lowered = new RealLowering().lower(memory, LoweringOptions.defaults());
            ReferenceRecall reference = ReferenceRecall.exact(memory);
            reference.cue(patterns.row(0));
            List<Signs> expected = new ArrayList<>(List.of(patterns.row(0)));
            while (expected.size() <= STEPS && reference.step()) {
                expected.add(reference.state());
            }
            int seed = trial;
            for (Backend backend : List.of(new DenseBackend(), new SimulatorBackend())) {
                assertEquals(
                        expected,
                        recall(backend, lowered, patterns.row(0), expected.size()),
                        () -> kind + ", seed " + seed + ", " + backend.name());
            }
        }
    }

    @Test
    void furtherCueReplacesTheState() {
        PatternSet patterns = PatternSet.random(20, 128, 5, 0);
        SequenceMemory memory = SequenceMemory.of(patterns, Successors.cycle(20), power(3));
        Lowered lowered = new GradedLowering().lower(memory, LoweringOptions.defaults());
        try (Execution execution = open(new SimulatorBackend(), lowered)) {
            execution.inject(lowered.codec().cue(patterns.row(0), 0));
            execution.advance(9, (tick, neuron, payload) -> {});
            long tick = lowered.codec().alignCue(0, execution.tick());
            execution.inject(lowered.codec().cue(patterns.row(11), tick));
            List<Signs> states = states(execution, lowered, tick, 5);
            for (int k = 0; k < 5; k++) {
                assertEquals(patterns.row(11 + k), states.get(k), "step " + k + " after the second cue");
            }
        }
    }

    private static Execution open(Backend backend, Lowered lowered) {
        return backend.open(
                lowered.graph(),
                new ExecutionOptions(
                        1,
                        1,
                        Set.of(
                                lowered.codec().featurePopulation(),
                                lowered.codec().hiddenPopulation())));
    }

    private static List<Signs> recall(Backend backend, Lowered lowered, Signs cue, int count) {
        try (Execution execution = open(backend, lowered)) {
            execution.inject(lowered.codec().cue(cue, 0));
            return states(execution, lowered, 0, count);
        }
    }

    private static List<Signs> states(Execution execution, Lowered lowered, long cueTick, int count) {
        Decoder decoder = lowered.codec().decoder(cueTick);
        int[] first = lowered.graph().firstIds();
        int index = lowered.graph()
                .populations()
                .indexOf(lowered.graph().population(lowered.codec().featurePopulation()));
        List<RecallStep> steps = new ArrayList<>();
        while (steps.size() < count) {
            execution.advance(decoder.nextStepComplete(), (tick, neuron, payload) -> {
                if (neuron >= first[index] && neuron < first[index + 1]) {
                    decoder.feature(tick, neuron - first[index], payload);
                } else {
                    decoder.hidden(tick, neuron, payload);
                }
            });
            steps.addAll(decoder.drain(execution.tick()));
        }
        return steps.stream().map(RecallStep::state).toList();
    }
}
