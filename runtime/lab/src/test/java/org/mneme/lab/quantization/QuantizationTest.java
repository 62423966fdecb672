package org.mneme.lab.quantization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.lab.Sweep;
import org.mneme.lower.Abilities;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.pass.Compilation;
import org.mneme.runtime.backend.Backends;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** The pseudoinverse on targets of fewer and fewer weight bits. */
class QuantizationTest {
    private static final SequenceMemory MEMORY = new SequenceMemory(
            PatternSet.random(40, 64, 3, 0),
            Successors.cycle(40),
            new Interaction.Polynomial(3),
            SelfCoupling.INCLUDED,
            Learning.PSEUDOINVERSE,
            new Timing.OneStep());

    private static final QualityPlan PLAN = new QualityPlan(List.of(0.0, 0.05, 0.1), 24, 2, 5);

    /** Graded spikes; weights of so many bits. */
    private static Abilities target(int bits) {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        Map.of(Quantity.STATE_BITS, 32.0, Quantity.PAYLOAD_BITS, 24.0, Quantity.LONGEST_DELAY, 64.0)
                .forEach((q, v) -> figures.put(q, new Figure(OptionalDouble.of(v), Status.KNOWN, "this test")));
        Map<Trait, Trait.Support> traits = new EnumMap<>(Trait.class);
        List.of(Trait.GRADED_SIGN, Trait.GRADED_IDENTITY, Trait.GRADED_TABLE, Trait.SIGNED_SUMS)
                .forEach(t -> traits.put(t, new Trait.Support(Status.KNOWN, "this test")));
        int most = 1 << bits - 1;
        return Abilities.of(new Target(
                "weights",
                "a target of this test",
                Target.Arithmetic.EXACT,
                List.of(),
                Target.Topology.MESH,
                Target.Routing.DESTINATIONS,
                figures,
                traits,
                List.of(new WeightFormat("signed", -most, most - 1, 1, 0, 20, bits, Status.KNOWN, "this test")),
                new SynapseRows(false, 0, 0, 0, 64, 64, Status.KNOWN, "this test"),
                "0".repeat(64)));
    }

    private static Compilation compiled(int bits) {
        return Compilation.of(MEMORY, "graded", LoweringOptions.defaults().with(target(bits)));
    }

    private static Optional<RecallQuality> measured(int bits, int threads) {
        return Quantization.measure(
                MEMORY, compiled(bits), Backends.named("simulator"), PLAN, threads, Sweep.SweepProgress.NONE);
    }

    @Test
    void eightBitsLoseLittleAndTwoBitsLoseMuch() {
        RecallQuality eight = measured(8, 2).orElseThrow();
        RecallQuality two = measured(2, 2).orElseThrow();
        assertEquals(3, eight.points().size());
        QualityPoint clean = eight.points().getFirst();
        assertEquals(24, clean.cues());
        assertEquals(24, clean.before());
        assertTrue(clean.after() >= 22, clean.toString());
        int lost = two.points().stream().mapToInt(p -> p.before() - p.after()).sum();
        assertTrue(lost > 10, two.sentence());
        assertTrue(two.sentence().contains("before the weights were rounded"), two.sentence());
        assertTrue(clean.fractionAfter().low() < clean.fractionAfter().value() + 1e-12);
        assertEquals(3, eight.shown().rows().size());
    }

    @Test
    void whatIsFoundDoesNotDependOnThreads() {
        assertEquals(measured(4, 1), measured(4, 2));
    }

    @Test
    void nothingIsMeasuredWhereNothingWasRounded() {
        SequenceMemory hebbian = SequenceMemory.of(MEMORY.patterns(), MEMORY.successors(), MEMORY.interaction());
        Compilation compilation =
                Compilation.of(hebbian, "graded", LoweringOptions.defaults().with(target(8)));
        assertEquals(
                Optional.empty(),
                Quantization.measure(
                        hebbian, compilation, Backends.named("simulator"), PLAN, 1, Sweep.SweepProgress.NONE));
    }

    @Test
    void twoEqualGraphsRecallAlike() {
        Compilation compilation = compiled(4);
        RecallQuality same = Quantization.measure(
                MEMORY,
                compilation.lowered(),
                compilation.lowered(),
                Backends.named("simulator"),
                PLAN,
                1,
                Sweep.SweepProgress.NONE);
        same.points().forEach(p -> assertEquals(p.before(), p.after()));
    }

    @Test
    void aStopKeepsTheNoisesThatAreFinished() {
        RecallQuality stopped = Quantization.measure(
                        MEMORY,
                        compiled(4),
                        Backends.named("simulator"),
                        PLAN,
                        1,
                        (done, total) -> done < PLAN.cues() + 3)
                .orElseThrow();
        assertEquals(1, stopped.points().size());
    }

    @Test
    void aPlanChecksItsRanges() {
        assertThrows(InvalidValueException.class, () -> new QualityPlan(List.of(), 10, 1, 0));
        assertThrows(InvalidValueException.class, () -> new QualityPlan(List.of(0.1, 0.1), 10, 1, 0));
        assertThrows(InvalidValueException.class, () -> new QualityPlan(List.of(1.5), 10, 1, 0));
        assertThrows(InvalidValueException.class, () -> new QualityPlan(List.of(0.1), 0, 1, 0));
        assertThrows(InvalidValueException.class, () -> new QualityPlan(List.of(0.1), 10, 0, 0));
    }
}
