package org.mneme.simulator.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SpikingLowering;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.session.RecallEnd;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.reference.DenseBackend;

/** Spiking memories in sessions: ends, re-cues, checkpoints. */
class SpikingSessionTest {
    private static final int N = 60;
    private static final PatternSet PATTERNS = PatternSet.random(7, N, 1, 0);
    private static final SequenceMemory CHAIN =
            SequenceMemory.of(PATTERNS, Successors.chain(7), new Interaction.Softmax(1));
    private static final SequenceMemory DWELLING =
            CHAIN.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(3)), 2.5, new Interaction.Linear()));
    private static final Signs NOISY = PATTERNS.row(0).flip(1, 4, 9, 16, 25, 36, 49, 50, 51, 52);

    @TempDir
    Path folder;

    private static Lowered lower(SequenceMemory memory, CodecControl... controls) {
        return new SpikingLowering().lower(memory, LoweringOptions.defaults().with(Set.of(controls)));
    }

    private static List<Signs> rows(int from) {
        List<Signs> rows = new ArrayList<>();
        for (int mu = from; mu < PATTERNS.count(); mu++) {
            rows.add(PATTERNS.row(mu));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChainEndsIdleWithItsLastPatternWhetherHiddenSpikesAreToldOrNot(boolean told) {
        SessionOptions options =
                told ? SessionOptions.seeded(1) : SessionOptions.seeded(1).withoutHidden();
        try (Session session = Session.open(lower(CHAIN), new SimulatorBackend(), options)) {
            session.cue(NOISY);
            List<RecallStep> steps = session.recall(20);
            assertEquals(rows(1), steps.stream().map(RecallStep::state).toList());
            assertEquals(RecallEnd.IDLE, session.recallEnd());
            assertEquals(told ? 6 : -1, steps.getLast().hiddenWinner());
        }
    }

    @Test
    void aCueAtAnyTickOfARunningRecallTakesOver() {
        for (int at = 0; at < 40; at++) {
            try (Session session = Session.open(lower(CHAIN), new SimulatorBackend(), SessionOptions.seeded(1))) {
                session.cue(NOISY);
                session.advance(at);
                session.cue(PATTERNS.row(2));
                assertEquals(
                        rows(3),
                        session.recall(10).stream().map(RecallStep::state).toList(),
                        "cued again at tick " + at);
            }
        }
    }

    /** Writes down all steps. */
    private record Diary(List<RecallStep> steps) implements SessionListener {
        @Override
        public void step(RecallStep step) {
            steps.add(step);
        }
    }

    @Test
    void aRecallResumedAtAnyTickOnAnotherBackendGoesOnAsIfNotStopped() {
        Path file = folder.resolve("checkpoint");
        for (Lowered lowered : List.of(lower(CHAIN), lower(DWELLING, CodecControl.GATE, CodecControl.TEMPO))) {
            Diary whole = new Diary(new ArrayList<>());
            try (Session session = Session.open(lowered, new SimulatorBackend(), telling(whole))) {
                start(session);
                session.advance(80);
            }
            assertTrue(whole.steps().size() > 8, "few steps");
            for (int at = lowered.codec().controls().size(); at < 80; at += 2) {
                Diary parts = new Diary(new ArrayList<>());
                try (Session session = Session.open(lowered, new SimulatorBackend(), telling(parts))) {
                    start(session);
                    session.advance(at);
                    session.checkpoint(file);
                }
                try (Session session = Session.resume(file, lowered, new DenseBackend(), telling(parts))) {
                    session.advance(80 - at);
                }
                assertEquals(whole.steps(), parts.steps(), "resumed at tick " + at);
            }
        }
    }

    private static SessionOptions telling(Diary diary) {
        return SessionOptions.seeded(1).listening(diary);
    }

    private static void start(Session session) {
        session.cue(NOISY);
        session.cue(PATTERNS.row(1), 47);
        if (!session.lowered().codec().controls().isEmpty()) {
            session.inject(session.lowered().codec().tempo(0.5, 18));
        }
    }
}
