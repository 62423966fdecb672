package org.mneme.runtime.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.CodecControl;
import org.mneme.lower.CodecControlException;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.runtime.control.Control;
import org.mneme.runtime.control.ControlLog;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.toy.Gated;
import org.mneme.runtime.toy.ToyBackend;
import org.mneme.runtime.toy.Toys;

class GateAndTempoTest {
    private static final Signs NOTHING = Signs.zeros(Toys.PATTERNS.features());

    @TempDir
    Path folder;

    private static Session open(SessionOptions options) {
        return open(Gated.of(Toys.cycle()), options);
    }

    private static Session open(Lowered lowered, SessionOptions options) {
        return Session.open(lowered, new ToyBackend(), options);
    }

    @Test
    void recallGoesOnFromTheLastStateAfterAGate() {
        ControlLog log = new ControlLog();
        try (Session session = open(SessionOptions.seeded(1).logging(log))) {
            session.cue(Toys.PATTERNS.row(1));
            session.recall(3);

            long tick = session.gate(Ints.of(0, 4, 5));

            Control.Gate gate =
                    assertInstanceOf(Control.Gate.class, log.entries().getLast().control());
            assertEquals(new Control.Gate(tick, Ints.of(0, 4, 5), Toys.PATTERNS.row(4)), gate);
            List<RecallStep> steps = session.recall(2);
            assertEquals(List.of(1L, 2L), steps.stream().map(RecallStep::step).toList());
            assertEquals(Toys.PATTERNS.row(5), steps.getFirst().state());
        }
    }

    @Test
    void gateBeforeAnyCueSetsTheGatesOnly() {
        ControlLog log = new ControlLog();
        try (Session session = open(SessionOptions.seeded(1).logging(log))) {
            session.gate(Ints.of(2));

            assertEquals(NOTHING, ((Control.Gate) log.entries().getFirst().control()).state());
            assertEquals(
                    SessionStateException.Reason.NO_CUE,
                    assertThrows(SessionStateException.class, () -> session.recall(1))
                            .reason());
        }
    }

    @Test
    void gateWithAStateStartsARecallLikeACue() {
        try (Session session = open(SessionOptions.seeded(1))) {
            session.gate(Ints.range(6), Toys.PATTERNS.row(3));

            assertEquals(Toys.PATTERNS.row(4), session.recall(1).getFirst().state());
        }
    }

    @Test
    void gateToComeActsAtItsTick() {
        try (Session session = open(SessionOptions.seeded(1))) {
            session.cue(Toys.PATTERNS.row(0));
            long tick = session.gate(Ints.range(6), Toys.PATTERNS.row(2), 11);

            List<RecallStep> steps = session.recall(8);

            assertEquals(12, tick);
            assertEquals(
                    List.of(1, 2, 3, 4, 3, 4, 5, 0),
                    steps.stream().map(RecallStep::hiddenWinner).toList());
        }
    }

    @Test
    void controlsThatDoNotFitAreRefused() {
        try (Session session = open(SessionOptions.seeded(1))) {
            session.cue(Toys.PATTERNS.row(0));
            session.recall(2);

            assertEquals("open gate: 6 is not a hidden unit in 0…5", refusal(() -> session.gate(Ints.of(1, 6))));
            assertThrows(InvalidValueException.class, () -> session.gate(Ints.of(3, 3)));
            assertThrows(InvalidValueException.class, () -> session.gate(Ints.of(3, 2)));
            assertThrows(InvalidValueException.class, () -> session.gate(Ints.of(-1)));
            assertThrows(InvalidValueException.class, () -> session.gate(Ints.of(1), Signs.of(1, 1)));
            assertThrows(InvalidValueException.class, () -> session.gate(Ints.of(1), NOTHING, 0));
            assertThrows(InvalidValueException.class, () -> session.tempo(2, 0));
            assertThrows(InvalidValueException.class, () -> session.tempo(-1));
            assertThrows(InvalidValueException.class, () -> session.tempo(Double.NaN));
            assertThrows(InvalidValueException.class, () -> session.tempo(Double.POSITIVE_INFINITY));
            assertThrows(InvalidValueException.class, () -> session.tempo(101));
        }
    }

    @Test
    void secondOfAKindAtOneTickIsRefused() {
        try (Session session = open(SessionOptions.seeded(1))) {
            session.tempo(1, 5);
            session.tempo(2, 3);
            session.gate(Ints.of(1), 5);

            assertEquals(
                    "tick of a tempo: 5 is not a tick without a tempo yet; advance by a tick first",
                    refusal(() -> session.tempo(0.5, 5)));
            assertEquals(
                    "tick of a gate: 5 is not a tick without a gate yet; advance by a tick first",
                    refusal(() -> session.gate(Ints.of(2), 5)));
            session.tempo(0.5, 4);
            session.gate(Ints.of(2), 6);
            session.advance(6);
            assertEquals(
                    "tick of the tempo: 5 is not still to come: the next tick is 6",
                    refusal(() -> session.tempo(1, 5)));
            session.tempo(1);
            session.advance(1);
            session.tempo(0);
        }
    }

