package org.mneme.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.InputException;
import org.mneme.InvalidValueException;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Lif;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

class SpikingLoweringTest {
    private static final int N = 100;
    private static final PatternSet PATTERNS = PatternSet.random(10, N, 1, 0);
    private static final SequenceMemory WINNERS =
            SequenceMemory.of(PATTERNS, Successors.chain(10), new Interaction.Exponential(1));
    private static final SequenceMemory COINCIDENCES =
            SequenceMemory.of(PATTERNS, Successors.chain(10), new Interaction.Threshold(new BigDecimal("0.7")));
    private static final Timing DWELL =
            new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(4)), 2.5, new Interaction.Linear());

    private static Lowered lower(SequenceMemory memory, LoweringOptions options) {
        return new SpikingLowering().lower(memory, options);
    }

    private static Lowered lower(SequenceMemory memory) {
        return lower(memory, LoweringOptions.defaults());
    }

    private static LoweringOptions with(SpikingOptions.Form form, Latencies latencies) {
        return LoweringOptions.defaults().with(new SpikingOptions(form, Optional.of(latencies)));
    }

    private static Projection projection(Lowered lowered, String name) {
        return lowered.graph().projections().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertUniform(Lowered lowered, String name, double weight, int delay) {
        Projection projection = projection(lowered, name);
        assertEquals(new Weights.Uniform(weight), projection.weights(), name);
        assertEquals(Ints.of(delay), projection.delay(), name);
    }

    private static double threshold(Lowered lowered, String population) {
        Lif lif = assertInstanceOf(
                Lif.class, lowered.graph().population(population).model());
        return lif.membrane().threshold().at(0);
    }

    @Test
    void theInhibitorCircuitObeysTheTimingLaw() {
        Lowered lowered = lower(WINNERS);
        assertEquals(3, lowered.codec().ticksPerStep());
        assertEquals(2 * N - 1, threshold(lowered, "hidden"));
        assertEquals(
                2,
                assertInstanceOf(
                                Weights.SignMatrix.class,
                                projection(lowered, "matches").weights())
                        .scale());
        assertEquals(Ints.of(2), projection(lowered, "matches").delay());
        assertEquals(Ints.of(1), projection(lowered, "next").delay());
        assertUniform(lowered, "rails_ramp", 1, 4);
        assertUniform(lowered, "ramp", 1, 1);
        assertUniform(lowered, "ramp_hidden", 1, 1);
        assertUniform(lowered, "hidden_inhibitor", 1, 1);
        assertUniform(lowered, "reset", -2 * N, 1);
        assertUniform(lowered, "ramp_stop", -(2 * N + 1), 1);
    }

    @Test
    void theLateralCircuitTakesTwoTicks() {
        Lowered lowered = lower(
                WINNERS,
                LoweringOptions.defaults().with(new SpikingOptions(SpikingOptions.Form.LATERAL, Optional.empty())));
        assertEquals(2, lowered.codec().ticksPerStep());
        assertEquals(N - 1, threshold(lowered, "hidden"));
        assertUniform(lowered, "lateral", -N, 1);
        assertUniform(lowered, "ramp_stop", -(2 * N + 1), 1);
        assertUniform(lowered, "rails_ramp", 1, 2);
    }

    @Test
    void aCoincidenceIsTwoLayersAndNothingElse() {
        Lowered lowered = lower(COINCIDENCES);
        assertEquals(2, lowered.codec().ticksPerStep());
        assertEquals(69, threshold(lowered, "hidden"));
        assertEquals(
                List.of("cue", "clear", "rails", "hidden"),
                lowered.graph().populations().stream().map(Population::name).toList());
    }

    @Test
    void latenciesAreInputsOfTheLowering() {
        Lowered lowered = lower(WINNERS, with(SpikingOptions.Form.INHIBITOR, new Latencies(4, 3, 5, 4)));
        assertEquals(7, lowered.codec().ticksPerStep());
        assertEquals(5 * N - 1, threshold(lowered, "hidden"));
        assertUniform(lowered, "rails_ramp", 1, 8);
        // the inhibitor fires as late as R and Q allow
        assertUniform(lowered, "hidden_inhibitor", 1, 3);
        assertUniform(lowered, "reset", -5 * N, 2);
        assertUniform(lowered, "ramp_stop", -(2 * N + 1), 1);
        assertEquals(Ints.of(3), projection(lowered, "next").delay());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2, 2", "2, 1, 3, 2", "2, 2, 2, 3", "0, 2, 1, 1"})
    void latenciesThatBreakTheLawAreRefused(int volley, int answer, int reset, int stop) {
        assertThrows(InvalidValueException.class, () -> new Latencies(volley, answer, reset, stop));
    }

    @Test
    void latenciesTheFormOrTheDwellCannotHaveAreRefused() {
        LoweringOptions fast = with(SpikingOptions.Form.INHIBITOR, new Latencies(1, 1, 1, 1));
        assertTrue(assertThrows(InvalidValueException.class, () -> lower(WINNERS, fast))
                .getMessage()
                .contains("R and Q are 2 or more"));
        LoweringOptions lateral = with(SpikingOptions.Form.LATERAL, new Latencies(1, 1, 1, 1));
        assertEquals(2, lower(WINNERS, lateral).codec().ticksPerStep());
        assertTrue(assertThrows(InvalidValueException.class, () -> lower(WINNERS.with(DWELL), lateral))
                .getMessage()
                .contains("B is 2 or more"));
    }

    @Test
    void bothLayersAreViewsOfOneMatrixOfRails() {
        for (SequenceMemory memory : List.of(WINNERS, COINCIDENCES, WINNERS.with(DWELL))) {
            Optional<BitMatrix> shared = Optional.empty();
            for (Projection projection : lower(memory).graph().projections()) {
                if (projection.weights() instanceof Weights.SignMatrix sign) {
                    shared = Optional.of(shared.orElse(sign.plus()));
                    assertSame(shared.get(), sign.plus());
                }
            }
            assertEquals(2 * N, shared.orElseThrow().columns());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "63", "64", "65", "100", "127", "128", "130", "200"})
    void aFeatureIsOnTheRailOfItsSign(int n) {
        PatternSet patterns = PatternSet.random(7, n, n, 0);
        BitMatrix rails = Rails.of(patterns.plus()).bits();
        for (int mu = 0; mu < 7; mu++) {
            for (int i = 0; i < n; i++) {
                assertEquals(patterns.at(mu, i) > 0, rails.get(mu, i));
                assertEquals(patterns.at(mu, i) < 0, rails.get(mu, n + i));
            }
            assertEquals(n, rails.bitCount(mu));
        }
    }

    @Test
    void onlyLifNeuronsAndSourcesOfBinarySpikesInIntegers() {
        Lowered lowered = lower(
                WINNERS.with(DWELL), LoweringOptions.defaults().with(Set.of(CodecControl.GATE, CodecControl.TEMPO)));
        assertInstanceOf(NumberDomain.Fixed.class, lowered.graph().domain());
        for (Population population : lowered.graph().populations()) {
            if (population.model() instanceof Source source) {
                assertEquals(1, source.maxPayload());
            } else {
                assertInstanceOf(Lif.class, population.model());
            }
        }
        assertEquals(
                Set.of(CodecControl.GATE, CodecControl.TEMPO), lowered.codec().controls());
    }

    private static void assertRefused(SequenceMemory memory, String reason) {
        InputException refusal = assertThrows(CannotLowerException.class, () -> lower(memory));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void whatBinarySpikesCannotSayIsRefused() {
        Successors cycle = Successors.cycle(10);
        assertRefused(SequenceMemory.of(PATTERNS, cycle, new Interaction.Linear()), "a linear interaction");
        assertRefused(SequenceMemory.of(PATTERNS, cycle, new Interaction.Polynomial(3)), "a polynomial interaction");
        assertRefused(WINNERS.with(SelfCoupling.EXCLUDED), "excluded self-coupling");
        assertRefused(WINNERS.with(Learning.PSEUDOINVERSE), "pseudoinverse");
        Timing kernel = new Timing.Mixed(new Timing.Trace.Kernel(List.of(0.5, 0.5)), 2, new Interaction.Linear());
        assertRefused(WINNERS.with(kernel), "an arbitrary kernel");
        PatternSet diluted = PatternSet.of(List.of(Signs.parse("+0-"), Signs.parse("++-")));
        assertRefused(
                SequenceMemory.of(diluted, Successors.cycle(2), new Interaction.Exponential(1)), "diluted patterns");
    }

    @Test
    void statesThatDoNotFitAreRefused() {
        LoweringOptions narrow = new LoweringOptions("memory", 1e-3, 24, 24, 0).with(Set.of(CodecControl.TEMPO));
        Timing endless = new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(200_000)), 2.5, new Interaction.Linear());
        assertThrows(CannotLowerException.class, () -> lower(WINNERS.with(endless), narrow));
        assertEquals("spiking", lower(WINNERS.with(DWELL), narrow).lowering());
    }

    @Test
    void aCoincidenceBearsTheFlipsThatLeaveItKMatches() {
        assertEquals(0.3, lower(COINCIDENCES).bearableCueNoise());
        LoweringOptions noisy = LoweringOptions.defaults().withCueNoise(0.31);
        assertThrows(CueNoiseException.class, () -> lower(COINCIDENCES, noisy));
        assertEquals(0.3, lower(COINCIDENCES, noisy.withCueNoise(0.3)).bearableCueNoise());
    }

    @Test
    void winnersBearWhatCannotBringACueNearerToAnotherPatternAndNoiseBeyondIsNotRefused() {
        int overlap = OverlapSurvey.of(PATTERNS).largest();
        double bearable =
                lower(WINNERS, LoweringOptions.defaults().withCueNoise(0.4)).bearableCueNoise();
        int flips = (int) Math.round(bearable * N);
        assertTrue(N - 2 * flips > overlap + 2 * flips);
        assertTrue(N - 2 * (flips + 1) <= overlap + 2 * (flips + 1));
    }

    @Test
    void notesSayWhatIsNotUsed() {
        List<String> notes = lower(WINNERS.with(DWELL)).notes();
        assertTrue(notes.stream().anyMatch(note -> note.contains("kappa")));
        assertTrue(notes.stream().anyMatch(note -> note.contains("lambda")));
        assertEquals(List.of(), lower(COINCIDENCES).notes());
    }

    @Test
    void withoutControlsTheGraphHasNoInputsForThem() {
        Codec codec = lower(WINNERS).codec();
        assertEquals(Set.of(), codec.controls());
        assertThrows(CodecControlException.class, () -> codec.gate(Ints.of(1), Signs.zeros(N), 0));
        assertThrows(CodecControlException.class, () -> codec.tempo(1, 0));
    }

    @Test
    void gatesNameTheUnitThatIsWrong() {
        Codec codec = lower(WINNERS, LoweringOptions.defaults().with(Set.of(CodecControl.GATE)))
                .codec();
        assertEquals(10, codec.gate(Ints.of(1, 3), Signs.zeros(N), 7).size());
        assertNotEquals(10, codec.gate(Ints.of(1, 3), PATTERNS.row(0), 7).size());
        for (Ints wrong : List.of(Ints.of(), Ints.of(10), Ints.of(-1), Ints.of(2, 2))) {
            assertThrows(InvalidValueException.class, () -> codec.gate(wrong, Signs.zeros(N), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.3125", "-1, 0", "5, 4", "NaN, 0", "Infinity, 4"})
    void aTempoThatCannotBeNamesTheNearest(double gain, String nearest) {
        Codec codec = lower(WINNERS.with(DWELL), LoweringOptions.defaults().with(Set.of(CodecControl.TEMPO)))
                .codec();
        InvalidValueException refusal = assertThrows(InvalidValueException.class, () -> codec.tempo(gain, 0));
        assertTrue(refusal.getMessage().endsWith("the nearest is " + nearest), refusal.getMessage());
        assertEquals(codec.tempo(1, 3).size(), codec.tempo(4, 3).size());
    }
}
