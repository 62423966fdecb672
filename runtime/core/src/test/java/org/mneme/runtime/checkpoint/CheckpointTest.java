package org.mneme.runtime.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.checkpoint.CheckpointException.Reason;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionOptions;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class CheckpointTest {
    private static final SpikingGraph GRAPH = Toys.dwelling().graph();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void take() {
        file = folder.resolve("checkpoint");
        try (Session session = Session.open(Toys.dwelling(), new ToyBackend(), SessionOptions.seeded(1))) {
            session.cue(Toys.PATTERNS.row(0));
            session.cue(Toys.PATTERNS.row(1), 100);
            session.advance(12);
            session.checkpoint(file);
        }
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Checkpoint read = Checkpoint.read(file, GRAPH);
        Path copy = folder.resolve("copy");
        read.write(copy, GRAPH);

        assertEquals(12, read.image().tick());
        assertEquals(1, read.seed());
        assertEquals(List.of(100L), read.scheduledCues());
        assertTrue(read.decoding().isPresent());
        assertEquals(-1, Files.mismatch(file, copy));
    }

    @Test
    void everyShorterFileIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (int length = 0; length < bytes.length; length += length < 100 ? 1 : 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            reasons.add(refusal(GRAPH));
        }

        assertEquals(EnumSet.of(Reason.NO_CHECKPOINT, Reason.TRUNCATED), reasons);
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (int i = 0; i < bytes.length; i += i < 100 ? 1 : 53) {
            byte[] wrong = bytes.clone();
            wrong[i] ^= (byte) (1 << i % 8);
            Files.write(file, wrong);
            reasons.add(refusal(GRAPH));
        }

        assertTrue(reasons.contains(Reason.DAMAGED));
        assertFalse(reasons.contains(Reason.UNREADABLE));
    }

    @Test
    void newerVersionIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[11] = CheckpointFormat.VERSION + 1;
        Files.write(file, bytes);

        assertEquals(Reason.NEWER_VERSION, refusal(GRAPH));
    }

    @Test
    void otherGraphIsNamed() {
        assertEquals(Reason.OTHER_GRAPH, refusal(Toys.cycle().graph()));
    }

    @Test
    void missingFileAndFolderAreNamed() {
        Checkpoint read = Checkpoint.read(file, GRAPH);
        Path nowhere = folder.resolve("no").resolve("where");

        file = nowhere;
        assertEquals(Reason.UNREADABLE, refusal(GRAPH));
        CheckpointException error = assertThrows(CheckpointException.class, () -> read.write(nowhere, GRAPH));
        assertEquals(Reason.UNWRITABLE, error.reason());
    }

    private Reason refusal(SpikingGraph graph) {
        CheckpointException error = assertThrows(CheckpointException.class, () -> Checkpoint.read(file, graph));
        assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
        return error.reason();
    }
}
