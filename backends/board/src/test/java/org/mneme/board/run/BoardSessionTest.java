package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.board.driver.BoardCallException;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardGoneException;
import org.mneme.board.driver.BoardTransientException;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.driver.EventBuffer;
import org.mneme.board.driver.StubDriver;
import org.mneme.board.program.ProgramSection;
import org.mneme.board.proto.CoreProgram;
import org.mneme.ir.StateVariable;

class BoardSessionTest {
    /** Header, and one core. */
    private static final ProgramSource PROGRAM = sink -> {
        sink.section(ProgramSection.of(0, 1, ByteString.copyFromUtf8("header")));
        sink.section(ProgramSection.of(
                1, 2, CoreProgram.newBuilder().setChip(1).setCore(2).build().toByteString()));
    };

    @TempDir
    private static Path folder = Path.of("");

    private static Path library = Path.of("");

    private final FakeClock clock = new FakeClock();

    @BeforeAll
    static void compile() {
        library = StubDriver.compile(folder, "mneme_stub");
    }

    private BoardSession open(String path) {
        return open(path, Duration.ofSeconds(5), Deadlines.DEFAULT, clock);
    }

    private static BoardSession open(String path, Duration patience, Deadlines deadlines, BoardClock clock) {
        return new BoardSession(StubDriver.open(library, "stub:" + path, patience), false, deadlines, clock);
    }

    @Test
    void aBoardLoadsStepsEchoesAndCounts() {
        try (BoardSession session = open("fine")) {
            session.load(PROGRAM);
            session.start(7);
            EventBuffer out = new EventBuffer(2);
            out.put(0, 0, 40, 3);
            out.put(1, 2, 41, -5);
            assertEquals(2, session.send(out, 0, 2));
            session.step(2);
            EventBuffer in = new EventBuffer(4);
            assertEquals(1, session.receive(in));
            assertEquals(0, in.tick(0));
            assertEquals(40, in.address(0));
            assertEquals(3, in.payload(0));
            session.step(1);
            assertEquals(1, session.receive(in));
            assertEquals(-5, in.payload(0));
            assertEquals(3, session.counters().tick());
            assertEquals(OptionalLong.empty(), session.counters().energyFemtojoules());
            assertEquals(OptionalLong.of(7), session.counters().timePicoseconds());
            assertArrayEquals(new long[] {-20, -22, -24}, session.state(10, 3, StateVariable.POTENTIAL));
        }
    }

    @Test
    void aSectionThatIsRefusedIsNamedWithEveryReason() {
        try (BoardSession session = open("three-errors")) {
            BoardCallException refused = assertThrows(BoardCallException.class, () -> session.load(PROGRAM));
            assertEquals(3, refused.failure().texts().size());
            assertEquals(DriverResult.TOO_LARGE, refused.failure().result());
            assertEquals(1, refused.exitCode());
            for (String part :
                    List.of("section 1 (core 2 of chip 1)", "too many neurons", "too many axons", "too few")) {
                assertTrue(refused.getMessage().contains(part), refused.getMessage());
            }
        }
    }

    @Test
    void aResetThatFailsAfterALoadThatFailedIsToldToo() {
        try (BoardSession session = open("bad-reset")) {
            BoardCallException refused = assertThrows(BoardCallException.class, () -> session.load(PROGRAM));
            BoardGoneException reset = assertInstanceOf(BoardGoneException.class, refused.getSuppressed()[0]);
            assertEquals(List.of("the reset line is broken"), reset.failure().texts());
        }
    }

    @Test
    void aProgramThatDidNotArriveIsSentAgain() {
        try (BoardSession session = open("corrupt-once")) {
            session.load(PROGRAM);
            assertEquals(1, session.retries());
            assertTrue(session.loadSeconds() > 0);
        }
    }

    @Test
    void aProgramThatNeverArrivesIsGivenUp() {
        try (BoardSession session = open("corrupt")) {
            BoardTransientException given = assertThrows(BoardTransientException.class, () -> session.load(PROGRAM));
            assertEquals(DriverResult.CORRUPT, given.failure().result());
            assertEquals(3, given.exitCode());
            assertEquals(2, session.retries());
            assertTrue(given.getMessage().endsWith("; it was tried 3 times"), given.getMessage());
        }
    }

    @Test
    void aProgramThatCannotBeReadLeavesTheBoardReset() {
        try (BoardSession session = open("fine")) {
            assertThrows(
                    java.io.UncheckedIOException.class,
                    () -> session.load(sink -> {
                        PROGRAM.stream(sink);
                        throw new IOException("the disk is gone");
                    }));
            session.load(PROGRAM);
        }
    }