    @Test
    void refusedControlMayBeToldAgainAndSoMayOneAfterAReplay() {
        ControlLog log = new ControlLog();
        try (Session session = open(SessionOptions.seeded(1).logging(log))) {
            assertThrows(InvalidValueException.class, () -> session.tempo(101));
            session.tempo(1);
            session.cue(Toys.PATTERNS.row(0));
            session.recall(3);
            session.tempo(0.5);
        }
        try (Session replay = open(SessionOptions.seeded(1))) {
            replay.replay(log);

            assertThrows(InvalidValueException.class, () -> replay.tempo(2), "the log's last tempo is at this tick");
            replay.advance(1);
            replay.tempo(2);
        }
    }

    private static String refusal(Runnable action) {
        return assertThrows(InvalidValueException.class, action::run).getMessage();
    }

    @Test
    void graphWithoutInputsRefusesGateAndTempo() {
        try (Session session = open(Toys.cycle(), SessionOptions.seeded(1))) {
            assertEquals(
                    CodecControl.GATE,
                    assertThrows(CodecControlException.class, () -> session.gate(Ints.of(99)))
                            .control());
            assertEquals(
                    CodecControl.TEMPO,
                    assertThrows(CodecControlException.class, () -> session.tempo(2))
                            .control());
            session.cue(Toys.PATTERNS.row(0));
            assertEquals(2, session.recall(2).size(), "a refused control leaves the session as it was");
        }
    }

    @Test
    void recordingOfRandomControlsReplaysToTheSameBytes() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            Path first = folder.resolve(seed + "-first");
            Path second = folder.resolve(seed + "-second");
            ControlLog log = new ControlLog();
            ControlLog again = new ControlLog();
            try (Session session =
                    open(SessionOptions.seeded(seed).recordingTo(first).logging(log))) {
                drive(session, new SplittableRandom(seed));
            }
            try (Session replay =
                    open(SessionOptions.seeded(seed).recordingTo(second).logging(again))) {
                replay.replay(Recording.open(first));
            }

            assertEquals(log.entries(), again.entries(), "seed " + seed);
            assertSameFiles(first, second, "seed " + seed);
        }
    }

    @Test
    void resumedSessionTakesUpTheSameState() {
        Path file = folder.resolve("checkpoint");
        SplittableRandom random = new SplittableRandom(3);
        for (int at = 0; at < 12; at++) {
            Toys.Diary whole = new Toys.Diary();
            Toys.Diary parts = new Toys.Diary();
            Ints units = units(random);
            try (Session session = open(Toys.telling(whole));
                    Session before = open(Toys.telling(parts))) {
                for (Session each : List.of(session, before)) {
                    each.cue(Toys.PATTERNS.row(1));
                    each.gate(units, Toys.PATTERNS.row(3), 16);
                    each.advance(at);
                }
                before.checkpoint(file);
                finish(session, units);
            }
            try (Session after = Session.resume(file, Gated.of(Toys.cycle()), new ToyBackend(), Toys.telling(parts))) {
                finish(after, units);
            }
            assertEquals(whole.lines(), parts.lines(), "checkpoint at " + at);
        }
    }

    private static void finish(Session session, Ints units) {
        session.advance(30 - session.tick());
        session.gate(units);
        session.tempo(0.5);
        session.recall(5);
    }

    private static void drive(Session session, SplittableRandom random) {
        session.cue(Toys.PATTERNS.row(0));
        for (int event = 0; event < 8; event++) {
            session.advance(1 + random.nextInt(9));
            switch (random.nextInt(4)) {
                case 0 -> session.gate(units(random));
                case 1 -> session.gate(units(random), Toys.PATTERNS.row(random.nextInt(6)), session.tick() + 2);
                case 2 -> session.tempo(random.nextInt(8) / 4.0, session.tick() + random.nextInt(3));
                default -> session.cue(Toys.PATTERNS.row(random.nextInt(6)));
            }
            session.advance(4);
        }
        session.recall(4);
    }

    private static Ints units(SplittableRandom random) {
        int[] open = IntStream.range(0, 6).filter(_ -> random.nextBoolean()).toArray();
        return Ints.of(open);
    }

    private static void assertSameFiles(Path first, Path second, String message) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(first)) {
            all.filter(Files::isRegularFile).map(first::relativize).forEach(files::add);
        }
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(file)),
                    Files.readAllBytes(second.resolve(file)),
                    message + ": " + file);
        }
    }
}
