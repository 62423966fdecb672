package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.recording.Recording;

/** What only a process of its own shows: signals, a pipe, a heap too small, a disk too full. */
@DisabledOnOs(OS.WINDOWS)
final class ProcessTest {
    private static final int TERMINATED = 143;
    private static final int MUCH = 100_000;

    @TempDir
    private Path folder;

    private Process start(String shell, String heap, Object... args) throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", shell + "exec \"$@\"", "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx" + heap, "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.add(Mneme.class.getName());
        for (Object arg : args) {
            words.add(arg.toString());
        }
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.log").toFile())
                .redirectError(folder.resolve("err.log").toFile())
                .start();
    }

    private Outcome outcome(Process process) throws IOException, InterruptedException {
        int code = process.waitFor();
        Path out = folder.resolve("out.log");
        Path err = folder.resolve("err.log");
        Outcome outcome = new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return outcome;
    }

    @Test
    void signalEndsARunWithValidFiles() throws IOException, InterruptedException {
        Path file = Checkout.small(folder);
        Path json = folder.resolve("out.json");
        Path recorded = folder.resolve("recording");
        Process process = start("", "256m", "run", file, "--steps", 10_000_000, "--json", json, "--record", recorded);
        while (process.isAlive() && !isUnderWay(recorded)) {
            Thread.sleep(20);
        }
        process.destroy();

        Outcome outcome = outcome(process);

        assertEquals(TERMINATED, outcome.code(), outcome::toString);
        assertTrue(outcome.lastLine().matches("recall: .*, interrupted after step [0-9]+"), outcome::toString);
        JsonNode result = new ObjectMapper().readTree(Files.readString(json));
        assertTrue(result.get("interrupted").asBoolean());
        assertEquals(result.get("ticks").asLong(), Recording.open(recorded).tick());
        assertTrue(Checkout.files(folder).stream().noneMatch(f -> f.toString().endsWith(".part")));
    }

    /** Looks at one column that only grows: the manifest is replaced by renaming, so a listing may name a file that is gone. */
    private static boolean isUnderWay(Path recorded) throws IOException {
        Path column = recorded.resolve("spikes").resolve("tick.npy");
        return Files.exists(column) && Files.size(column) > MUCH;
    }

    /** A pipe can be read only once: looking for the beginning of a network in it would lose that of the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "compile", "inspect"})
    void memoryIsReadFromAPipe(String command) throws IOException, InterruptedException {
        Checkout.small(folder);
        Process process = start("cat small.yaml | ", "256m", command, "/dev/stdin");

        Outcome outcome = outcome(process).succeeded();

        assertTrue(outcome.out().contains("small"), outcome::toString);
    }

    @Test
    void heapThatIsTooSmallIsTold() throws IOException, InterruptedException {
        Path file = Checkout.small(folder);
        Process process = start(
                "",
                "24m",
                "run",
                file,
                "--set",
                "patterns={random: {count: 100000, features: 1000}}",
                "--json",
                "out.json");

        outcome(process).refused("the Java heap of ", "MNEME_JAVA_OPTS=-Xmx");

        assertEquals(List.of(file), Checkout.files(folder));
    }

    /** A limit on the size of files is as good as a full disk, and needs none. */
    @Test
    void diskThatIsTooSmallIsTold() throws IOException, InterruptedException {
        Path file = Checkout.small(folder);
        Process process = start("ulimit -f 1; ", "256m", "run", file, "--json", "out.json");

        outcome(process).refused("out.json: cannot be written (File too large)");

        assertEquals(List.of(file), Checkout.files(folder));
    }

    @Test
    void compiledGraphThatDoesNotFitTheDiskIsTold() throws IOException, InterruptedException {
        Path file = Checkout.small(folder);
        Process process = start(
                "ulimit -f 1; ", "256m", "compile", file, "-o", "out.graph", "--set", "patterns.random.count=900");

        Outcome outcome = outcome(process);

        assertEquals(2, outcome.code(), outcome::toString);
        assertEquals(List.of(file), Checkout.files(folder));
    }
}
