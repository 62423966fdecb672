package org.mneme.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Projection;
import org.mneme.ir.Weights;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

class GradedLoweringTest {
    private static final PatternSet PATTERNS = PatternSet.random(10, 100, 1, 0);

    private static SequenceMemory memory(Interaction interaction) {
        return SequenceMemory.of(PATTERNS, Successors.cycle(10), interaction);
    }

    private static Lowered lower(SequenceMemory memory, double cueNoise) {
        return new GradedLowering().lower(memory, LoweringOptions.defaults().withCueNoise(cueNoise));
    }

    private static IntTable table(Interaction interaction) {
        return lower(memory(interaction), 0)
                .tabulation()
                .orElseThrow()
                .asymmetric()
                .getFirst();
    }

    @Test
    void bothLayersAreViewsOfTheOnePatternSet() {
        Lowered lowered = lower(memory(new Interaction.Polynomial(2)), 0);
        for (Projection projection : lowered.graph().projections()) {
            if (projection.weights() instanceof Weights.SignMatrix sign) {
                assertSame(PATTERNS.plus(), sign.plus());
            } else {
                assertInstanceOf(Weights.OneToOne.class, projection.weights());
            }
        }
    }

    @Test
    void polynomialTableIsRoundedHalfAwayFromZero() {
        int m = LoweringOptions.defaults().maxPayload();
        IntTable square = table(new Interaction.Polynomial(2));
        IntTable cube = table(new Interaction.Polynomial(3));
        for (int h = -100; h <= 100; h++) {
            assertEquals(Math.round(m * (h / 100.0) * (h / 100.0)), square.at(h), "h = " + h);
            BigDecimal exact = BigDecimal.valueOf(m)
                    .multiply(BigDecimal.valueOf((long) h * h * h))
                    .movePointLeft(6);
            assertEquals(exact.setScale(0, RoundingMode.HALF_UP).intValueExact(), cube.at(h), "h = " + h);
        }
    }

    @Test
    void thresholdTableFiresFromTheExactNumberOfMatches() {
        // 0.55 of 100 is 55 matches exactly, which binary floating point would round up to 56.
        IntTable table = table(new Interaction.Threshold(new BigDecimal("0.55")));
        assertEquals(0, table.at(2 * 54 - 100));
        assertEquals(1, table.at(2 * 55 - 100));
        assertEquals(1, table.at(100));
    }

    @Test
    void exponentialIsAnchoredAboveEveryCompetitor() {
        int competitor = 0;
        for (int mu = 0; mu < 10; mu++) {
            for (int nu = 0; nu < mu; nu++) {
                competitor = Math.max(competitor, PATTERNS.row(mu).overlap(PATTERNS.row(nu)));
            }
        }
        int m = LoweringOptions.defaults().maxPayload();
        IntTable table = table(new Interaction.Exponential(1));
        assertEquals(m, table.at(competitor + 8));
        assertEquals(m, table.at(100));
        assertEquals(Math.round(m * Math.exp(-8)), table.at(competitor));
        assertEquals(0, table.at(competitor + 8 - 17));
    }

