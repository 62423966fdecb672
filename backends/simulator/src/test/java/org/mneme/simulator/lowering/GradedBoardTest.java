package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.GradedLowering;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SourceSpike;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.pass.UnfitException;
import org.mneme.pass.WeightFact;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.targets.Quantity;
import org.mneme.targets.Trait;

/** Graded circuits on boards: sums through relays, payloads whose sums fit, weights rounded to a mantissa. */
class GradedBoardTest {
    private static final int TRIALS = 24;
    private static final int STEPS = 8;

    private static SequenceMemory draw(SplittableRandom random, Learning learning) {
        int n = 12 + random.nextInt(30);
        int p = 6 + random.nextInt(50);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < p; mu++) {
            rows.add(Signs.of(random.ints(n, 0, 2).map(b -> 2 * b - 1).toArray()));
        }
        int degree = 3 + random.nextInt(3);
        Timing timing = random.nextInt(3) > 0
                ? new Timing.OneStep()
                : new Timing.Mixed(new Timing.Trace.Boxcar(tau(p, random)), 2.5, new Interaction.Polynomial(degree));
        return new SequenceMemory(
                PatternSet.of(rows),
                Successors.cycle(p),
                new Interaction.Polynomial(degree),
                SelfCoupling.INCLUDED,
                learning,
                timing);
    }

    private static Ints tau(int p, SplittableRandom random) {
        int[] tau = new int[random.nextBoolean() ? 1 : p];
        Arrays.setAll(tau, _ -> 1 + random.nextInt(3));
        return Ints.of(tau);
    }

    private static Compilation compile(SequenceMemory memory, BoardTargets target) {
        return Compilation.of(memory, "graded", LoweringOptions.defaults().with(target.abilities()));
    }

    /** States as decoded. */
    private static List<Signs> recalled(Lowered lowered, Signs cue, int count) {
        try (SpikingRecall recall = new SpikingRecall(new SimulatorBackend(), lowered)) {
            recall.cue(cue, 0);
            return recall.recall(count, 400).stream()
                    .map(SpikingRecall.Step::state)
                    .limit(count)
                    .toList();
        }
    }

    private static List<Signs> reference(SequenceMemory memory, Lowered lowered, Signs cue, int count) {
        ReferenceRecall reference =
                ReferenceRecall.tabulated(memory, lowered.tabulation().orElseThrow());
        reference.cue(cue);
        List<Signs> states = new ArrayList<>(List.of(cue));
        while (states.size() < count && reference.step()) {
            states.add(reference.state());
        }
        return states;
    }

    @Test
    void sumsThroughRelaysAreThoseOfTheUnsplitGraphStepForStep() {
        int relayed = 0;
        int narrowed = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = draw(random, Learning.HEBBIAN);
            Compilation split = compile(memory, BoardTargets.gradedLike(5 + random.nextInt(12), 16));
            LoweringOptions options = split.fitting().orElseThrow().options();
            Lowered whole = new GradedLowering().lower(memory, options);
            int neurons = Spikes.neurons(whole.graph());
            relayed += Spikes.neurons(split.lowered().graph()) > neurons ? 1 : 0;
            narrowed += options.payloadBits() < 16 ? 1 : 0;
            assertEquals(options.graded().period(), split.lowered().codec().ticksPerStep());
            Signs cue = memory.patterns().row(random.nextInt(memory.count())).flip(0, 1);
            List<SourceSpike> inputs = new ArrayList<>(whole.codec().cue(cue, 0));
            long second = whole.codec().alignCue(0, 11);
            inputs.addAll(whole.codec().cue(memory.patterns().row(0), second));
            assertTrue(
                    Spikes.of(whole.graph(), neurons, inputs, 40)
                            .equals(Spikes.of(split.lowered().graph(), neurons, inputs, 40)),
                    "trial " + trial);
            List<Signs> expected = reference(memory, whole, cue, STEPS);
            assertEquals(expected, recalled(split.lowered(), cue, expected.size()), "trial " + trial);
        }
        assertTrue(relayed > TRIALS / 2, relayed + " through relays");
        assertTrue(narrowed > TRIALS / 4, narrowed + " with narrower payloads");
    }

    @Test
    void aTargetThatCannotSendSumsRefusesWithTheNearestNumberOfPatterns() {
        SequenceMemory memory =
                SequenceMemory.of(PatternSet.random(50, 30, 1, 0), Successors.cycle(50), new Interaction.Polynomial(3));
        BoardTargets target = BoardTargets.gradedLike(40, 16).without(Trait.GRADED_IDENTITY);
        UnfitException e = assertThrows(UnfitException.class, () -> compile(memory, target));
        assertTrue(e.getMessage().contains("make hidden at most 39 neurons, one a pattern"), e.getMessage());
    }

    @Test
    void pseudoinverseWeightsAreRoundedToTheMantissaAndTheFactsSayHow() {
        int rounded = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            SplittableRandom random = new SplittableRandom(trial);
            SequenceMemory memory = draw(random, Learning.PSEUDOINVERSE);
            Compilation compiled = compile(memory, BoardTargets.gradedLike(1 << 12, 16));
            Compilation.Fitting fitting = compiled.fitting().orElseThrow();
            List<WeightFact> inexact =
                    fitting.weights().stream().filter(f -> !f.exact()).toList();
            rounded += inexact.isEmpty() ? 0 : 1;
            assertEquals(inexact.isEmpty(), fitting.unrounded().isEmpty());
            for (WeightFact fact : inexact) {
                assertTrue(fact.projection().startsWith("phi"), fact.sentence());
                assertTrue(fact.largestError() >= fact.rmsError() && fact.rmsError() > 0, fact.sentence());
                // half a step of the exponent chosen
                assertTrue(fact.largestError() <= Math.scalb(0.5, fact.exponent()) * 2, fact.sentence());
            }
            Signs cue = memory.patterns().row(0);
            List<Signs> expected = reference(memory, compiled.lowered(), cue, STEPS);
            assertEquals(expected, recalled(compiled.lowered(), cue, expected.size()), "trial " + trial);
        }
        assertTrue(rounded > TRIALS / 2, rounded + " with rounded weights");
    }

    @Test
    void aWeightThatVanishesIsNamed() {
        SequenceMemory memory = new SequenceMemory(
                PatternSet.random(20, 40, 3, 0),
                Successors.cycle(20),
                new Interaction.Polynomial(3),
                SelfCoupling.INCLUDED,
                Learning.PSEUDOINVERSE,
                new Timing.OneStep());
        BoardTargets target =
                BoardTargets.gradedLike(1 << 12, 16).with(BoardTargets.format("coarse", -8, 7, 1, 0, 14, 4));
        Compilation.Fitting fitting = compile(memory, target).fitting().orElseThrow();
        WeightFact phi = fitting.weights().stream()
                .filter(f -> f.projection().equals("phi"))
                .findFirst()
                .orElseThrow();
        assertTrue(phi.vanished() > 0 && phi.named().size() <= 5 && !phi.named().isEmpty(), phi.sentence());
        assertTrue(phi.named().getFirst().matches("feature \\d+ → hidden \\d+"), phi.sentence());
        assertTrue(phi.sentence().contains("weights became 0"), phi.sentence());
    }

    @Test
    void narrowPayloadsKeepSumsWithinTheState() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(200, 60, 1, 0), Successors.cycle(200), new Interaction.Polynomial(3));
        Compilation compiled = compile(memory, BoardTargets.gradedLike(1 << 12, 24));
        // 200 payloads, and a cue that outweighs them, in 24 bits: 2·200·M < 2^23
        int bits = compiled.fitting().orElseThrow().options().payloadBits();
        assertTrue(bits <= 15 && bits >= 13, bits + " bits");
        assertFalse(compiled.steps().stream().noneMatch(s -> s.name().equals("lower-again")));
        List<Signs> expected =
                reference(memory, compiled.lowered(), memory.patterns().row(0), STEPS);
        assertEquals(expected, recalled(compiled.lowered(), memory.patterns().row(0), STEPS));
    }

    @Test
    void everythingThatDoesNotFitIsListedAtOnce() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(300, 60, 1, 0), Successors.cycle(300), new Interaction.Exponential(1));
        BoardTargets target =
                BoardTargets.loihiLike(100).with(Quantity.LARGEST_THRESHOLD, 50).with(Quantity.STATE_BITS, 8);
        UnfitException e = assertThrows(
                UnfitException.class,
                () -> Compilation.of(memory, "auto", LoweringOptions.defaults().with(target.abilities())));
        List<Quantity> quantities = e.misfits().stream()
                .flatMap(m -> m.exceeded().stream())
                .map(x -> x.quantity())
                .distinct()
                .toList();
        assertTrue(quantities.containsAll(List.of(Quantity.STATE_BITS, Quantity.LARGEST_THRESHOLD)), e.getMessage());
        assertEquals(1, e.exitCode());
    }
}
