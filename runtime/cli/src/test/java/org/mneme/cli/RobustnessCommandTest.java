package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RobustnessCommandTest {
    @TempDir
    private Path folder;

    private Outcome basin(Path csv, int threads) {
        return Outcome.of(
                "robustness",
                Checkout.small(folder),
                "--curve",
                "basin",
                "--values",
                "0,0.2,0.5",
                "--seeds",
                "1..6",
                "--threads",
                threads,
                "--csv",
                csv);
    }

    @Test
    void curveIsPrintedAndWritten() throws IOException {
        Path json = folder.resolve("out.json");
        Path report = folder.resolve("out.html");

        Outcome outcome = Outcome.of(
                        "robustness",
                        Checkout.small(folder),
                        "--curve",
                        "noise",
                        "--noise-kind",
                        "drop",
                        "--values",
                        "0,1",
                        "--seeds",
                        "1..4",
                        "--json",
                        json,
                        "--report",
                        report)
                .succeeded();

        assertTrue(outcome.out().startsWith("0: 6 patterns, 4 of 4 recalled whole, mean overlap 1.000"), outcome::out);
        assertTrue(outcome.out().contains("\n1: 6 patterns, 0 of 4 recalled whole, "), outcome::out);
        assertEquals("Half of the recalls are whole with 50.0 % of the spikes lost.", outcome.lastLine());
        assertEquals(
                "robustness-noise",
                new ObjectMapper().readTree(Files.readString(json)).get("id").asText());
        assertTrue(Files.readString(report).contains("Half of the recalls are whole with 50.0 % of the spikes lost."));
    }

    @Test
    void loadIsMeasuredAgainstTheTheory() {
        Outcome outcome = Outcome.of(
                        "robustness",
                        Checkout.small(folder),
                        "--set",
                        "interaction=linear",
                        "--curve",
                        "load",
                        "--values",
                        "0.5,12",
                        "--seeds",
                        "1..3")
                .succeeded();

        assertTrue(outcome.out().startsWith("theory: P_S = 3.8 patterns\n"), outcome::out);
        assertTrue(outcome.out().contains("\n12: 46 patterns, 0 of 3 recalled whole"), outcome::out);
    }

    @Test
    void fileIsTheSameForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.csv");
        Path four = folder.resolve("four.csv");

        assertEquals(basin(one, 1).succeeded().out(), basin(four, 4).succeeded().out());

        assertEquals(Files.readString(one), Files.readString(four));
        assertEquals(19, Files.readAllLines(one).size());
    }

    /** Steps of the stochastic lowering may end with their winner alone. */
    @Test
    void associativeMemoriesAreRecalledBySpikes() {
        Outcome outcome = Outcome.of(
                        "robustness",
                        Checkout.associative(folder),
                        "--set",
                        "lowering=stochastic",
                        "--backend",
                        "simulator",
                        "--curve",
                        "basin",
                        "--values",
                        "0",
                        "--seeds",
                        "1..4")
                .succeeded();

        assertTrue(outcome.out().startsWith("0: 6 patterns, 4 of 4 recalled whole, mean overlap 1.000"), outcome::out);
    }

    @Test
    void spikingCurvesAreOfTheTarget() {
        Outcome.of(
                        "robustness",
                        Checkout.small(folder),
                        "--set",
                        "target=binary",
                        "--set",
                        "lowering=graded",
                        "--backend",
                        "simulator",
                        "--curve",
                        "basin")
                .refused("target binary has binary spikes only");
    }

    @Test
    void controlsHaveNoPlaceInACurve() {
        Path controlled = Checkout.write(
                folder.resolve("controlled.yaml"),
                "{name: controlled, patterns: {random: {count: 6, features: 64}}, interaction: exponential,"
                        + " controls: [{at: 20, cue: 1}]}");

        Outcome.of("robustness", controlled, "--curve", "basin", "--backend", "simulator")
                .refused("controls: ", "not possible in a robustness curve; leave 'controls' out");
        Outcome.of("robustness", controlled, "--curve", "basin")
                .refused("controls: 'cue at tick 20' is not possible with the reference recall");
    }

    @Test
    void interruptedCurveSaysSoAndGoesOn() throws IOException {
        Path csv = folder.resolve("out.csv");
        Thread.currentThread().interrupt();
        Outcome interrupted = basin(csv, 1);
        boolean stillAsked = Thread.interrupted();

        assertEquals(130, interrupted.code(), interrupted::toString);
        assertTrue(stillAsked);
        assertEquals("mneme: interrupted; the same command goes on where this one stopped\n", interrupted.err());

        basin(csv, 1).succeeded();
        Path anew = folder.resolve("anew.csv");
        basin(anew, 1).succeeded();
        assertEquals(Files.readString(anew), Files.readString(csv));
    }

    @Test
    void mistakesGetOneSentence() {
        Path small = Checkout.small(folder);

        Outcome.of("robustness", small).refused("--curve CURVE is missing");
        Outcome.of("robustness", small, "--curve", "basis").refused("basin, load, noise");
        Outcome.of("robustness", small, "--curve", "noise", "--noise-kind", "lose")
                .refused("flip, drop");
        Outcome.of("robustness", small, "--curve", "basin", "--values", "0..2/0.5")
                .refused("a fraction in 0…1");
        Outcome.of("robustness", small, "--curve", "basin", "--values", "0,nan").refused("'nan' is not a number;");
        Outcome.of("robustness", small, "--curve", "basin", "--cue", 6).refused("0…5");
        Outcome.of("robustness", Checkout.memory("pseudoinverse"), "--curve", "load")
                .refused("no capacity");
    }
}
