package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.recording.Recording;

final class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void jsonOnTheStandardOutputLeavesTheSummaryToTheOther() throws IOException {
        Path file = Checkout.small(folder);
        Path json = folder.resolve("out.json");

        Outcome piped = Outcome.of("run", file, "--json", "-").succeeded();
        Outcome plain = Outcome.of("run", file, "--json", json).succeeded();

        assertEquals("mneme.run", piped.json().get("schema").asText());
        assertEquals(
                "recall: 6/6 patterns in order, 0 bit errors",
                piped.err().lines().toList().getLast());
        assertEquals("recall: 6/6 patterns in order, 0 bit errors", plain.lastLine());
        assertEquals("", plain.err());
        assertEquals(withoutTime(piped.out()), withoutTime(Files.readString(json)));
        assertFalse(Files.exists(Path.of("-")));
    }

    private static String withoutTime(String json) {
        return json.replaceAll("\"wallSeconds\" : [^,]*", "");
    }

    @Test
    void recordingHoldsWhatTheRunFound() {
        Path recorded = folder.resolve("recording");

        JsonNode json = Outcome.json(Checkout.small(folder), "--record", recorded, "--cue", 2);

        Recording recording = Recording.open(recorded);
        AtomicLong spikes = new AtomicLong();
        recording.spikes((tick, neuron, payload) -> spikes.incrementAndGet());
        List<RecallStep> steps = new ArrayList<>();
        recording.steps(steps::add);
        assertEquals(json.get("spikes").asLong(), spikes.get());
        assertEquals(json.get("ticks").asLong(), recording.tick());
        assertEquals(json.at("/recall/steps").asInt() + 1, steps.size());
        assertEquals(64, steps.getLast().state().length());
    }

    @Test
    void recordingIsMadeInAnEmptyFolderToo() throws IOException {
        Path recorded = Files.createDirectory(folder.resolve("recording"));

        Outcome.of("run", Checkout.small(folder), "--record", recorded).succeeded();

        assertTrue(Recording.open(recorded).tick() > 0);
    }

    @Test
    void reportAndPlotsAreWritten() throws IOException {
        Path report = folder.resolve("out.html");
        Path plots = folder.resolve("new/plots");

        Outcome.of("run", Checkout.small(folder), "--report", report, "--plots", plots)
                .succeeded();

        assertTrue(Files.readString(report).startsWith("<!doctype html>"));
        List<String> names = Checkout.files(plots).stream()
                .map(p -> p.getFileName().toString())
                .toList();
        assertTrue(names.stream().anyMatch(name -> name.endsWith(".svg")), names::toString);
        assertTrue(names.stream().anyMatch(name -> name.endsWith(".csv")), names::toString);
    }

    @Test
    void interruptedRunKeepsWhatIsFinished() throws IOException {
        Path json = folder.resolve("out.json");
        Path recorded = folder.resolve("recording");
        Thread.currentThread().interrupt();
        Outcome outcome = Outcome.of("run", Checkout.small(folder), "--json", json, "--record", recorded);
        boolean stillAsked = Thread.interrupted();

        assertEquals(130, outcome.code(), outcome::toString);
        assertTrue(stillAsked);
        assertTrue(outcome.lastLine().contains("interrupted after step "), outcome::lastLine);
        JsonNode result = new ObjectMapper().readTree(Files.readString(json));
        assertTrue(result.get("interrupted").asBoolean());
        assertEquals(result.get("ticks").asLong(), Recording.open(recorded).tick());
    }

    @Test
    void seedDrawsTheFlippedBits() {
        Path file = Checkout.small(folder);
        JsonNode one = Outcome.json(file, "--cue-noise", 0.45, "--seed", 1);
        JsonNode two = Outcome.json(file, "--cue-noise", 0.45, "--seed", 2);

        assertEquals(29, one.at("/cue/flipped").asInt());
        assertEquals(29, two.at("/cue/flipped").asInt());
        assertFalse(one.get("recall").equals(two.get("recall")), one::toString);
    }

    @Test
    void laterSettingWins() {
        JsonNode json = Outcome.json(
                Checkout.small(folder),
                "--set",
                "interaction=linear",
                "--set",
                "interaction.softmax.kappa=0.5",
                "--set",
                "timing.dwell=[1, 2, 1, 2, 1, 2]",
                "--set",
                "timing.steps-per-pattern=2",
                "--set",
                "interaction.asymmetric.polynomial.degree=4",
                "--set",
                "interaction.symmetric=exponential",
                "--set",
                "patterns.rows=['+-+-+-+-', '++--++--']");

        assertEquals(
                4, json.at("/settings/interaction/asymmetric/polynomial/degree").asInt());
        assertEquals(
                1.0,
                json.at("/settings/interaction/symmetric/exponential/kappa").asDouble());
        assertEquals(2, json.at("/settings/timing/steps-per-pattern").asInt());
        assertTrue(json.at("/settings/patterns/rows").isArray());
    }
}
