package org.mneme.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.bits.Ints;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.lower.RealLowering;
import org.mneme.lower.RecallStep;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.checkpoint.CheckpointException;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.session.ReplayException;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;

class SessionAcrossBackendsTest {
    private static final int TICKS = 50;
    private static final PatternSet PATTERNS = PatternSet.random(6, 70, 1, 0);

    @TempDir
    Path folder;

    /** Writes down all spikes and steps. */
    private record Diary(List<String> lines) implements SessionListener {
        @Override
        public void step(RecallStep step) {
            lines.add(step.toString());
        }

        @Override
        public void spike(long tick, int neuron, double payload) {
            lines.add(tick + ": " + neuron + " " + payload);
        }
    }

    /** Retained states, long delays, in both domains. */
    private static List<Lowered> memories() {
        Interaction tenth = new Interaction.Polynomial(10);
        SequenceMemory dwelling = SequenceMemory.of(PATTERNS, Successors.cycle(6), tenth)
                .with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, tenth));
        return List.of(Lowerings.auto(dwelling), new RealLowering().lower(dwelling, LoweringOptions.defaults()));
    }

    private static SessionOptions telling(Diary diary) {
        return SessionOptions.seeded(1).probing(Probes.allSpikes()).listening(diary);
    }

    private static void start(Session session) {
        session.cue(PATTERNS.row(1));
        session.cue(PATTERNS.row(3), 26);
    }

    @ParameterizedTest
    @CsvSource({"simulator, dense", "dense, simulator", "simulator, simulator"})
    void resumedRunEqualsAnUninterruptedOne(String first, String second) {
        Path file = folder.resolve("checkpoint");
        for (Lowered lowered : memories()) {
            Diary whole = new Diary(new ArrayList<>());
            try (Session uninterrupted = Session.open(lowered, Backends.named(first), telling(whole))) {
                start(uninterrupted);
                uninterrupted.advance(TICKS);
                for (int at = 0; at <= TICKS; at += 3) {
                    Diary diary = new Diary(new ArrayList<>());
                    try (Session session = Session.open(lowered, Backends.named(first), telling(diary))) {
                        start(session);
                        session.advance(at);
                        session.checkpoint(file);
                    }
                    try (Session session = Session.resume(file, lowered, Backends.named(second), telling(diary))) {
                        session.advance(TICKS - at);
                        assertEquals(whole.lines(), diary.lines(), "checkpoint at " + at);
                        assertSameState(lowered, uninterrupted, session);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"simulator, dense", "dense, simulator"})
    void noiseGoesOnAcrossACheckpointAndAReplayAndNoOtherNoiseDoes(String first, String second) {
        Path file = folder.resolve("checkpoint");
        Path recording = folder.resolve("recording");
        Noise noise = new Noise(0.02, 0.05, 0.2, 3);
        Lowered lowered = memories().getFirst();
        Diary whole = new Diary(new ArrayList<>());
        Diary parts = new Diary(new ArrayList<>());
        Diary replayed = new Diary(new ArrayList<>());
        try (Session session = Session.open(
                lowered, Backends.named(first), telling(whole).withNoise(noise).recordingTo(recording))) {
            start(session);
            session.advance(TICKS);
        }
        try (Session session =
                Session.open(lowered, Backends.named(first), telling(parts).withNoise(noise))) {
            start(session);
            session.advance(TICKS / 2);
            session.checkpoint(file);
        }
        try (Session session = Session.resume(
                file, lowered, Backends.named(second), telling(parts).withNoise(noise))) {
            session.advance(TICKS - TICKS / 2);
        }
        try (Session session =
                Session.open(lowered, Backends.named(second), telling(replayed).withNoise(noise))) {
            session.replay(Recording.open(recording));
        }
        try (Session steady = Session.open(lowered, Backends.named(second), SessionOptions.seeded(1))) {
            assertEquals(
                    ReplayException.Reason.OTHER_NOISE,
                    assertThrows(ReplayException.class, () -> steady.replay(Recording.open(recording)))
                            .reason());
        }

        assertEquals(whole.lines(), parts.lines());
        assertEquals(whole.lines(), replayed.lines());
        assertEquals(
                CheckpointException.Reason.OTHER_NOISE,
                assertThrows(
                                CheckpointException.class,
                                () -> Session.resume(file, lowered, Backends.named(second), SessionOptions.seeded(1)))
                        .reason());
    }

    private static void assertSameState(Lowered lowered, Session expected, Session found) {
        assertEquals(expected.counters(), found.counters());
        for (Population population : lowered.graph().populations()) {
            for (StateVariable variable : population.model().state()) {
                assertArrayEquals(
                        expected.state(population.name(), variable), found.state(population.name(), variable));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"simulator, dense", "dense, simulator"})
    void recordingOfOneReplaysOnTheOther(String first, String second) {
        Lowered lowered = memories().getFirst();
        Diary recorded = new Diary(new ArrayList<>());
        Diary replayed = new Diary(new ArrayList<>());
        try (Session session = Session.open(
                lowered, Backends.named(first), telling(recorded).recordingTo(folder.resolve("recording")))) {
            start(session);
            session.recall(12);
        }
        try (Session session = Session.open(lowered, Backends.named(second), telling(replayed))) {
            session.replay(Recording.open(folder.resolve("recording")));
        }

        assertEquals(recorded.lines(), replayed.lines());
    }
}