    @Test
    void correlatedPatternsPushTheAnchorUpAndTheBearableNoiseDown() {
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < 10; mu++) {
            rows.add(PATTERNS.row(0).flip(mu, mu + 20, mu + 40));
        }
        SequenceMemory correlated =
                SequenceMemory.of(PatternSet.of(rows), Successors.cycle(10), new Interaction.Exponential(1));
        double random = lower(memory(new Interaction.Exponential(1)), 0).bearableCueNoise();
        double near = lower(correlated, 0).bearableCueNoise();
        assertTrue(random > 0.25, () -> "random patterns bear only " + random);
        assertEquals(0.1, near);
        CueNoiseException error = assertThrows(CueNoiseException.class, () -> lower(correlated, 0.2));
        assertEquals(0.2, error.asked());
        assertEquals(near, error.bearable());
        assertTrue(error.getMessage().endsWith("use a smaller kappa, a polynomial, or 'lowering: real'"));
    }

    @Test
    void noiseIsBearableUpToTheLastNonZeroPayload() {
        Lowered lowered = lower(memory(new Interaction.Exponential(1)), 0);
        IntTable table = lowered.tabulation().orElseThrow().asymmetric().getFirst();
        int flips = (int) Math.round(lowered.bearableCueNoise() * 100);
        assertTrue(table.at(100 - 2 * flips) > 0);
        assertEquals(0, table.at(100 - 2 * (flips + 1)));
    }

    @Test
    void noiseOfExactlyTheSpareMatchesIsBearable() {
        for (int spare = 1; spare < 50; spare++) {
            Interaction f = new Interaction.Threshold(BigDecimal.valueOf(100 - spare, 2));
            assertEquals(spare / 100.0, lower(memory(f), spare / 100.0).bearableCueNoise());
        }
    }

    @Test
    void noiseThatDilutedPatternsBearIsThatOfTheSparsest() {
        PatternSet diluted =
                PatternSet.of(List.of(Signs.parse("++++------"), Signs.parse("00000++--0"), Signs.parse("0000000000")));
        SequenceMemory memory = SequenceMemory.of(diluted, Successors.cycle(3), new Interaction.Polynomial(2));
        LoweringOptions bits = new LoweringOptions("g", 1e-3, 5, 32, 0);
        // 15 (2/10)² rounds to 1, 15 (1/10)² to 0: of 4 known features, 1 may be wrong.
        assertEquals(0.25, new GradedLowering().lower(memory, bits).bearableCueNoise());
    }

    @Test
    void payloadsTooNarrowForACleanCueAreRefusedAndAutoTakesTheRealDomain() {
        Interaction f = new Interaction.Polynomial(10);
        SequenceMemory memory = memory(f).with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(5)), 1000, f));
        LoweringOptions bits = new LoweringOptions("g", 1e-3, 8, 32, 0);
        assertThrows(CannotLowerException.class, () -> new GradedLowering().lower(memory, bits));
        Lowering auto = Objects.requireNonNull(Lowerings.byName().get("auto"));
        assertEquals("real", auto.lower(memory, bits).lowering());
    }

    @Test
    void traceThatLeavesNothingOfThePseudoinverseOrEndsAfterEveryDelayIsRefused() {
        Interaction f = new Interaction.Polynomial(3);
        SequenceMemory pseudoinverse = memory(f).with(Learning.PSEUDOINVERSE);
        assertThrows(CannotLowerException.class, () -> lower(pseudoinverse.with(boxcar(1_000_000, f)), 0));
        assertThrows(
                CannotLowerException.class,
                () -> new RealLowering().lower(memory(f).with(boxcar(1 << 30, f)), LoweringOptions.defaults()));
    }

    private static Timing boxcar(int steps, Interaction f) {
        return new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(steps)), 2.5, f);
    }

    @Test
    void autoTakesTheRealDomainWherePayloadsCannotBearTheNoise() {
        Lowering auto = Objects.requireNonNull(Lowerings.byName().get("auto"));
        SequenceMemory sharp = memory(new Interaction.Exponential(2));
        assertInstanceOf(
                NumberDomain.Fixed.class,
                auto.lower(sharp, LoweringOptions.defaults()).graph().domain());
        Lowered real = auto.lower(sharp, LoweringOptions.defaults().withCueNoise(0.45));
        assertInstanceOf(NumberDomain.Real.class, real.graph().domain());
        assertTrue(real.why().contains("since payloads of 24 bits bear cue noise up to 0."), real.why());
    }

    @Test
    void whatCannotBeLoweredIsRefusedWithTheNearestChange() {
        SequenceMemory excluded = memory(new Interaction.Linear()).with(SelfCoupling.EXCLUDED);
        CannotLowerException error = assertThrows(CannotLowerException.class, () -> Lowerings.auto(excluded));
        assertTrue(error.getMessage().contains("--backend reference"), error.getMessage());
        SequenceMemory kernel = memory(new Interaction.Linear())
                .with(new Timing.Mixed(Timing.Trace.Kernel.exponential(3, 9), 2.5, new Interaction.Linear()));
        assertThrows(CannotLowerException.class, () -> Lowerings.auto(kernel));
        Interaction softmax = new Interaction.Softmax(0.1);
        Timing timing = new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, softmax);
        SequenceMemory timed = memory(softmax).with(timing);
        assertThrows(CannotLowerException.class, () -> new GradedLowering().lower(timed, LoweringOptions.defaults()));
        assertThrows(CannotLowerException.class, () -> new RealLowering().lower(timed, LoweringOptions.defaults()));
        Lowered counted = Lowerings.auto(timed);
        assertEquals("spiking", counted.lowering());
        assertTrue(
                counted.why().contains("since integers cannot express a softmax beside another term"), counted.why());
    }

    @Test
    void slowTraceEndsTwoTauTicksLater() {
        SequenceMemory timed = memory(new Interaction.Polynomial(10))
                .with(new Timing.Mixed(
                        new Timing.Trace.Boxcar(Ints.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)),
                        2.5,
                        new Interaction.Polynomial(10)));
        Lowered lowered = lower(timed, 0);
        Projection end = lowered.graph().projections().stream()
                .filter(p -> p.name().equals("phi_A_end"))
                .findFirst()
                .orElseThrow();
        assertEquals(Ints.of(3, 5, 7, 9, 11, 3, 5, 7, 9, 11), end.delay());
        assertEquals(5, lowered.tabulation().orElseThrow().asymmetric().size());
    }

    @Test
    void inexactDwellIsSaid() {
        SequenceMemory timed = memory(new Interaction.Polynomial(2))
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(5)), 2.5, new Interaction.Polynomial(2)));
        assertTrue(
                lower(timed, 0).notes().stream().anyMatch(note -> note.contains("4")),
                () -> lower(timed, 0).notes().toString());
    }

    @Test
    void pseudoinverseIsQuantizedWithinSixteenBitsAndTheTableCoversEverySum() {
        SequenceMemory memory = memory(new Interaction.Polynomial(2)).with(Learning.PSEUDOINVERSE);
        Lowered lowered = lower(memory, 0);
        var phi = lowered.tabulation().orElseThrow().phi().orElseThrow();
        long largest = 0;
        for (int mu = 0; mu < 10; mu++) {
            long sum = 0;
            for (int i = 0; i < 100; i++) {
                sum += (long) Math.abs(phi.at(i, mu));
            }
            largest = Math.max(largest, sum);
        }
        IntTable table = lowered.tabulation().orElseThrow().asymmetric().getFirst();
        assertEquals(largest, table.max());
        assertEquals(-largest, table.min());
        assertTrue(largest > 1 << 19, "the quantization is coarse: " + largest);
    }
}
