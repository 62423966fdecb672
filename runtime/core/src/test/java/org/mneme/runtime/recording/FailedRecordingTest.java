package org.mneme.runtime.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class FailedRecordingTest {
    @TempDir
    Path temporary;

    /** Records until it is killed. */
    static final class Endless {
        public static void main(String[] args) {
            RecordingOptions options = RecordingOptions.to(Path.of(args[0])).flushedEvery(2_000);
            try (Session session = Session.open(
                    Toys.cycle(), new ToyBackend(), SessionOptions.seeded(1).recordingTo(options))) {
                session.cue(Toys.PATTERNS.row(0));
                session.advance(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void recordingOfAKilledProcessCanBeReadUpToItsLastFlush() throws Exception {
        Path folder = temporary.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
        try {
            while (steps(folder) < 50) {
                assertTrue(process.isAlive(), () -> output(temporary.resolve("output")));
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        }

        Recording recording = Recording.open(folder);
        Toys.Diary replayed = new Toys.Diary();
        try (Session session = Session.open(Toys.cycle(), new ToyBackend(), Toys.telling(replayed))) {
            session.replay(recording);
        }
        assertFalse(recording.manifest().complete());
        assertEquals(spikesOf(replayed), spikes(recording));
        List<String> steps = new ArrayList<>();
        recording.steps(step -> steps.add(step.toString()));
        assertEquals(
                replayed.lines().stream()
                        .filter(line -> line.startsWith("RecallStep"))
                        .toList(),
                steps);
    }

    private static long steps(Path folder) {
        return Files.exists(folder.resolve("manifest.json"))
                ? Recording.open(folder).rows("recall")
                : 0;
    }

    private static String output(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> spikesOf(Toys.Diary diary) {
        return diary.lines().stream()
                .filter(line -> !line.startsWith("RecallStep"))
                .toList();
    }

    private static List<String> spikes(Recording recording) {
        List<String> lines = new ArrayList<>();
        recording.spikes((tick, neuron, payload) -> lines.add(tick + ": " + neuron + " " + payload));
        return lines;
    }

    @Test
    void failedSessionLeavesARecordingOfWholeTicksThatIsNotComplete() {
        SessionListener failing = new SessionListener() {
            @Override
            public void spike(long tick, int neuron, double payload) {
                if (tick == 9 && neuron > 80) {
                    throw new IllegalStateException("within a tick");
                }
            }
        };
        SessionOptions options = SessionOptions.seeded(1)
                .listening(failing)
                .recordingTo(RecordingOptions.to(temporary).flushedEvery(Duration.ofDays(1)));
        try (Session session = Session.open(Toys.cycle(), new ToyBackend(), options)) {
            session.cue(Toys.PATTERNS.row(0));
            assertThrows(IllegalStateException.class, () -> session.recall(10));
        }

        Recording recording = Recording.open(temporary);
        assertFalse(recording.manifest().complete());
        assertEquals(9, recording.tick());
        recording.spikes((tick, neuron, payload) -> assertTrue(tick < 9, "spike at " + tick));
    }

    @Test
    void fullDiskIsReportedBySystem() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full is needed");
        Manifest.Column column = new Manifest.Column("full", Dtype.INT64, 0, "");

        IOException error = assertThrows(IOException.class, () -> ColumnWriter.create(full, column));

        assertTrue(String.valueOf(error.getMessage()).contains("No space left"), error.getMessage());
    }

    @Test
    void errorOfAFullDiskSaysUpToWhereTheRecordingIsValid() {
        RecordingWriteException error =
                new RecordingWriteException(temporary, 120, new IOException("No space left on device"));

        assertEquals(120, error.validUntil());
        assertEquals(
                "recording " + temporary
                        + " cannot be continued: No space left on device; it can be read up to tick 120",
                error.getMessage());
    }
}
