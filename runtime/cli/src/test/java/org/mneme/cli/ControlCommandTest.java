package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run is told besides its cue, on the command line and in the memory's file. */
final class ControlCommandTest {
    private static final String RING = """
            patterns: {random: {count: 12, features: 80, seed: 3}}
            interaction: exponential
            lowering: spiking
            timing: {steps-per-pattern: 3}
            """;

    @TempDir
    private Path folder;

    private static List<Integer> ints(JsonNode array) {
        List<Integer> ints = new ArrayList<>();
        array.forEach(value -> ints.add(value.asInt()));
        return ints;
    }

    private static List<Integer> motifs(int... motifs) {
        return IntStream.of(motifs)
                .flatMap(motif -> IntStream.range(8 * motif, 8 * motif + 8))
                .boxed()
                .toList();
    }

    private Path ring(String more) throws IOException {
        return Checkout.write(folder.resolve("ring.yaml"), RING + more);
    }

    @Test
    void motifsArePlayedInTheOrderAskedFor() {
        Outcome outcome = Outcome.of("run", Checkout.memory("motifs"), "--play", "3,1,4,1,5")
                .succeeded();
        JsonNode json = Outcome.json(Checkout.memory("motifs"), "--play", "3,1,4,1,5");

        assertEquals("recall: 40/40 patterns in order, 0 bit errors (5 motifs)", outcome.lastLine());
        assertEquals(motifs(3, 1, 4, 1, 5), ints(json.at("/recall/visited")));
        assertEquals(5, json.get("segments").size());
        assertEquals(24, json.at("/cue/index").asInt());
        for (JsonNode segment : json.get("segments")) {
            assertEquals("motif", segment.get("start").asText());
            assertEquals(8, segment.get("inOrder").asInt());
        }
    }

    @Test
    void noisyCuesOfMotifsAreCleanedUp() {
        JsonNode json = Outcome.json(Checkout.memory("motifs"), "--play", "9,0,9", "--cue-noise", 0.15);

        assertEquals(motifs(9, 0, 9), ints(json.at("/recall/visited")));
        assertEquals(15, json.at("/cue/flipped").asInt());
        assertTrue(json.at("/recall/success").asBoolean(), json::toString);
    }

