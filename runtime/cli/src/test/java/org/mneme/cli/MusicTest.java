package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Music recalled by spikes, as a user does it. */
final class MusicTest {
    private static final Path FOLDER = Checkout.root().resolve("examples/music");
    private static final Path MINUET = FOLDER.resolve("minuet.yaml");
    private static final Path PRELUDE = FOLDER.resolve("prelude.yaml");

    @TempDir
    private Path folder;

    private static double figure(JsonNode json, String name) {
        for (JsonNode figure : json.at("/scene/figures")) {
            if (figure.path("name").asText().equals(name)) {
                return figure.path("value").asDouble();
            }
        }
        throw new AssertionError("no figure " + name + " in " + json.at("/scene/figures"));
    }

    @Test
    void everyNoteOfTheMinuetIsRecalledInTime() {
        Outcome outcome = Outcome.of("run", MINUET).succeeded();

        assertTrue(outcome.out().contains("notes: 199 of 199 right, largest onset error 0.0 ms\n"), outcome::toString);
        assertEquals("recall: 138/138 patterns in order, 0 bit errors", outcome.lastLine());
    }

    @Test
    void thousandNotesAreRecalled() {
        JsonNode json = Outcome.json(PRELUDE);

        assertEquals("notes", json.at("/scene/kind").asText());
        assertTrue(json.at("/scene/right").asBoolean(), json.at("/scene/sentence")::asText);
        assertEquals(1052, figure(json, "notes right"));
        assertEquals(1052, json.at("/scene/table/rows").size());
    }

    @Test
    void whatIsPerformedIsTheFileAgain() throws IOException {
        Path played = folder.resolve("played.mid");
        Outcome.of("run", MINUET, "--perform", played).succeeded();
        Path again = Files.writeString(
                folder.resolve("again.yaml"),
                Files.readString(MINUET)
                        .replace("minuet.mid", played.getFileName().toString()));

        JsonNode first = Outcome.json(MINUET);
        JsonNode second = Outcome.json(again);

        assertEquals(first.at("/scene/table"), second.at("/scene/table"));
        assertTrue(second.at("/scene/right").asBoolean());
    }

    @Test
    void onsetsAreWrittenAsATable() throws IOException {
        Path table = folder.resolve("onsets.csv");
        Outcome.of("run", MINUET, "--perform", table).succeeded();

        assertEquals(200, Files.readAllLines(table).size());
    }

    @ParameterizedTest
    @CsvSource({"0:2, 0", "0:0.5, 0", "0:0.75, 0", "'0:1,4000:0.75,6000:0.5', 18", "0:0.8125, 126"})
    void otherTemposAreJudgedByTheirOwnDueTimes(String tempo, double most) {
        JsonNode json = Outcome.json(MINUET, "--tempo", tempo);

        assertEquals(199, figure(json, "notes due"));
        assertEquals(0, figure(json, "notes missing") + figure(json, "notes extra"));
        boolean exact = most < 100;
        assertEquals(exact, json.at("/scene/right").asBoolean(), json.at("/scene/sentence")::asText);
        double error = figure(json, "largest onset error");
        assertTrue(exact ? error <= most : error > most, () -> tempo + ": " + error + " ms");
    }

    @Test
    void noisyCueIsLateAndRight() {
        JsonNode json = Outcome.json(MINUET, "--cue-noise", 0.1);

        assertTrue(json.at("/scene/right").asBoolean(), json.at("/scene/sentence")::asText);
        assertEquals(732, figure(json, "lateness after the cue"), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "emulator:"})
    void barsAreRepeatedByGates(String where) {
        JsonNode json = Outcome.json(
                MINUET,
                where.endsWith(":") ? "--board" : "--backend",
                where,
                "--play",
                "bar 1,bar 1,bar 2",
                "--tempo",
                "0:0.5");

        assertTrue(json.at("/scene/right").asBoolean(), json.at("/scene/sentence")::asText);
        assertEquals(22, figure(json, "notes due"));
        JsonNode rows = json.at("/scene/table/rows");
        // three bars of three quarters of 432 ms, at half the tempo
        double end = 0;
        for (JsonNode row : rows) {
            end = Math.max(end, row.path(3).asDouble() + row.path(6).asDouble());
        }
        assertEquals(3 * 3 * 0.432 * 2, end, 1e-9);
    }

    @Test
    void barThatIsNotThereIsRefused() {
        Outcome.of("run", MINUET, "--play", "bar 1,bar 33")
                .refused("'bar 33' is not a motif's index, or one of bar 1, bar 2");
    }

    @Test
    void wrongNotesAreFoundWrong() {
        JsonNode json = Outcome.json(MINUET, "--drop", 0.001);

        assertFalse(json.at("/scene/right").asBoolean(), json.at("/scene/sentence")::asText);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text.mid | is not a standard MIDI file
                    none.mid | there is no such file
                    cut.mid | ends within track 2 of 3
                    smpte.mid | counts time in SMPTE frames
                    """)
    void filesThatAreNoMusicAreRefused(String file, String why) throws IOException {
        byte[] minuet = Files.readAllBytes(FOLDER.resolve("minuet.mid"));
        Files.writeString(folder.resolve("text.mid"), "hello");
        Files.write(folder.resolve("cut.mid"), Arrays.copyOf(minuet, 900));
        minuet[12] = (byte) 0xE8;
        Files.write(folder.resolve("smpte.mid"), minuet);
        Path memory = Checkout.write(
                folder.resolve("memory.yaml"), "patterns: {music: {midi: " + file + "}}\ninteraction: exponential\n");

        Outcome.of("run", memory).refused(folder.resolve(file).toString(), why);
    }

    @Test
    void endingThatIsNoMusicIsRefused() {
        Outcome.of("run", MINUET, "--perform", folder.resolve("minuet.mp3"))
                .refused("a file that ends in .mid or .csv");
    }
}
