package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void inspectPrintsWhatCompileWrote() {
        Path graph = folder.resolve("small.graph");
        Outcome compiled =
                Outcome.of("compile", Checkout.small(folder), "-o", graph).succeeded();

        Outcome inspected = Outcome.of("inspect", graph).succeeded();

        assertTrue(inspected.out().lines().count() > 5, inspected::out);
        assertTrue(compiled.out().contains(inspected.out()), compiled::out);
        assertEquals("written to " + graph, compiled.lastLine());
        assertEquals(
                inspected.out(),
                Outcome.of("inspect", folder.resolve("small.yaml")).succeeded().out());
    }

    @Test
    void inspectShowsTheGraphThatTheTargetGets() {
        Path file = Checkout.write(folder.resolve("timed.yaml"), """
                name: timed
                patterns: {random: {count: 4, features: 60, seed: 1}}
                sequence: cycle
                interaction: exponential
                timing: {steps-per-pattern: 40}
                target: binary
                """);

        String compiled = Outcome.of("compile", file).succeeded().out();
        String inspected = Outcome.of("inspect", file).succeeded().out();

        assertTrue(inspected.startsWith("graph timed\n"), inspected);
        assertTrue(compiled.endsWith("\n\n" + inspected), () -> compiled + inspected);
    }

    @Test
    void inspectDrawsTheGraph() throws IOException {
        Path picture = folder.resolve("graph.svg");

        Outcome.of("inspect", Checkout.small(folder), "--picture", picture).succeeded();

        assertTrue(Files.readString(picture).contains("<svg"));
    }

    @Test
    void damagedGraphIsTold() throws IOException {
        Path graph = folder.resolve("small.graph");
        Outcome.of("compile", Checkout.small(folder), "-o", graph).succeeded();
        byte[] bytes = Files.readAllBytes(graph);
        bytes[bytes.length / 2] ^= 1;
        Files.write(graph, bytes);

        Outcome.of("inspect", graph).refused(graph.toString());
    }

    @Test
    void truncatedGraphIsTold() throws IOException {
        Path graph = folder.resolve("small.graph");
        Outcome.of("compile", Checkout.small(folder), "-o", graph).succeeded();
        byte[] bytes = Files.readAllBytes(graph);
        Files.write(graph, Arrays.copyOf(bytes, bytes.length - 20));

        Outcome.of("inspect", graph).refused(graph.toString());
    }

    @Test
    void compileTakesSettingsAndNoise() {
        Path file = Checkout.small(folder);

        String plain = Outcome.of("compile", file).succeeded().out();
        String other = Outcome.of("compile", file, "--set", "interaction=linear", "--cue-noise", 0.2)
                .succeeded()
                .out();

        assertTrue(plain.startsWith("lowering graded: "), plain);
        assertTrue(!plain.equals(other), other);
    }
}
