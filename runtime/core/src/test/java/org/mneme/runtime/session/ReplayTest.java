package org.mneme.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.lower.Lowered;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class ReplayTest {
    @TempDir
    Path folder;

    private static void drive(Session session) {
        session.cue(Toys.PATTERNS.row(0));
        session.recall(4);
        session.inject(List.of(
                new SourceSpike("cue", session.tick() + 3, 1, -1), new SourceSpike("cue", session.tick(), 0, 1)));
        session.cue(Toys.PATTERNS.row(3), session.tick() + 8);
        session.advance(5);
        session.cue(Toys.PATTERNS.row(1).flip(0, 1, 2), session.tick() + 20);
        session.recall(15);
        session.advance(3);
    }

    @Test
    void replayedLogGivesTheSameSpikesAndSteps() {
        Toys.Diary first = new Toys.Diary();
        Toys.Diary second = new Toys.Diary();
        ControlLog log = new ControlLog();
        ControlLog again = new ControlLog();
        try (Session session = open(Toys.dwelling(), Toys.telling(first).logging(log));
                Session replay = open(Toys.dwelling(), Toys.telling(second).logging(again))) {
            drive(session);
            replay.replay(log);
            replay.advance(session.tick() - replay.tick());
        }

        assertEquals(first.lines(), second.lines());
        assertEquals(log.entries(), again.entries());
        assertEquals(4, log.size());
    }

    @Test
    void replayedRecordingGivesTheSameSpikesStepsAndEvents() {
        Toys.Diary first = new Toys.Diary();
        Toys.Diary second = new Toys.Diary();
        ControlLog log = new ControlLog();
        ControlLog again = new ControlLog();
        try (Session session =
                open(Toys.dwelling(), Toys.telling(first).logging(log).recordingTo(folder))) {
            drive(session);
        }
        try (Session replay = open(Toys.dwelling(), Toys.telling(second).logging(again))) {
            replay.replay(Recording.open(folder));
        }

        assertEquals(first.lines(), second.lines());
        assertEquals(log.entries(), again.entries());
    }

    @Test
    void recordingOfAnotherGraphSeedOrTickIsRefused() {
        try (Session session = open(Toys.cycle(), SessionOptions.seeded(1).recordingTo(folder))) {
            session.cue(Toys.PATTERNS.row(0));
            session.recall(3);
        }
        Recording recording = Recording.open(folder);

        assertEquals(ReplayException.Reason.OTHER_GRAPH, refusal(Toys.chain(), 1, 0, recording));
        assertEquals(ReplayException.Reason.OTHER_SEED, refusal(Toys.cycle(), 2, 0, recording));
        assertEquals(ReplayException.Reason.OTHER_TICK, refusal(Toys.cycle(), 1, 5, recording));
    }

    private static ReplayException.Reason refusal(Lowered lowered, long seed, long ticks, Recording recording) {
        try (Session session = open(lowered, SessionOptions.seeded(seed))) {
            session.advance(ticks);
            return assertThrows(ReplayException.class, () -> session.replay(recording))
                    .reason();
        }
    }

    private static Session open(Lowered lowered, SessionOptions options) {
        return Session.open(lowered, new ToyBackend(), options);
    }
}
