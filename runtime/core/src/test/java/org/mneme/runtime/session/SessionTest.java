package org.mneme.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;
import org.mneme.ir.StateVariable;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.runtime.recording.Probes;
import org.mneme.runtime.recording.StateProbe;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class SessionTest {
    private static final SessionOptions OPTIONS = SessionOptions.seeded(1);

    private static Session open(Lowered lowered, SessionOptions options) {
        return Session.open(lowered, new ToyBackend(), options);
    }

    @Test
    void recallReturnsTheStepsAfterTheCue() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            session.cue(Toys.PATTERNS.row(2));

            List<RecallStep> steps = session.recall(7);

            assertEquals(RecallEnd.STEPS, session.recallEnd());
            assertEquals(7, steps.size());
            for (int i = 0; i < 7; i++) {
                assertEquals(i + 1, steps.get(i).step());
                assertEquals(Toys.PATTERNS.row((3 + i) % 6), steps.get(i).state(), "step " + (i + 1));
                assertEquals((3 + i) % 6, steps.get(i).hiddenWinner(), "step " + (i + 1));
            }
        }
    }

    @Test
    void stepZeroIsToldToListenersOnly() {
        List<RecallStep> told = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void step(RecallStep step) {
                told.add(step);
            }
        };
        try (Session session = open(Toys.cycle(), OPTIONS.listening(listener))) {
            session.cue(Toys.PATTERNS.row(0));
            List<RecallStep> steps = session.recall(2);

            assertEquals(0, told.getFirst().step());
            assertEquals(Toys.PATTERNS.row(0), told.getFirst().state());
            assertEquals(steps, told.subList(1, 3));
        }
    }

    @Test
    void recallInPiecesEqualsRecallInOne() {
        for (Lowered lowered : List.of(Toys.cycle(), Toys.dwelling())) {
            Toys.Diary whole = new Toys.Diary();
            Toys.Diary pieces = new Toys.Diary();
            try (Session one = open(lowered, Toys.telling(whole));
                    Session other = open(lowered, Toys.telling(pieces))) {
                one.cue(Toys.PATTERNS.row(0));
                other.cue(Toys.PATTERNS.row(0));
                List<RecallStep> expected = one.recall(12);
                List<RecallStep> found = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    found.addAll(other.recall(1));
                }
                assertEquals(expected, found);
                assertEquals(one.tick(), other.tick());
                assertEquals(one.counters(), other.counters());
            }
            assertEquals(whole.lines(), pieces.lines());
        }
    }

    @Test
    void recallEndsWhereTheNetworkFallsSilent() {
        try (Session session = open(Toys.chain(), OPTIONS)) {
            session.cue(Toys.PATTERNS.row(2));

            List<RecallStep> steps = session.recall(100);

            assertEquals(RecallEnd.IDLE, session.recallEnd());
            assertEquals(
                    List.of(3, 4, 5),
                    steps.stream().map(RecallStep::hiddenWinner).toList());
            assertEquals(List.of(), session.recall(1));
        }
    }

    @Test
    void recallEndsAtTheTickLimit() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            session.cue(Toys.PATTERNS.row(0));

            assertEquals(2, session.recall(100, 7).size());
            assertEquals(RecallEnd.TICK_LIMIT, session.recallEnd());
            assertEquals(7, session.tick());
        }
    }

    @Test
    void recallNeedsACue() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            SessionStateException error = assertThrows(SessionStateException.class, () -> session.recall(1));

            assertEquals(SessionStateException.Reason.NO_CUE, error.reason());
        }
    }

    @Test
    void furtherCueReplacesTheStateWhereverTheRecallStands() {
        for (int ticks = 0; ticks < 4; ticks++) {
            try (Session session = open(Toys.cycle(), OPTIONS)) {
                session.cue(Toys.PATTERNS.row(0));
                session.advance(5 + ticks);
                session.cue(Toys.PATTERNS.row(4));

                List<RecallStep> steps = session.recall(3);

                assertEquals(
                        List.of(Toys.PATTERNS.row(5), Toys.PATTERNS.row(0), Toys.PATTERNS.row(1)),
                        steps.stream().map(RecallStep::state).toList(),
                        "after " + ticks);
            }
        }
    }

    @Test
    void cueToComeLetsTheRecallGoOnUntilItActs() {
        Toys.Diary diary = new Toys.Diary();
        List<Long> numbers = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void step(RecallStep step) {
                numbers.add(step.step());
            }
        };
        try (Session session = open(Toys.cycle(), Toys.telling(diary).listening(listener))) {
            session.cue(Toys.PATTERNS.row(0));
            long second = session.cue(Toys.PATTERNS.row(3), 9);
            assertEquals(10, second);

            List<RecallStep> steps = session.recall(6);

            assertEquals(List.of(0L, 1L, 2L, 3L, 0L, 1L, 2L, 3L), numbers);
            assertEquals(
                    IntStream.of(1, 2, 3, 4, 5, 0).mapToObj(Toys.PATTERNS::row).toList(),
                    steps.stream().map(RecallStep::state).toList());
        }
    }

    @Test
    void firstCueMayLieInTheFuture() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            session.cue(Toys.PATTERNS.row(0), 100_000);

            assertEquals(3, session.recall(3).size());
        }
    }

    @Test
    void wrongCuesAreRefusedAndChangeNothing() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            session.advance(10);

            InvalidValueException tooShort =
                    assertThrows(InvalidValueException.class, () -> session.cue(Signs.of(1, -1)));
            assertThrows(InvalidValueException.class, () -> session.cue(Toys.PATTERNS.row(0), 9));

            assertEquals("features of the cue: 2 is not those of a pattern: 70", tooShort.getMessage());
            assertThrows(SessionStateException.class, () -> session.recall(1));
        }
    }

    @Test
    void refusedInjectionLeavesTheSessionUsable() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            List<SourceSpike> late = List.of(new SourceSpike("nowhere", 3, 0, 1));

            assertThrows(InjectionException.class, () -> session.inject(late));

            session.cue(Toys.PATTERNS.row(0));
            assertEquals(1, session.recall(1).size());
        }
    }

    @Test
    void interruptStopsAtARecallStepAndKeepsTheFlag() {
        SessionListener listener = new SessionListener() {
            @Override
            public void step(RecallStep step) {
                if (step.step() == 4) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (Session session = open(Toys.cycle(), OPTIONS.listening(listener))) {
            session.cue(Toys.PATTERNS.row(0));

            List<RecallStep> before = session.recall(10);

            assertTrue(Thread.interrupted());
            assertEquals(RecallEnd.INTERRUPTED, session.recallEnd());
            assertEquals(4, before.size());
            assertEquals(5, session.recall(1).getFirst().step());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void withoutHiddenSpikesStatesAreTheSameAndThereIsNoWinner() {
        try (Session with = open(Toys.cycle(), OPTIONS);
                Session without = open(Toys.cycle(), OPTIONS.withoutHidden())) {
            with.cue(Toys.PATTERNS.row(0));
            without.cue(Toys.PATTERNS.row(0));
            List<RecallStep> expected = with.recall(5);
            List<RecallStep> found = without.recall(5);

            assertEquals(
                    expected.stream().map(RecallStep::state).toList(),
                    found.stream().map(RecallStep::state).toList());
            assertTrue(found.stream().allMatch(step -> step.hiddenWinner() == -1));
        }
    }

    @Test
    void probesSampleStatesAfterMultiplesOfTheirPeriod() {
        List<Long> ticks = new ArrayList<>();
        List<double[]> samples = new ArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void sample(StateProbe probe, long tick, double[] values) {
                ticks.add(tick);
                samples.add(values);
            }
        };
        StateProbe probe = StateProbe.of("feature", StateVariable.LAST_SIGN)
                .ofNeurons(5, 3)
                .every(4);
        try (Session session =
                open(Toys.cycle(), OPTIONS.probing(Probes.spikesOf().and(probe)).listening(listener))) {
            session.cue(Toys.PATTERNS.row(0));
            session.recall(5);
        }

        assertEquals(List.of(0L, 4L, 8L, 12L), ticks);
        assertEquals("[0.0, 0.0]", Arrays.toString(samples.get(0)));
        // S(k) is sent at tick 2k + 1
        Signs first = Toys.PATTERNS.row(1);
        assertEquals(Arrays.toString(new double[] {first.at(5), first.at(3)}), Arrays.toString(samples.get(1)));
    }

    @Test
    void probesOfNothingAreRefusedWithTheNearestName() {
        SessionOptions options = OPTIONS.probing(Probes.spikesOf("featrue"));

        InvalidValueException error = assertThrows(InvalidValueException.class, () -> open(Toys.cycle(), options));

        assertTrue(error.getMessage().contains("did you mean 'feature'?"), error.getMessage());
        for (StateProbe wrong : List.of(
                StateProbe.of("feature", StateVariable.POTENTIAL),
                StateProbe.of("featur", StateVariable.SUM),
                StateProbe.of("feature", StateVariable.SUM).ofNeurons(70),
                StateProbe.of("feature", StateVariable.SUM).ofNeurons(-1))) {
            Probes probes = Probes.spikesOf().and(wrong);
            assertThrows(InvalidValueException.class, () -> open(Toys.cycle(), OPTIONS.probing(probes)));
        }
    }

    @Test
    void closedSessionRefusesToGoOn() {
        Session session = open(Toys.cycle(), OPTIONS);
        session.close();
        session.close();

        SessionStateException error = assertThrows(SessionStateException.class, () -> session.advance(1));
        assertEquals(SessionStateException.Reason.CLOSED, error.reason());
    }

    @Test
    void failingListenerLeavesAFailedSession() {
        SessionListener listener = new SessionListener() {
            @Override
            public void step(RecallStep step) {
                throw new IllegalArgumentException("listener");
            }
        };
        try (Session session = open(Toys.cycle(), OPTIONS.listening(listener))) {
            session.cue(Toys.PATTERNS.row(0));
            assertThrows(IllegalArgumentException.class, () -> session.recall(1));

            SessionStateException error = assertThrows(SessionStateException.class, () -> session.recall(1));
            assertEquals(SessionStateException.Reason.FAILED, error.reason());
        }
    }

    @Test
    void longRunHoldsNoMoreThanAStep() {
        try (Session session = open(Toys.cycle(), OPTIONS)) {
            session.cue(Toys.PATTERNS.row(0));
            session.recall(3);
            int held = session.heldCapacity();
            session.advance(3_000);

            assertEquals(held, session.heldCapacity());
            assertFalse(held > 512, "held " + held);
        }
    }
}
