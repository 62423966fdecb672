package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handwriting at the pace of a hand: slow in curves, each point held for its own time, counted by spikes. */
final class PacedHandwritingTest {
    private static final Path FOLDER = Checkout.root().resolve("examples/handwriting");
    /** What a run on a board and one on the simulator may tell apart. */
    private static final Set<String> OWN = Set.of("backend", "wallSeconds", "board", "notes", "settings");

    private static final String EXPONENT = "exponent of speed over curvature";

    @TempDir
    private Path folder;

    private static Path paced(String name) {
        return FOLDER.resolve(name + "-paced.yaml");
    }

    private static OptionalDouble figure(JsonNode run, String name) {
        for (JsonNode figure : run.required("scene").required("figures")) {
            if (figure.required("name").asText().equals(name)) {
                return OptionalDouble.of(figure.required("value").asDouble());
            }
        }
        return OptionalDouble.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "loops"})
    void speedFollowsTheTwoThirdsPowerLaw(String name) {
        JsonNode run = Outcome.json(paced(name), "--cue-noise", "0.1");

        assertTrue(run.required("recall").required("success").asBoolean(), run::toString);
        assertEquals("spikes", run.required("f").asText());
        JsonNode scene = run.required("scene");
        assertEquals("arm", scene.required("kind").asText());
        assertTrue(scene.required("right").asBoolean(), scene::toString);
        assertEquals(-1.0 / 3, figure(run, EXPONENT).orElseThrow(), 0.02);
        assertTrue(figure(run, "first onset late").orElseThrow() > 0, "a noisy cue takes time");
        assertEquals(0, figure(run, "largest drift after it").orElseThrow(), 1e-6);
        double natural = run.at("/settings/patterns/motor/pace/mean-speed-mm-s").asDouble();
        assertEquals(natural, figure(run, "mean speed recalled").orElseThrow(), 0.1 * natural);
        double seconds = run.required("ticks").asLong()
                * run.required("lowering").required("tickSeconds").asDouble();
        assertTrue(seconds > 3 && seconds < 10, seconds + " s for a word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "loops"})
    void uniformSpeedDoesNot(String name) {
        JsonNode run = Outcome.json(paced(name), "--set", "patterns.motor.pace.law=uniform");

        assertTrue(run.required("recall").required("success").asBoolean());
        assertEquals(0, figure(run, EXPONENT).orElseThrow(), 0.03);
    }

    @Test
    void aTempoIsFollowedInTime() {
        JsonNode run = Outcome.json(paced("hello"), "--tempo", "0:1,900:0.5");

        assertTrue(run.required("recall").required("success").asBoolean());
        JsonNode scene = run.required("scene");
        assertTrue(scene.required("right").asBoolean(), scene::toString);
        assertTrue(figure(run, "largest drift after it").orElseThrow() <= 10, scene::toString);
        assertTrue(figure(run, EXPONENT).isEmpty(), "it has no one speed to go by");
    }

    @Test
    void aBoardDrawsSpikeForSpikeWhatTheSimulatorDraws() {
        assumeTrue(Outcome.of("boards").out().contains("emulator  EMULATED: "), "the emulator was not built");
        ObjectNode board =
                (ObjectNode) Outcome.json(paced("hello"), "--board", "emulator:?target=loihi1", "--cue-noise", "0.05");
        ObjectNode simulator =
                (ObjectNode) Outcome.json(paced("hello"), "--set", "target=loihi1", "--cue-noise", "0.05");

        assertTrue(board.required("scene").required("right").asBoolean());
        assertEquals(simulator.without(OWN), board.without(OWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "csv"})
    void whatWasWrittenCanBeRecalledAgain(String format) {
        Path file = folder.resolve("out." + format);
        Outcome.of("run", paced("loops"), "--cue-noise", "0.1", "--perform", file)
                .succeeded();
        Path again = Checkout.write(folder.resolve("again.yaml"), """
                patterns: {motor: {%s: out.%s, points: 120}}
                sequence: chain
                interaction: {exponential: {kappa: 0.04}}
                """.formatted(format, format));

        Outcome outcome = Outcome.of("run", again, "--cue-noise", "0.1").succeeded();

        assertEquals("recall: 120/120 patterns in order, 0 bit errors", outcome.lastLine());
        assertTrue(outcome.out().contains(" mm, 2 strokes"), outcome::out);
    }

    @Test
    void formatsOtherThanItsOwnAreRefusedBeforeTheRun() {
        Outcome.of("run", paced("hello"), "--perform", folder.resolve("out.mid"))
                .refused("a file that ends in .svg or .csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "law=fast | is unknown",
                "steps-per-point=1 | give at least 2, or law: uniform",
                "steps-per-point=5000 | 5000 is not in 1…1000",
                "mean-speed-mm-s=0 | 0 is not above 0",
                "pen-up-speed=1e7 | 1e7 is not in 0.1…100",
                "straight-radius-mm=-1 | -1 is not above 0",
                "points-by-time=2 | 2 is not in 0…1",
                "haste=2 | unknown key"
            })
    void absurdPacesAreRefused(String setting, String words) {
        Outcome.of("run", paced("hello"), "--set", "patterns.motor.pace." + setting)
                .refused("patterns.motor.pace.", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "svg | <svg xmlns='http://www.w3.org/2000/svg'/> | has no strokes",
                "svg | <svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9' fill='red' stroke='none'/></svg> | stroke",
                "svg | not a drawing | is not well-formed XML",
                "csv | 1,2;3,NaN | NaN",
                "csv | 1,2;3,Infinity | Infinity",
                "csv | x,z;1,2;3,4 | a column y is missing",
                "csv | x,y,pen;1,2,0;3,4,0 | its column pen is never above 0.5",
                "csv | 5,5;5,5 | all its samples are at one place",
                "csv | 0,0;3000,10 | out of the arm's reach",
                "csv | 0,0;1e300,10 | reach: 5.0e+299 mm from the shoulder"
            })
    void drawingsThatCannotBeDrawnAreRefused(String format, String text, String words) {
        Checkout.write(folder.resolve("bad." + format), text.replace(';', format.equals("csv") ? '\n' : ';'));
        Path memory = Checkout.write(folder.resolve("bad.yaml"), """
                patterns: {motor: {%s: bad.%s, pace: two-thirds}}
                sequence: chain
                interaction: exponential
                timing: from-patterns
                lowering: spiking
                """.formatted(format, format));

        Outcome.of("run", memory).refused(words);
    }

    @Test
    void patternsWithoutAMovementHaveNoPaceOfTheirOwn() {
        Path memory = Checkout.write(folder.resolve("random.yaml"), """
                patterns: {random: {count: 5, features: 64}}
                interaction: exponential
                timing: from-patterns
                """);
        Outcome.of("run", memory).refused("timing", "no dwell times of their own");
        assertEquals(
                List.of(),
                Checkout.files(folder).stream()
                        .filter(f -> f.toString().endsWith(".json"))
                        .toList());
    }
}
