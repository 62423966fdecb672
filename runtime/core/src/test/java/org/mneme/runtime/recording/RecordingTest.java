package org.mneme.runtime.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.MnemeException;
import org.mneme.bits.Ints;
import org.mneme.ir.GraphDigest;
import org.mneme.ir.StateVariable;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class RecordingTest {
    @TempDir
    Path temporary;

    private static Session record(SessionOptions options) {
        Session session = Session.open(Toys.cycle(), new ToyBackend(), options);
        session.cue(Toys.PATTERNS.row(0));
        session.recall(5);
        return session;
    }

    @Test
    void readerReturnsWhatListenersWereTold() {
        List<String> told = new ArrayList<>();
        List<String> read = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void step(RecallStep step) {
                told.add(step.toString());
            }

            @Override
            public void sample(StateProbe probe, long tick, double[] values) {
                told.add(tick + Arrays.toString(values));
            }
        };
        Probes probes = Probes.allSpikes()
                .and(StateProbe.of("feature", StateVariable.SUM).every(3))
                .and(StateProbe.of("hidden", StateVariable.SUM).ofNeurons(4, 1));
        Toys.Diary diary = new Toys.Diary();
        record(SessionOptions.seeded(1)
                        .probing(probes)
                        .recordingTo(temporary)
                        .listening(listener)
                        .listening(diary))
                .close();

        Recording recording = Recording.open(temporary);
        recording.steps(step -> read.add(step.toString()));
        for (String probe : recording.probes()) {
            recording.samples(probe, (tick, values) -> read.add(tick + Arrays.toString(values)));
        }
        List<String> spikes = new ArrayList<>();
        recording.spikes((tick, neuron, payload) -> spikes.add(tick + ": " + neuron + " " + payload));

        assertEquals(told.stream().sorted().toList(), read.stream().sorted().toList());
        assertEquals(diary.lines().stream().filter(line -> line.contains(": ")).toList(), spikes);
        assertEquals(List.of("probes/feature.x", "probes/hidden.x"), recording.probes());
        assertEquals(Ints.of(4, 1), recording.probedNeurons("probes/hidden.x"));
        assertTrue(recording.manifest().complete());
        assertEquals(GraphDigest.of(Toys.cycle().graph()), recording.manifest().digest());
    }

    @Test
    void sameRunWritesTheSameBytesHoweverOftenItIsFlushed() throws IOException {
        Path often = temporary.resolve("often");
        Path once = temporary.resolve("once");
        record(SessionOptions.seeded(1).recordingTo(RecordingOptions.to(often).flushedEvery(1)))
                .close();
        record(SessionOptions.seeded(1).recordingTo(RecordingOptions.to(once).flushedEvery(Duration.ofDays(1))))
                .close();

        List<Path> files = files(often);
        assertEquals(files, files(once));
        for (Path file : files) {
            assertEquals(-1, Files.mismatch(often.resolve(file), once.resolve(file)), file.toString());
        }
        assertEquals(22, files.size());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void openRecordingCanBeReadUpToItsLastFlush() {
        try (Session session = record(SessionOptions.seeded(1)
                .recordingTo(RecordingOptions.to(temporary).flushedEvery(Duration.ZERO)))) {
            Recording recording = Recording.open(temporary);

            assertFalse(recording.manifest().complete());
            assertEquals(session.tick(), recording.tick());
            assertEquals(6, recording.rows("recall"));
            assertEquals(session.counters().spikes(), recording.rows("spikes"));
        }
    }

    @Test
    void controlGivenLastIsNotLost() {
        try (Session session = record(SessionOptions.seeded(1).recordingTo(temporary))) {
            session.cue(Toys.PATTERNS.row(4));
        }

        assertEquals(2, Recording.open(temporary).rows("control/events"));
    }

    @Test
    void readerTakesTheLeastOfRowsAndHeaders() throws IOException {
        record(SessionOptions.seeded(1).recordingTo(temporary)).close();
        long rows = Recording.open(temporary).rows("spikes");
        Path column = temporary.resolve("spikes").resolve("neuron.npy");
        byte[] bytes = Files.readAllBytes(column);
        System.arraycopy(new NpyHeader(Dtype.INT32, rows - 7, 0).encode(), 0, bytes, 0, NpyHeader.LENGTH);
        Files.write(column, bytes);

        long[] read = new long[1];
        Recording recording = Recording.open(temporary);
        recording.spikes((tick, neuron, payload) -> read[0]++);

        assertEquals(rows - 7, recording.rows("spikes"));
        assertEquals(rows - 7, read[0]);
    }

    @Test
    void damagedRecordingsAreRefusedWithoutOtherErrors() throws IOException {
        record(SessionOptions.seeded(1).recordingTo(temporary)).close();
        for (Path file : files(temporary)) {
            Path damaged = temporary.resolve(file);
            byte[] bytes = Files.readAllBytes(damaged);
            for (int length : new int[] {bytes.length - 1, bytes.length / 2, 1, 0}) {
                Files.write(damaged, Arrays.copyOf(bytes, length));
                readAll();
            }
            assertFalse(readAll(), file.toString());
            Files.write(damaged, bytes);
        }
        assertThrows(RecordingFormatException.class, () -> Recording.open(temporary.resolve("nowhere")));
    }

    @Test
    void randomDamageGivesTypedErrorsOnly() throws IOException {
        Probes probes = Probes.allSpikes().and(StateProbe.of("hidden", StateVariable.SUM));
        record(SessionOptions.seeded(1).probing(probes).recordingTo(temporary)).close();
        SplittableRandom random = new SplittableRandom(7);
        List<Path> files = files(temporary);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            // every second one hits the manifest, which has most to misread
            Path damaged =
                    temporary.resolve(i % 2 == 0 ? Path.of("manifest.json") : files.get(random.nextInt(files.size())));
            byte[] bytes = Files.readAllBytes(damaged);
            byte[] wrong = bytes.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                wrong[random.nextInt(Math.min(wrong.length, 4000))] = (byte) random.nextInt(256);
            }
            Files.write(damaged, wrong);
            refused += readAll() ? 0 : 1;
            Files.write(damaged, bytes);
        }
        assertTrue(refused > 100, "refused " + refused);
        assertTrue(readAll());
    }

    private boolean readAll() {
        try {
            Recording recording = Recording.open(temporary);
            recording.spikes((tick, neuron, payload) -> {});
            recording.steps(step -> {});
            recording.controls(entry -> {});
            recording.probes().forEach(probe -> {
                recording.probedNeurons(probe);
                recording.samples(probe, (tick, values) -> {});
            });
            return true;
        } catch (MnemeException e) {
            return false;
        }
    }

    @Test
    void damagedManifestsAreRefused() throws IOException {
        record(SessionOptions.seeded(1).recordingTo(temporary)).close();
        Path file = temporary.resolve("manifest.json");
        String manifest = Files.readString(file);
        for (String[] change : new String[][] {
            {"mneme-recording", "other"},
            {"\"version\" : 2", "\"version\" : 3"},
            {"\"version\" : 2", "\"version\" : 1"},
            {"\"version\" : 2", "\"version\" : 0"},
            {"\"start_tick\" : 0", "\"start_tick\" : \"x\""},
            {"<i8", "<i3"},
            {"spikes/tick.npy", "../tick.npy"},
            {"\"tables\"", "\"stables\""},
            {"\"width\" : 70", "\"width\" : 71"}
        }) {
            assertTrue(manifest.contains(change[0]), change[0]);
            Files.writeString(file, manifest.replace(change[0], change[1]));
            assertThrows(RecordingFormatException.class, () -> Recording.open(temporary), change[1]);
        }
    }

    @Test
    void recordingOfVersionOneIsRead() throws IOException {
        ControlLog given = new ControlLog();
        record(SessionOptions.seeded(1).recordingTo(temporary).logging(given)).close();
        asVersionOne();
        List<ControlLog.Entry> read = new ArrayList<>();
        List<Long> steps = new ArrayList<>();

        Recording recording = Recording.open(temporary);
        recording.controls(read::add);
        recording.steps(step -> steps.add(step.step()));

        assertEquals(given.entries(), read);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), steps);
    }

    /** Leaves out what the first version did not have. */
    private void asVersionOne() throws IOException {
        List<String> later = List.of(Layout.GATES, Layout.GATE_UNITS, Layout.TEMPOS);
        Recording recording = Recording.open(temporary);
        List<String> tables = recording.manifest().tables().stream()
                .map(Manifest.Table::name)
                .filter(name -> !later.contains(name))
                .toList();
        long[] counts = new long[tables.size() + 1];
        counts[0] = recording.tick();
        for (int t = 0; t < tables.size(); t++) {
            counts[t + 1] = recording.rows(tables.get(t));
        }
        Files.delete(temporary.resolve(RowsFile.NAME));
        RowsFile.create(temporary, counts).close();
        Path file = temporary.resolve(ManifestJson.FILE);
        ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        manifest.put("version", 1);
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        manifest.get("tables").forEach(table -> {
            if (!later.contains(table.get("name").asText())) {
                kept.add(table);
            }
        });
        manifest.set("tables", kept);
        Files.writeString(file, manifest.toString());
    }

    @Test
    void usedFolderIsRefusedAndLeftAsItIs() throws IOException {
        Path other = Files.writeString(temporary.resolve("mine"), "mine");

        assertEquals(RecordingFolderException.Reason.NOT_EMPTY, refusal(temporary));
        assertEquals(RecordingFolderException.Reason.NOT_A_FOLDER, refusal(other));
        assertEquals(RecordingFolderException.Reason.NOT_WRITABLE, refusal(other.resolve("below")));
        assertEquals("mine", Files.readString(other));
        assertArrayEquals(new Path[] {Path.of("mine")}, files(temporary).toArray());
    }

    private static RecordingFolderException.Reason refusal(Path folder) {
        SessionOptions options = SessionOptions.seeded(1).recordingTo(folder);
        return assertThrows(RecordingFolderException.class, () -> Session.open(Toys.cycle(), new ToyBackend(), options))
                .reason();
    }

    @Test
    void interruptedSessionLeavesACompleteRecording() {
        try (Session session = record(SessionOptions.seeded(1).recordingTo(temporary))) {
            Thread.currentThread().interrupt();
            session.recall(5);
        } finally {
            assertTrue(Thread.interrupted());
        }

        Recording recording = Recording.open(temporary);
        assertTrue(recording.manifest().complete());
        assertEquals(6, recording.rows("recall"));
    }
}
