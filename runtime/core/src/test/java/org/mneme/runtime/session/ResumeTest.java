package org.mneme.runtime.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.runtime.checkpoint.CheckpointException;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class ResumeTest {
    private static final int TICKS = 60;

    @TempDir
    Path folder;

    @Test
    void resumedRunEqualsAnUninterruptedOneWhereverTheCheckpointWasTaken() {
        for (Lowered lowered : List.of(Toys.dwelling(), Toys.chain())) {
            Toys.Diary whole = new Toys.Diary();
            try (Session session = open(lowered, whole)) {
                start(session);
                session.advance(TICKS);
                for (int at = 0; at <= TICKS; at++) {
                    resumedEquals(lowered, session, whole, at);
                }
            }
        }
    }

    /** A cue that acts, and one still to come. */
    private static void start(Session session) {
        session.cue(Toys.PATTERNS.row(1));
        session.cue(Toys.PATTERNS.row(3), 26);
    }

    private void resumedEquals(Lowered lowered, Session whole, Toys.Diary expected, int at) {
        Path file = folder.resolve("checkpoint");
        Toys.Diary diary = new Toys.Diary();
        try (Session session = open(lowered, diary)) {
            start(session);
            session.advance(at);
            session.checkpoint(file);
        }
        try (Session session = Session.resume(file, lowered, new ToyBackend(), Toys.telling(diary))) {
            assertEquals(at, session.tick());
            session.advance(TICKS - at);
            assertEquals(expected.lines(), diary.lines(), "checkpoint at " + at);
            assertEquals(whole.counters(), session.counters(), "checkpoint at " + at);
            for (Population population : lowered.graph().populations()) {
                for (StateVariable variable : population.model().state()) {
                    assertArrayEquals(
                            whole.state(population.name(), variable), session.state(population.name(), variable));
                }
            }
        }
    }

    @Test
    void checkpointOfACheckpointIsTheSame() {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (Session session = open(Toys.dwelling(), new Toys.Diary())) {
            start(session);
            session.advance(17);
            session.checkpoint(first);
        }
        try (Session session =
                Session.resume(first, Toys.dwelling(), new ToyBackend(), Toys.telling(new Toys.Diary()))) {
            session.checkpoint(second);
        }
        assertArrayEquals(bytes(first), bytes(second));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void otherSeedIsRefused() {
        Path file = folder.resolve("checkpoint");
        try (Session session = open(Toys.cycle(), new Toys.Diary())) {
            session.checkpoint(file);
        }
        SessionOptions other = SessionOptions.seeded(2);

        CheckpointException error = assertThrows(
                CheckpointException.class, () -> Session.resume(file, Toys.cycle(), new ToyBackend(), other));

        assertEquals(CheckpointException.Reason.OTHER_SEED, error.reason());
    }

    @Test
    void recordingsBeforeAndAfterACheckpointHoldTheWholeRun() {
        Path file = folder.resolve("checkpoint");
        Toys.Diary whole = new Toys.Diary();
        try (Session session = open(Toys.dwelling(), Toys.telling(whole).recordingTo(folder.resolve("whole")))) {
            start(session);
            session.advance(50);
        }
        try (Session session =
                open(Toys.dwelling(), Toys.telling(new Toys.Diary()).recordingTo(folder.resolve("a")))) {
            start(session);
            session.advance(20);
            session.checkpoint(file);
        }
        try (Session session = Session.resume(
                file,
                Toys.dwelling(),
                new ToyBackend(),
                Toys.telling(new Toys.Diary()).recordingTo(folder.resolve("b")))) {
            session.advance(30);
        }

        List<String> pieces = lines(folder.resolve("a"));
        pieces.addAll(lines(folder.resolve("b")));
        assertEquals(lines(folder.resolve("whole")), pieces);
        assertEquals(20, Recording.open(folder.resolve("b")).manifest().startTick());
    }

    private static List<String> lines(Path recording) {
        List<String> lines = new ArrayList<>();
        Recording.open(recording).spikes((tick, neuron, payload) -> lines.add(tick + " " + neuron + " " + payload));
        return lines;
    }

    private static Session open(Lowered lowered, Toys.Diary diary) {
        return open(lowered, Toys.telling(diary));
    }

    private static Session open(Lowered lowered, SessionOptions options) {
        return Session.open(lowered, new ToyBackend(), options);
    }
}
