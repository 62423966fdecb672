package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Noise on spikes: as options of a run, and as a curve. */
final class SpikeNoiseCommandTest {
    private static final String[] CURVE = {
        "--set", "interaction=exponential",
        "--set", "lowering=spiking",
        "--set", "patterns.random.features=60",
        "--curve", "noise",
        "--backend", "simulator",
        "--seeds", "1..8"
    };

    @TempDir
    private Path folder;

    private Outcome curve(String... options) {
        List<Object> all = new ArrayList<>(List.of("robustness", Checkout.small(folder)));
        all.addAll(List.of(CURVE));
        all.addAll(List.of(options));
        return Outcome.of(all.toArray());
    }

    @Test
    void resultSaysWhichNoiseWasOn() throws IOException {
        Path json = folder.resolve("out.json");

        Outcome.of("run", Checkout.small(folder), "--drop", "0.5", "--jitter", "0.25:3", "--json", json);

        JsonNode result = new ObjectMapper().readTree(Files.readString(json));
        JsonNode noise = result.at("/settings/noise");
        assertEquals(0.5, noise.get("drop").asDouble());
        assertEquals(0, noise.get("flip").asDouble());
        assertEquals(0.25, noise.get("jitter").asDouble());
        assertEquals(3, noise.get("jitter-ticks").asInt());
        assertTrue(
                result.get("notes")
                        .toString()
                        .contains("noise strikes the spikes: drop 0.5, jitter 0.25 by up to 3 ticks"),
                result::toString);
    }

    @Test
    void noiseIsTheSameForTheSameSeedAndOnBothExecutors() {
        Path small = Checkout.small(folder);
        String one = recalled(small, "--backend", "simulator");

        assertEquals(one, recalled(small, "--backend", "dense"));
        assertEquals(one, recalled(small, "--threads", "4"));
        assertNotEquals(one, recalled(small, "--seed", "2"));
    }

    private String recalled(Path memory, String... options) {
        Path json = folder.resolve("recalled.json");
        List<Object> all = new ArrayList<>(
                List.of("run", memory, "--drop", "0.1", "--flip", "0.2", "--jitter", "0.1", "--json", json));
        all.addAll(List.of(options));
        Outcome.of(all.toArray());
        try {
            JsonNode result = new ObjectMapper().readTree(Files.readString(json));
            return result.get("recall").toString() + result.get("counters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mistakesGetOneSentence() {
        Path small = Checkout.small(folder);

        Outcome.of("run", small, "--drop", "1.5")
                .refused("mneme: --drop: noise.drop: a probability in 0…1 is needed here, not 1.5");
        Outcome.of("run", small, "--set", "noise.drop=1.5")
                .refused("mneme: --set: noise.drop: a probability in 0…1 is needed here, not 1.5");
        Outcome.of("run", small, "--jitter", "0.1:").refused("0.1 or 0.1:2");
        Outcome.of("run", small, "--jitter", "0.1:0")
                .refused("mneme: --jitter: noise.jitter-ticks: 0 is not in 1…10000");
        Outcome.of("run", small, "--drop", "0.1", "--backend", "reference").refused("which has no spikes");
        Outcome.of("run", small, "--set", "noise.dorp=0.1").refused("did you mean 'drop'?");
        Outcome.of("robustness", small, "--curve", "noise", "--noise-kind", "jitter")
                .refused("use a spiking backend");
        Outcome.of("robustness", small, "--curve", "basin", "--set", "noise.drop=0.1")
                .refused("which has no spikes");
        Outcome.of("robustness", small, "--curve", "noise", "--backend", "simulatr")
                .refused("did you mean 'simulator'?");
    }

    @Test
    void jitterCostsWinnerTakeAllTicksAndNoOrder() {
        Outcome outcome = curve("--noise-kind", "jitter", "--values", "0,0.1").succeeded();

        assertTrue(
                outcome.out()
                        .startsWith("0: 6 patterns, 8 of 8 recalled whole, mean overlap 1.000, 0.00 wrong bits, "
                                + "100 % in order, 3.00 ticks a step\n"),
                outcome::out);
        String noisy = outcome.out().lines().skip(1).findFirst().orElseThrow();
        assertTrue(noisy.contains("100 % in order"), noisy);
        assertTrue(ticks(noisy) > 6, noisy);
    }

    @Test
    void lostSpikesCostWinnerTakeAllItsOrder() {
        Outcome outcome = curve("--noise-kind", "drop", "--values", "0,0.1").succeeded();

        assertEquals("Half of the recalls are in order with 5.0 % of the spikes lost.", outcome.lastLine());
    }

    private static double ticks(String line) {
        String[] words = line.split("[, ]+", -1);
        return Double.parseDouble(words[words.length - 4]);
    }

    @Test
    void curveGoesOnFromItsFile() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Path parts = folder.resolve("parts.csv");
        curve("--noise-kind", "flip", "--values", "0,0.2", "--threads", "3", "--csv", whole.toString())
                .succeeded();
        List<String> lines = Files.readAllLines(whole);
        Files.write(parts, lines.subList(0, 6));

        String out = curve("--noise-kind", "flip", "--values", "0,0.2", "--csv", parts.toString())
                .succeeded()
                .out();

        assertTrue(lines.getFirst().endsWith(",ticksPerStep,digest"), lines::getFirst);
        assertTrue(out.contains("5 of 16 recalls were there before"), out);
        assertEquals(Files.readString(whole), Files.readString(parts));
    }
}
