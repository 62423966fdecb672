package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.recording.Recording;

/** {@code mneme run --board}, and {@code mneme boards}. */
final class BoardRunTest {
    /** What a run on a board and one on the simulator may tell apart. */
    private static final Set<String> OWN = Set.of("backend", "wallSeconds", "board", "notes", "settings");

    @TempDir
    private Path folder;

    private static JsonNode boards() {
        JsonNode boards = Outcome.of("boards", "--json").succeeded().json();
        assertEquals(
                List.of(),
                SchemaTest.schema(Outcome.of("schema", "boards").succeeded().out())
                        .validate(boards.toString(), InputFormat.JSON));
        return boards;
    }

    private static JsonNode emulator() {
        for (JsonNode driver : boards().get("drivers")) {
            if (driver.get("scheme").asText().equals("emulator")) {
                return driver;
            }
        }
        throw new AssertionError("the emulator is always listed");
    }

    private static void assumeEmulator() {
        assumeTrue(emulator().get("usable").asBoolean(), "the emulator was not built");
    }

    private Path coincidence() {
        return Checkout.write(folder.resolve("coincidence.yaml"), """
                name: coincidence
                patterns: {random: {count: 8, features: 64, seed: 3}}
                interaction: {threshold: {matches: 0.8}}
                """);
    }

    @Test
    void boardsSayWhetherTheyAreEmulatedAndWhereDriversAreLookedFor() {
        JsonNode emulator = emulator();
        String text = Outcome.of("boards").succeeded().out();

        assertTrue(text.contains("searched: "), text);
        if (emulator.get("usable").asBoolean()) {
            assertEquals("emulated", emulator.get("kind").asText());
            assertTrue(text.contains("emulator  EMULATED: "), text);
            assertTrue(emulator.get("boards").toString().contains("emulator:?target=loihi1"), emulator::toString);
        } else {
            assertTrue(text.contains("CANNOT BE USED"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emulator", "loihi1"})
    void aRunOnABoardTellsWhatARunOnTheSimulatorTells(String target) {
        assumeEmulator();
        ObjectNode board = (ObjectNode) Outcome.json(coincidence(), "--board", "emulator:?target=" + target);
        ObjectNode simulator = (ObjectNode) Outcome.json(coincidence(), "--set", "target=" + target);

        JsonNode figures = board.get("board");
        assertEquals(target, figures.get("target").asText());
        assertEquals("emulated", figures.get("kind").asText());
        assertEquals(
                target.equals("loihi1"),
                figures.get("arithmetic").asText().equals("shape of loihi1, arithmetic of Mneme"));
        assertTrue(board.get("spikes").asLong() > 0);
        assertEquals(
                List.of(),
                SchemaTest.schema(Outcome.of("schema", "run").succeeded().out())
                        .validate(board.toString(), InputFormat.JSON));
        board.remove(OWN);
        simulator.remove(OWN);
        assertEquals(simulator.toString(), board.toString());
    }

    @Test
    void theSummarySaysWhatItRanOn() {
        assumeEmulator();
        Outcome outcome = Outcome.of("run", coincidence(), "--board", "emulator:?target=loihi1")
                .succeeded();

        assertTrue(
                outcome.out()
                        .contains("\nboard emulator:?target=loihi1: emulated, shape of loihi1, arithmetic of Mneme; "),
                outcome::out);
        assertTrue(outcome.lastLine().startsWith("recall: 8/8 patterns in order"), outcome::toString);
    }

    @Test
    void aBoardThatVanishesEndsTheRunWithOneSentenceAndTheRecordingStays() {
        assumeEmulator();
        Path whole = folder.resolve("whole");
        Path cut = folder.resolve("cut");
        Outcome.of("run", coincidence(), "--set", "target=emulator", "--record", whole)
                .succeeded();
        Outcome outcome = Outcome.of("run", coincidence(), "--board", "emulator:?fault=vanish@9", "--record", cut);

        assertEquals(3, outcome.code(), outcome::toString);
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        Recording recording = Recording.open(cut);
        assertEquals(9, recording.tick());
        assertFalse(recording.manifest().complete());
        assertEquals(spikesBefore(Recording.open(whole)), spikesBefore(recording));
    }

    private static String spikesBefore(Recording recording) {
        StringBuilder spikes = new StringBuilder();
        recording.spikes((tick, neuron, payload) -> {
            if (tick < 9) {
                spikes.append(tick)
                        .append(':')
                        .append(neuron)
                        .append(':')
                        .append(payload)
                        .append('\n');
            }
        });
        return spikes.toString();
    }

    @Test
    void mistakesInNamingABoardAreToldInASentence() {
        Path memory = coincidence();

        Outcome.of("run", memory, "--board", "emulatr:").refused("did you mean 'emulator'?");
        Outcome.of("run", memory, "--board", "loihi1").refused("is not a board's URI", "emulator:?target=loihi1");
        Outcome.of("run", memory, "--backend", "board").refused("--board URI");
        Outcome.of("run", memory, "--backend", "simulator", "--board", "emulator:")
                .refused("leave one of them out");
        Outcome.of("run", memory, "--backend", "simulator:here").refused("runs in this process");
    }

    @Test
    void mistakesInABoardsOptionsAreToldInASentence() {
        assumeEmulator();
        Path memory = coincidence();

        Outcome.of("run", memory, "--board", "emulator:?target=loihi9").refused("loihi9", "did you mean 'loihi");
        Outcome.of("run", memory, "--board", "emulator:?tarjet=loihi1").refused("tarjet");
        Outcome.of("run", memory, "--board", "emulator:?chips=none").refused("chips");
        Outcome.of("run", memory, "--board", "emulator:?fault=surprise@3").refused("surprise");
        Outcome.of("run", memory, "--board", "emulator:", "--set", "target=loihi1")
                .refused("loihi1", "emulator");
        Outcome.of("run", memory, "--board", "emulator:", "--drop", "0.1").refused("noise", "simulator");
    }

    @Test
    void aTargetOfTheUsersOwnIsAFile() throws IOException {
        assumeEmulator();
        Path own = Files.copy(
                Checkout.root().resolve("backends/board/src/main/resources/org/mneme/board/targets/emulator.textproto"),
                folder.resolve("own.textproto"));

        JsonNode result = Outcome.json(coincidence(), "--board", "emulator:?target=" + own);
        assertEquals("emulator", result.get("board").get("target").asText());
    }

    @Test
    void sweepsRunOnBoardsToo() {
        assumeEmulator();
        Outcome.of("sweep", coincidence(), "--board", "emulator:", "--seeds", "1..2", "-o", folder.resolve("s.csv"))
                .succeeded();
    }
}
