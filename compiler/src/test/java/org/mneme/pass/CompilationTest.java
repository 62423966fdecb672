package org.mneme.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.ir.Population;
import org.mneme.lower.Abilities;
import org.mneme.lower.AutoLowering;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.CodecControl;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

class CompilationTest {
    private static final LoweringOptions SIMULATOR = LoweringOptions.defaults();

    private static SequenceMemory memory(Interaction interaction) {
        return SequenceMemory.of(PatternSet.random(6, 40, 3, 0), Successors.cycle(6), interaction);
    }

    private static LoweringOptions on(String target) {
        return SIMULATOR.with(Abilities.named(target));
    }

    private static List<String> names(Compilation compilation) {
        return compilation.steps().stream().map(Compilation.Step::name).toList();
    }

    @Test
    void everyPassIsListedInOrderWhetherItChangesAnythingOrNot() {
        Compilation compilation = Compilation.of(memory(new Interaction.Polynomial(3)), "graded", SIMULATOR);
        assertEquals(List.of("lower", "drop-empty", "narrow-weights", "relay-delays"), names(compilation));
        assertTrue(compilation.steps().get(1).changes().isEmpty());
    }

    @Test
    void aGraphThatNeedsNothingIsLeftAsItIs() {
        SequenceMemory memory = memory(new Interaction.Polynomial(3));
        Compilation compilation = Compilation.of(memory, "graded", SIMULATOR);
        assertSame(
                compilation.lowered().graph(),
                new RelayDelays(1).apply(compilation.lowered().graph()).graph());
    }

    @Test
    void autoTakesGradedSpikesWhereTheTargetHasThem() {
        Compilation compilation = Compilation.of(memory(new Interaction.Exponential(1)), "auto", SIMULATOR);
        assertEquals("graded", compilation.lowered().lowering());
        assertTrue(compilation.passedOver().isEmpty());
    }

    @Test
    void autoTakesBinarySpikesWhereTheTargetHasNoOthersAndSaysSo() {
        Compilation compilation = Compilation.of(memory(new Interaction.Exponential(1)), "auto", on("binary"));
        assertEquals("spiking", compilation.lowered().lowering());
        assertEquals(
                List.of(
                        new AutoLowering.PassedOver("graded", "target binary has binary spikes only"),
                        new AutoLowering.PassedOver("real", "target binary computes in integers")),
                compilation.passedOver());
        assertTrue(compilation
                .lowered()
                .why()
                .endsWith(", since target binary has binary spikes only; target binary computes in integers"));
    }

    @Test
    void autoTakesALoweringThatHasTheControlsAskedFor() {
        Compilation compilation = Compilation.of(
                memory(new Interaction.Exponential(1)), "auto", SIMULATOR.with(Set.of(CodecControl.GATE)));
        assertEquals("spiking", compilation.lowered().lowering());
        assertEquals(Set.of(CodecControl.GATE), compilation.lowered().codec().controls());
    }

    @Test
    void autoNamesAllRefusalsWhereNothingWillDo() {
        CannotLowerException e = assertThrows(
                CannotLowerException.class,
                () -> Compilation.of(memory(new Interaction.Exponential(1)), "auto", on("nir")));
        assertEquals("auto", e.lowering());
        for (String lowering : List.of("graded: ", "real: ", "spiking: ", "stochastic: ")) {
            assertTrue(e.getMessage().contains(lowering), e.getMessage());
        }
    }

    @Test
    void nirTakesACoincidence() {
        Compilation compilation =
                Compilation.of(memory(new Interaction.Threshold(new BigDecimal("0.8"))), "auto", on("nir"));
        assertEquals("spiking", compilation.lowered().lowering());
    }

    @Test
    void delaysBeyondTheTargetsRangeBecomeRelays() {
        SequenceMemory timed = memory(new Interaction.Polynomial(2))
                .with(new Timing.Mixed(
                        new Timing.Trace.Boxcar(Ints.of(2, 3, 4, 5, 6, 7)), 2.5, new Interaction.Polynomial(2)));
        Abilities short4 = new Abilities("short", 24, 32, false, false, true, 4);
        Compilation compilation = Compilation.of(timed, "auto", SIMULATOR.with(short4));
        Set<String> populations = compilation.lowered().graph().populations().stream()
                .map(Population::name)
                .collect(Collectors.toSet());
        // The trace ends after 1 + 2τ = 5…15 ticks: 1 to 3 relays of 4 ticks.
        assertTrue(
                populations.containsAll(Set.of("feature_relay_1", "feature_relay_2", "feature_relay_3")),
                populations.toString());
        assertEquals(3 * 40, addedNeurons(compilation));
        assertTrue(compilation.steps().get(3).changes().contains("120 relay neurons added"));
    }

    private static long addedNeurons(Compilation compilation) {
        return compilation.steps().getLast().sizes().neurons()
                - compilation.steps().getFirst().sizes().neurons();
    }

    @Test
    void payloadsAreNoWiderThanTheTargets() {
        Abilities eight = new Abilities("eight", 8, 24, false, false, true, 63);
        Compilation compilation = Compilation.of(memory(new Interaction.Polynomial(3)), "auto", SIMULATOR.with(eight));
        assertEquals(8, compilation.lowered().tabulation().orElseThrow().payloadBits());
    }
}
