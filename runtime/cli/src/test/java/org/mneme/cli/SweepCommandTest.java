package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepCommandTest {
    @TempDir
    private Path folder;

    private Outcome sweep(Path csv, int threads) {
        return Outcome.of(
                "sweep",
                Checkout.small(folder),
                "--set",
                "interaction.polynomial.degree=1..3",
                "--seeds",
                "1..5",
                "--cue-noise",
                0.1,
                "--threads",
                threads,
                "-o",
                csv);
    }

    @Test
    void fileIsTheSameForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.csv");
        Path four = folder.resolve("four.csv");

        Outcome outcome = sweep(one, 1).succeeded();
        sweep(four, 4).succeeded();

        assertEquals(Files.readString(one), Files.readString(four));
        List<String> lines = Files.readAllLines(one);
        assertEquals(16, lines.size());
        assertTrue(lines.getFirst().startsWith("interaction.polynomial.degree,seed,success,expected,inOrder"));
        long recalled = lines.stream().filter(line -> line.contains(",true,")).count();
        assertEquals(
                "sweep: 15 of 15 runs in %s (0 were there before), %d recalled everything".formatted(one, recalled),
                outcome.lastLine());
    }

    @Test
    void sweepThatWasKilledGoesOnWhereItStopped() throws IOException {
        Path csv = folder.resolve("out.csv");
        sweep(csv, 1).succeeded();
        String whole = Files.readString(csv);
        int torn = whole.length() * 2 / 3;
        long kept = whole.substring(0, torn).lines().count() - 2;
        Files.writeString(csv, whole.substring(0, torn));

        Outcome outcome = sweep(csv, 2).succeeded();

        assertTrue(outcome.out().contains("(" + kept + " were there before)"), outcome::out);
        assertEquals(whole, Files.readString(csv));
    }

    @Test
    void interruptedSweepSaysSoAndGoesOn() throws IOException {
        Path csv = folder.resolve("out.csv");
        Thread.currentThread().interrupt();
        Outcome interrupted = sweep(csv, 1);
        boolean stillAsked = Thread.interrupted();

        assertEquals(130, interrupted.code(), interrupted::toString);
        assertTrue(stillAsked);
        assertEquals("mneme: interrupted; the same command goes on where this one stopped\n", interrupted.err());
        assertTrue(Files.readAllLines(csv).size() < 16);

        sweep(csv, 1).succeeded();
        Path anew = folder.resolve("anew.csv");
        sweep(anew, 1).succeeded();
        assertEquals(Files.readString(anew), Files.readString(csv));
    }

    @Test
    void fileOfAnotherSweepIsLeftAlone() throws IOException {
        Path csv = Checkout.write(folder.resolve("out.csv"), "my,notes\n1,2\n");

        sweep(csv, 1).refused(csv + ":1", "name another file");

        assertEquals("my,notes\n1,2\n", Files.readString(csv));
    }

    @Test
    void choiceReplacesTheInteractionOfTheFile() throws IOException {
        Path csv = folder.resolve("out.csv");

        Outcome.of(
                        "sweep",
                        Checkout.memory("hello"),
                        "--steps",
                        5,
                        "--set",
                        "interaction.polynomial.degree=2,3",
                        "-o",
                        csv)
                .succeeded();

        assertEquals(3, Files.readAllLines(csv).size());
    }
}