    @Test
    void tempoChangesHowLongPatternsAreHeld() {
        JsonNode half = Outcome.json(Checkout.memory("motifs"), "--tempo", 0.5);
        JsonNode twice = Outcome.json(Checkout.memory("motifs"), "--tempo", "0:2");

        assertEquals(List.of(4, 4, 4, 4, 4, 4, 4), ints(half.at("/recall/dwell")));
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1), ints(twice.at("/recall/dwell")));
        assertTrue(half.at("/recall/success").asBoolean()
                && twice.at("/recall/success").asBoolean());
    }

    @Test
    void recallResumesWhereItWasPaused() throws IOException {
        Path memory = ring("sequence: chain\n");

        JsonNode json = Outcome.json(memory, "--tempo", "20:0,500:1");

        assertEquals(IntStream.range(0, 12).boxed().toList(), ints(json.at("/recall/visited")));
        assertTrue(json.at("/recall/success").asBoolean(), json::toString);
        assertTrue(json.get("ticks").asInt() > 550, json::toString);
        List<Integer> dwell = ints(json.at("/recall/dwell"));
        assertEquals(10, dwell.stream().filter(steps -> steps == 3).count(), dwell::toString);
        assertEquals(1, dwell.stream().filter(steps -> steps > 100).count(), dwell::toString);
    }

    @Test
    void eventsOfTheFileAndOfTheCommandLineAreToldTogetherInOrderOfTime() throws IOException {
        Path memory = ring("sequence: chain\ncontrols: [{at: 90, cue: 5}, {at: 0.03 s, gate: [0-6, 8]}]\n");

        JsonNode json = Outcome.json(memory, "--recue", "60:2:0.1", "--gate", "95:all");

        List<String> told = new ArrayList<>();
        json.get("controls")
                .forEach(c ->
                        told.add(c.get("kind").asText() + "@" + c.get("tick").asInt()));
        assertEquals(List.of("cue@0", "gate@30", "cue@60", "cue@90", "gate@95"), told);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 8), ints(json.at("/controls/1/open")));
        assertEquals(8, json.at("/controls/2/flipped").asInt());
        assertTrue(json.at("/recall/success").asBoolean(), json::toString);
        assertEquals(11, ints(json.at("/recall/winners")).getLast());
    }

    @Test
    void eventsAfterTheEndAreNotToldAndSaidSo() throws IOException {
        Outcome outcome =
                Outcome.of("run", ring(""), "--steps", 6, "--recue", "5000:3").succeeded();

        assertTrue(
                outcome.out().contains("note: the run is over before tick 5000, so its cue is not told"), outcome::out);
    }

    @Test
    void controlsAreDrawnInTheReport() throws IOException {
        Path report = folder.resolve("motifs.html");

        Outcome.of("run", Checkout.memory("motifs"), "--play", "2,0", "--tempo", "40:0.5", "--report", report)
                .succeeded();

        String page = Files.readString(report);
        assertTrue(page.contains("motif 2") && page.contains("tempo 0.5"), "labels of the controls");
    }

    @Test
    void sameControlsAndSeedGiveTheSameRecording() throws IOException {
        for (String name : List.of("first", "second")) {
            Outcome.of(
                            "run",
                            Checkout.memory("motifs"),
                            "--play",
                            "1,7",
                            "--tempo",
                            "30:0,60:1",
                            "--record",
                            folder.resolve(name),
                            "--seed",
                            5)
                    .succeeded();
        }

        try (Stream<Path> files = Files.walk(folder.resolve("first"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other =
                        folder.resolve("second").resolve(folder.resolve("first").relativize(file));
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--gate 0-99 | --gate: 99 is not a hidden unit in 0…11",
                "--gate 5-2 | --gate: '5-2' is not a range that goes up; write 2-5",
                "--gate 0-3,2 | --gate: 2 is not named once",
                "--gate a | --gate: 'a' is not a range of indices such as 0-9",
                "--gate -1:0 | --gate: '-1' is not a tick of 0 or more",
                "--gate 7: | --gate: '' is not a range of indices",
                "--gate 5:0-3 --gate 5:all | a second gate at tick 5 is not possible; give them different ticks",
                "--tempo x | --tempo: 'x' is not a gain such as 2",
                "--tempo 1:2:3 | --tempo: '2:3' is not a gain such as 2",
                "--tempo -1 | tempo: -1.0 is not a gain of 0 or more",
                "--tempo 0:1,0:2 | a second tempo at tick 0 is not possible",
                "--tempo 9 | tempo: 9.0 is not in 0…3, since no pattern is held for more than 3 steps",
                "--tempo 0.3 | tempo: 0.3 is not a multiple of 1/16; the nearest is 0.3125",
                "--recue 12 | --recue: '12' is not of the form TICK:PATTERN, such as 300:12 or 300:12:0.1",
                "--recue 0:3 | a cue at tick 0 is not possible: the run starts with a cue, --cue says which",
                "--recue 9:3 --recue 9:4 | a second cue at tick 9 is not possible; give them different ticks",
                "--recue 9:12 | cue at tick 9: 12 is not a pattern in 0…11",
                "--recue 9:1:2 | cue noise: 2.0 is not a fraction in 0…1",
                "--play 1,2 | play: [1, 2] is not possible: the memory has no motifs; list them",
                "--play x | --play: 'x' is not a motif's index; write them as 3,1,4",
                "--play 0 --cue 3 | --play: 0 is not possible with --cue",
                "--play 0 --recue 9:3 | cue at tick 9: an interruption is not possible while motifs are played",
                "--play 0 --tempo 20:0 | tempo at tick 20: a pause is not possible as the last one while motifs are played",
                "--recue 9:3 --backend reference | 'cue at tick 9' is not possible with the reference recall",
                "--tempo 1 --set lowering=graded --set timing=one-step | the graded lowering cannot express a tempo at run time; use 'lowering: spiking'",
            })
    void mistakeGetsOneSentence(String options, String sentence) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("run", ring("")));
        arguments.addAll(List.of(options.strip().split(" ")));

        Outcome.of(arguments.toArray()).refused(sentence.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "controls: 3 | :5:11: controls: a list ([…]) is needed here",
                "controls: [{at: 3}] | controls[0]: one of gate, tempo, cue is needed here",
                "controls: [{gate: [1]}] | controls[0]: 'at' is missing",
                "controls: [{at: -1, gate: [1]}] | controls[0].at: -1 is not in 0…",
                "controls: [{at: 1.5, gate: [1]}] | controls[0].at: '1.5' is not a whole number",
                "controls: [{at: 0.5 ms, tempo: 1}] | controls[0].at: '0.5 ms' is 0.5 ticks of 0.001 s",
                "controls: [{at: 1, gate: []}] | controls[0].gate: an empty list is not enough: open at least one hidden unit",
                "controls: [{at: 1, gate: [3-12]}] | controls[0].gate: 12 is not a hidden unit in 0…11",
                "controls: [{at: 1, gate: [3-x]}] | controls[0].gate: '3-x' is not a range of indices",
                "controls: [{at: 1, tempo: -2}] | controls[0].tempo: -2.0 is not a gain of 0 or more",
                "controls: [{at: 1, cue: 12}] | controls[0].cue: 12 is not in 0…11",
                "controls: [{at: 1, tempo: 1, noise: 1}] | controls[0].noise: noise is for a cue",
                "controls: [{at: 7, cue: 1}, {at: 7, cue: 2}] | controls[1]: a second cue at tick 7 is not possible; give them different ticks",
                "controls: [{at: 7, cue: 1, tempo: 2}] | controls[0]: one of gate, tempo, cue is needed here",
                "controls: [{play: []}] | controls[0].play: at least one motif is needed here",
                "controls: [{play: [0]}] | controls[0].play: the memory has no motifs",
                "lowering: {spiking: {form: latteral}} | lowering.spiking.form: 'latteral' is unknown; did you mean 'lateral'?",
                "lowering: {spiking: {latencies: {volley: 1, answer: 1, reset: 2, stop: 1}}} | volley + answer = 2 is not enough: at least reset + 1 = 3",
                "lowering: {stochastic: {step-time: 0 s}} | lowering.stochastic.step-time: '0 s' is not a time above 0",
                "target: bnary | target: 'bnary' is unknown; did you mean 'binary'?",
                "sequence: {motifs: {count: 5, length: 3}} | 5 motifs of 3 patterns need 15 patterns, there are 12; give at most 4",
            })
    void mistakeInTheFileNamesItsPlace(String lines, String sentence) throws IOException {
        String text = lines.strip().startsWith("lowering") ? RING.replace("lowering: spiking\n", "") : RING;
        Path memory = Checkout.write(folder.resolve("bad.yaml"), text + lines.strip() + "\n");

        Outcome.of("run", memory).refused("bad.yaml:", sentence.strip());
    }
}
