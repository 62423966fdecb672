package org.mneme.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Lif;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

class StochasticLoweringTest {
    private static final LoweringOptions OPTIONS =
            LoweringOptions.defaults().with(Set.of(CodecControl.GATE, CodecControl.TEMPO));

    private static SequenceMemory memory(Interaction interaction) {
        return SequenceMemory.of(PatternSet.random(8, 50, 1, 0), Successors.cycle(8), interaction);
    }

    private static SequenceMemory memory(double kappa) {
        return memory(new Interaction.Softmax(kappa));
    }

    private static Lowered lower(double kappa) {
        return new StochasticLowering().lower(memory(kappa), OPTIONS);
    }

    private static Escape hidden(Lowered lowered) {
        return (Escape) lowered.graph().population("hidden").model();
    }

    private static IntTable table(Lowered lowered) {
        return ((Escape.Hazard.Table) hidden(lowered).hazard()).thresholds();
    }

    record Refusal(String about, UnaryOperator<SequenceMemory> change) {
        @Override
        public String toString() {
            return about;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new Refusal("linear", m -> memory(new Interaction.Linear())),
                new Refusal("polynomial", m -> memory(new Interaction.Polynomial(3))),
                new Refusal("threshold", m -> memory(new Interaction.Threshold(new BigDecimal("0.7")))),
                new Refusal("self-coupling", m -> m.with(SelfCoupling.EXCLUDED)),
                new Refusal("pseudoinverse", m -> m.with(Learning.PSEUDOINVERSE)),
                new Refusal(
                        "timing",
                        m -> m.with(new Timing.Mixed(
                                new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Exponential(1)))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatHasNoRatesIsRefused(Refusal refusal) {
        SequenceMemory memory = refusal.change().apply(memory(0.5));
        CannotLowerException e =
                assertThrows(CannotLowerException.class, () -> new StochasticLowering().lower(memory, OPTIONS));
        assertEquals("stochastic", e.lowering());
        assertTrue(e.reason().contains(refusal.about()), e.getMessage());
    }

    @Test
    void isOfferedByName() {
        assertEquals("stochastic", Lowerings.named("stochastic").name());
    }

    @Test
    void ratesRiseEFoldWithEachOverlapUnit() {
        for (double kappa : new double[] {0.003, 0.05, 1, 7}) {
            Lowered lowered = lower(kappa);
            StochasticScale scale = StochasticScale.of(memory(kappa), kappa, OPTIONS);
            IntTable table = table(lowered);
            double unit = scale.unit();
            assertEquals(0, table.unsignedAt(table.min()));
            assertEquals(kappa * unit, scale.overlapWeight() * scale.gain(), 1e-9 * kappa * unit, "kappa " + kappa);
            for (int nats = 1; nats <= 8; nats++) {
                double ratio = table.unsignedAt(0) / (double) table.unsignedAt(Math.round(-nats * unit));
                assertEquals(
                        Math.exp(nats), ratio, (0.01 + 0.5 / unit) * Math.exp(nats), "kappa " + kappa + ", " + nats);
            }
        }
    }

    /** One tick at the largest potential that the tempo and a full pattern can bring. */
    @Test
    void ratesNeverAddUpToMoreThanAHundredthATick() {
        for (double kappa : new double[] {0.01, 0.1, 1}) {
            Lowered lowered = lower(kappa);
            double one = -Math.log1p(-table(lowered).unsignedAt(0) / 0x1p32);
            SequenceMemory memory = memory(kappa);
            for (int nu = 0; nu < memory.count(); nu++) {
                double sum = 0;
                for (int mu = 0; mu < memory.count(); mu++) {
                    sum += one
                            * Math.exp(kappa
                                    * (memory.patterns()
                                                    .overlap(
                                                            mu,
                                                            memory.patterns().row(nu))
                                            - 50));
                }
                assertTrue(sum <= 0.0100001, "kappa " + kappa + ": " + sum);
            }
        }
    }

    @Test
    void leaksFollowTheTimeConstants() {
        Lowered lowered =
                new StochasticLowering().lower(memory(0.5), OPTIONS.with(new StochasticOptions(0.02, 0.004, 0.5)));
        assertEquals(
                Decay.Fraction.of(Math.rint(4096 * (1 - Math.exp(-0.25)))),
                hidden(lowered).membrane().potential());
        assertEquals(
                Decay.Fraction.of(Math.rint(4096 * (1 - Math.exp(-0.05)))),
                ((Lif) lowered.graph().population("rails").model()).membrane().potential());
    }

    @Test
    void stepTooShortForItsTicksIsRefusedWithTheShortest() {
        LoweringOptions fast = OPTIONS.with(new StochasticOptions(0.01, 0.005, 0.05));
        CannotLowerException e =
                assertThrows(CannotLowerException.class, () -> new StochasticLowering().lower(memory(1), fast));
        double least = Double.parseDouble(e.fix().replaceAll(".*at least ([0-9.]+) s.*", "$1"));
        new StochasticLowering().lower(memory(1), OPTIONS.with(new StochasticOptions(0.01, 0.005, least)));
        assertThrows(
                CannotLowerException.class,
                () -> new StochasticLowering()
                        .lower(memory(1), OPTIONS.with(new StochasticOptions(0.01, 0.005, 0.99 * least))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 3, -1, Double.NaN})
    void tempoOutOfRangeIsRefused(double gain) {
        Codec codec = lower(1).codec();
        InvalidValueException e = assertThrows(InvalidValueException.class, () -> codec.tempo(gain, 0));
        assertTrue(e.getMessage().contains("0 to pause"), e.getMessage());
    }

    @Test
    void tempoSetsEveryNeuronWhateverItWas() {
        Lowered lowered = lower(1);
        int size = lowered.graph().population("tempo").size();
        for (double gain : new double[] {0, 0.02, 0.5, 1, 2}) {
            List<SourceSpike> spikes = lowered.codec().tempo(gain, 9);
            assertEquals(
                    size, spikes.stream().map(SourceSpike::neuron).distinct().count());
            assertTrue(spikes.stream().allMatch(s -> s.tick() == 9));
            assertEquals(
                    gain == 1,
                    spikes.stream().noneMatch(s -> s.population().equals("tempo_set")),
                    "at tempo 1 none is on");
        }
    }

    @Test
    void controlsNotLoweredAreRefused() {
        Codec codec = new StochasticLowering()
                .lower(memory(1), LoweringOptions.defaults())
                .codec();
        assertEquals(Set.of(), codec.controls());
        assertThrows(CodecControlException.class, () -> codec.tempo(1, 0));
        assertThrows(CodecControlException.class, () -> codec.gate(Ints.of(1), Signs.zeros(50), 0));
    }

    @Test
    void statesOf24BitsBearLongPatterns() {
        LoweringOptions narrow = new LoweringOptions("narrow", 1e-3, 24, 24, 0);
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(4, 1024, 1, 0), Successors.cycle(4), new Interaction.Exponential(1));
        Lowered lowered = new StochasticLowering().lower(memory, narrow);
        assertEquals(0.5, lowered.bearableCueNoise(), 0.25);
        SequenceMemory steep = SequenceMemory.of(
                PatternSet.random(4, 20_000, 1, 0), Successors.cycle(4), new Interaction.Exponential(30));
        assertThrows(CannotLowerException.class, () -> new StochasticLowering().lower(steep, narrow));
    }

    @Test
    void moreCueNoiseThanIsBorneIsRefused() {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(4, 1024, 1, 0), Successors.cycle(4), new Interaction.Exponential(2));
        Lowered lowered = new StochasticLowering().lower(memory, LoweringOptions.defaults());
        assertTrue(lowered.bearableCueNoise() < 0.2);
        assertThrows(
                CannotLowerException.class,
                () -> new StochasticLowering()
                        .lower(memory, LoweringOptions.defaults().withCueNoise(lowered.bearableCueNoise() + 0.01)));
    }

    @Test
    void patternsOfUnequalCompanyAreNoted() {
        Signs one = PatternSet.random(1, 40, 1, 0).row(0);
        Signs other = PatternSet.random(1, 40, 2, 0).row(0);
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.of(List.of(one, one.flip(1), one.flip(2), one.flip(3), other)),
                Successors.cycle(5),
                new Interaction.Softmax(0.1));
        assertFalse(new StochasticLowering()
                .lower(memory, OPTIONS).notes().stream().noneMatch(n -> n.contains("mean steps")));
        assertTrue(lower(1).notes().stream().noneMatch(n -> n.contains("mean steps")));
    }
}
