package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example of examples/memories recalls everything, and what it is set against fails. */
final class ExamplesTest {
    private static final int SEEDS = 20;

    static Stream<Path> examples() {
        return Checkout.memories().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleRecallsEverything(Path file) {
        Outcome outcome = Outcome.of("run", file).succeeded();

        assertTrue(
                outcome.lastLine().matches("recall: ([0-9]+)/\\1 patterns in order, 0 bit errors"), outcome::lastLine);
        assertEquals("", outcome.err());
    }

    /** The overlap figure: linear loses the sequence and says where, degree 2 recalls all of it. */
    @Test
    void quadraticInteractionRecallsWhatTheLinearLosesForTwentySeeds() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            String patterns = "patterns.random.seed=" + seed;

            Outcome quadratic = Outcome.of("run", Checkout.memory("overlaps"), "--set", patterns)
                    .succeeded();
            Outcome linear =
                    Outcome.of("run", Checkout.memory("overlaps"), "--set", patterns, "--set", "interaction=linear");

            assertEquals("recall: 100/100 patterns in order, 0 bit errors", quadratic.lastLine(), patterns);
            assertEquals(1, linear.code(), patterns);
            assertTrue(
                    linear.out().matches("(?s).*the order is lost at step [0-9]+: expected pattern [0-9]+, found.*"),
                    linear::out);
        }
    }

    /** The timing figure: d = 1 wrong order, d = 2 right order but wrong times, d = 10 both right. */
    @Test
    void jsonTellsTheThreePanelsOfTheTimingFigureApart() {
        JsonNode one = timing(1);
        JsonNode two = timing(2);
        JsonNode ten = timing(10);

        assertTrue(one.get("orderErrors").asInt() > 0, one::toString);
        assertTrue(one.get("inOrder").asInt() < 40, one::toString);

        assertEquals(0, two.get("orderErrors").asInt());
        assertEquals(40, two.get("inOrder").asInt());
        assertTrue(two.get("timingErrors").asInt() > 0, two::toString);
        assertEquals(Collections.nCopies(two.get("dwell").size(), 4), ints(two.get("dwell")));

        assertTrue(ten.get("success").asBoolean(), ten::toString);
        assertEquals(0, ten.get("timingErrors").asInt() + ten.get("bitErrors").asInt());
        assertEquals(Collections.nCopies(40, 5), ints(ten.get("dwell")));
    }

    private static JsonNode timing(int degree) {
        return Outcome.json(Checkout.memory("timing"), "--set", "interaction.polynomial.degree=" + degree)
                .get("recall");
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> ints = new ArrayList<>();
        array.forEach(value -> ints.add(value.asInt()));
        return ints;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 101, 199})
    void associativeMemoryFindsThePatternBehindThirtyPercentNoise(int cue) {
        JsonNode json =
                Outcome.json(Checkout.memory("associative"), "--cue", cue, "--cue-noise", 0.3, "--seed", cue + 5);

        assertEquals(77, json.at("/cue/flipped").asInt());
        assertTrue(json.at("/recall/success").asBoolean(), json::toString);
        List<Integer> winners = ints(json.at("/recall/winners"));
        assertEquals(new HashSet<>(List.of(cue)), new HashSet<>(winners.subList(1, winners.size())));
    }

    @ParameterizedTest
    @CsvSource({"0,'0,1,2,3'", "4,'4,5,6'", "7,'7,8,9,10,11,7'", "9,'9,10,11,7,8,9'"})
    void cueChoosesTheSequence(int cue, String order) {
        JsonNode json = Outcome.json(Checkout.memory("sequences"), "--cue", cue);

        assertEquals(
                order,
                String.join(
                        ",",
                        ints(json.at("/recall/visited")).stream()
                                .map(String::valueOf)
                                .toList()));
        assertTrue(json.at("/recall/success").asBoolean(), json::toString);
    }

    @Test
    void eachPatternIsHeldForItsOwnTime() {
        JsonNode json = Outcome.json(Checkout.memory("dwell"));

        assertEquals(List.of(3, 1, 4, 1, 5, 2, 6, 5), ints(json.at("/settings/timing/dwell")));
        assertEquals(ints(json.at("/settings/timing/dwell")), ints(json.at("/recall/dwell")));
    }

    @Test
    void pseudoinverseTellsCorrelatedPatternsApartWhereHebbianLearningFails() {
        Path file = Checkout.memory("pseudoinverse");

        JsonNode pseudoinverse = Outcome.json(file);
        Outcome hebbian = Outcome.of("run", file, "--set", "learning=hebbian");

        assertEquals(0.6, pseudoinverse.at("/settings/patterns/random/bias").asDouble());
        assertTrue(pseudoinverse.at("/recall/success").asBoolean());
        assertEquals(1, hebbian.code());
        assertTrue(hebbian.out().contains("the order is lost at step "), hebbian::out);
    }

    @Test
    void excludedSelfCouplingNeedsTheReferenceRecall() {
        Path file = Checkout.memory("overlaps");

        Outcome.of("run", file, "--set", "self-coupling=excluded").refused("use --backend reference");
        Outcome outcome = Outcome.of("run", file, "--set", "self-coupling=excluded", "--backend", "reference")
                .succeeded();

        assertEquals("recall: 100/100 patterns in order, 0 bit errors", outcome.lastLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "dense", "reference"})
    void everyBackendRecallsFromANoisyCue(String backend) {
        Outcome outcome =
                Outcome.of("run", Checkout.memory("hello"), "--backend", backend, "--cue-noise", 0.2, "--steps", 20);

        assertEquals(
                "recall: 20/20 patterns in order, 0 bit errors",
                outcome.succeeded().lastLine());
    }

    @ParameterizedTest
    @CsvSource({"hello,0.45", "hello,0.6", "associative,0.45", "associative,0.6"})
    void tooNoisyCueFails(String name, double noise) {
        Outcome outcome = Outcome.of("run", Checkout.memory(name), "--cue-noise", noise);

        assertEquals(1, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("the order is lost at step "), outcome::out);
    }

    @Test
    void cycleMakesAsManyTransitionsAsPatternsAndAChainOneLess() {
        Path file = Checkout.memory("hello");

        assertEquals(100, Outcome.json(file).at("/recall/steps").asInt());
        assertEquals(
                99,
                Outcome.json(file, "--set", "sequence=chain")
                        .at("/recall/steps")
                        .asInt());
    }
}