    @Test
    void ofAStepThatTimesOutTheRestIsAskedFor() {
        try (BoardSession session = open("one-at-a-time")) {
            session.start(1);
            session.step(5);
            assertEquals(5, session.executed());
            assertEquals(5, session.counters().tick());
            assertEquals(5, session.counters().spikes(), "the stub tells how often it was asked");
            assertEquals(4, session.retries());
        }
    }

    @Test
    void aBusyBoardIsAskedAgainUntilTheDeadline() {
        BoardTransientException busy = assertThrows(
                BoardTransientException.class,
                () -> BoardSession.open("stub:busy", StubDriver.drivers(folder), Deadlines.DEFAULT, clock));
        assertEquals(DriverResult.BUSY, busy.failure().result());
        assertTrue(clock.seconds() <= 5.1 && clock.seconds() > 4.5, clock.seconds() + " s");
        assertTrue(clock.sleeps.size() > 10 && clock.sleeps.size() < 60, clock.sleeps.toString());
        for (int i = 1; i < clock.sleeps.size(); i++) {
            assertTrue(clock.sleeps.get(i) >= clock.sleeps.get(i - 1), clock.sleeps.toString());
        }
    }

    @Test
    void aStartIsSentOnce() {
        try (BoardSession session = open("late-start")) {
            assertThrows(BoardTransientException.class, () -> session.start(1));
            assertEquals(List.of(), clock.sleeps);
        }
    }

    @Test
    void aFullQueueTakesWhatItCanAndIsCounted() {
        try (BoardSession session = open("fine")) {
            session.start(1);
            EventBuffer out = new EventBuffer(12);
            for (int i = 0; i < 12; i++) {
                out.put(i, i, i, 1);
            }
            assertEquals(8, session.send(out, 0, 12));
            assertEquals(1, session.fullQueues());
            session.step(4);
            assertEquals(4, session.receive(new EventBuffer(16)));
            assertEquals(4, session.send(out, 8, 4));
        }
    }

    @Test
    void aDriverThatLosesCountIsBroken() {
        try (BoardSession session = open("miscounts")) {
            session.start(1);
            BoardGoneException broken = assertThrows(BoardGoneException.class, () -> session.step(3));
            assertEquals(DriverResult.BROKEN, broken.failure().result());
            assertTrue(broken.getMessage().contains("4 of 3 ticks"), broken.getMessage());
        }
    }

    @Test
    void aDescriptionThatIsNoneIsAFaultOfTheBoard() {
        try (BoardSession session = open("fine")) {
            BoardGoneException broken = assertThrows(BoardGoneException.class, session::target);
            assertEquals(3, broken.exitCode());
        }
    }

    @Test
    void aDriverThatAnswersLateIsWaitedFor() {
        try (BoardSession session =
                open("late", Duration.ofSeconds(5), quick(Duration.ofMillis(100)), BoardClock.SYSTEM)) {
            session.start(1);
            session.step(3);
            assertEquals(3, session.counters().tick());
        }
    }

    @Test
    void aDriverThatNeverAnswersIsGivenUpAndTheBoardIsGone() {
        try (BoardSession session =
                open("silent", Duration.ofMillis(200), quick(Duration.ofMillis(100)), BoardClock.SYSTEM)) {
            session.start(1);
            BoardGoneException gone = assertThrows(BoardGoneException.class, () -> session.step(3));
            assertTrue(gone.getMessage().contains("did not come back from step"), gone.getMessage());
            assertEquals(0, session.executed());
            assertThrows(RuntimeException.class, session::counters);
        }
    }

    @Test
    void nothingThatIsAskedAgainGoesOnForEver() {
        for (DriverResult result : List.of(DriverResult.TIMEOUT, DriverResult.BUSY, DriverResult.CORRUPT)) {
            FakeClock time = new FakeClock();
            BoardException failure = BoardException.of(new BoardException.Failure("b", "reset", result, List.of()));
            Attempts attempts = new Attempts(time, Duration.ofSeconds(3), 1);
            BoardTransientException given = assertThrows(
                    BoardTransientException.class,
                    () -> attempts.until(_ -> {
                        throw failure;
                    }));
            assertEquals(result, given.failure().result());
            assertTrue(time.seconds() <= 3.1, time.seconds() + " s");
        }
    }

    private static Deadlines quick(Duration step) {
        return new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5), step, Duration.ofSeconds(5));
    }
}
