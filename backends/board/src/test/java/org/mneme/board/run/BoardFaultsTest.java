package org.mneme.board.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mneme.bits.Signs;
import org.mneme.board.driver.BoardCallException;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardGoneException;
import org.mneme.board.driver.BoardHandleException;
import org.mneme.board.driver.BoardTransientException;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.program.ProgramEmitter;
import org.mneme.board.program.ProgramSection;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Lowered;
import org.mneme.lower.RecallStep;
import org.mneme.lower.SourceSpike;
import org.mneme.map.Mapper;
import org.mneme.map.Mapping;
import org.mneme.map.MappingOptions;
import org.mneme.map.MappingProgress;
import org.mneme.map.Workload;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.session.Session;
import org.mneme.runtime.session.SessionListener;
import org.mneme.runtime.session.SessionOptions;
import org.mneme.runtime.session.SessionStateException;
import org.mneme.simulator.SimulatorBackend;

class BoardFaultsTest {
    /** Several cores, so that there are sections to lose. */
    private static final String SHAPE = "neurons-per-core=32";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void emulator() {
        Emulator.assumeBuilt();
    }

    private static Lowered lowered() {
        return Emulator.lowered("spiking", Emulator.board("emulator:?" + SHAPE));
    }

    private static Mapping mapping(BoardSession session) {
        return Mapper.map(
                new Workload(lowered().graph(), Set.of("hidden"), Map.of()),
                session.target(),
                MappingOptions.defaults(),
                MappingProgress.NONE);
    }

    private static List<ProgramSection> sections(Mapping mapping) {
        List<ProgramSection> sections = new ArrayList<>();
        try {
            ProgramEmitter.create().emit(mapping, sections::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return sections;
    }

    private static ProgramSource source(List<ProgramSection> sections) {
        return sink -> {
            for (ProgramSection section : sections) {
                sink.section(section);
            }
        };
    }

    private static List<String> spikes(Execution execution, long until) {
        List<String> spikes = new ArrayList<>();
        try {
            execution.advance(until, (tick, neuron, payload) -> spikes.add(tick + ":" + neuron + ":" + payload));
        } catch (BoardException e) {
            spikes.add("failed at " + execution.tick());
        }
        return spikes;
    }

    private static Execution open(Backend backend, Lowered lowered) {
        SpikingGraph graph = lowered.graph();
        Execution execution = backend.open(
                graph,
                new ExecutionOptions(
                        3, 1, graph.populations().stream().map(p -> p.name()).collect(Collectors.toSet())));
        execution.inject(lowered.codec().cue(Emulator.memory().patterns().row(0), 0));
        return execution;
    }

    @ParameterizedTest
    @CsvSource({"drop-section@2", "duplicate-section@2", "corrupt-section@2"})
    void aSectionThatGoesWrongOnTheWayIsToldAndTheBoardIsReset(String fault) {
        try (BoardSession session = Emulator.session("emulator:?" + SHAPE + "&fault=" + fault)) {
            List<ProgramSection> sections = sections(mapping(session));
            assertTrue(sections.size() > 3, "more than one core");
            BoardException failure = assertThrows(BoardException.class, () -> session.load(source(sections)));
            assertTrue(failure.getMessage().contains("section"), failure.getMessage());
            assertEquals(0, failure.getSuppressed().length, "the reset works");
            BoardCallException unloaded = assertThrows(BoardCallException.class, () -> session.start(1));
            assertEquals(DriverResult.BAD_STATE, unloaded.failure().result());
        }
    }

    @Test
    void aFaultThatPassesIsNotSeenOnceTheLoadIsDoneAgain() {
        Lowered lowered = lowered();
        try (Execution simulated = open(new SimulatorBackend(), lowered);
                Execution onBoard =
                        open(Emulator.board("emulator:?" + SHAPE + "&fault=corrupt-section@2x1"), lowered)) {
            assertTrue(spikes(simulated, 30).equals(spikes(onBoard, 30)), "spikes differ");
        }
    }

    /** What a caller can do to a program. */
    enum Damage {
        MISSING,
        TWICE,
        REORDERED,
        BIT_FLIPPED,
        CUT_OFF,
        HEADER_CUT_OFF
    }

    private static List<ProgramSection> damaged(List<ProgramSection> sections, Damage damage) {
        List<ProgramSection> all = new ArrayList<>(sections);
        ProgramSection second = all.get(2);
        switch (damage) {
            case MISSING -> all.remove(2);
            case TWICE -> all.add(3, second);
            case REORDERED -> Collections.swap(all, 1, 2);
            case BIT_FLIPPED -> {
                byte[] bytes = second.payload().toByteArray();
                bytes[bytes.length / 2] ^= 4;
                all.set(2, new ProgramSection(2, second.code(), ByteString.copyFrom(bytes), second.crc()));
            }
            case CUT_OFF ->
                all.set(
                        2,
                        ProgramSection.of(
                                2,
                                second.code(),
                                second.payload().substring(0, second.payload().size() - 3)));
            case HEADER_CUT_OFF ->
                all.set(
                        0,
                        ProgramSection.of(
                                0,
                                all.getFirst().code(),
                                all.getFirst().payload().substring(0, 20)));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedProgramIsRefusedAndAGoodOneLoadsAfterIt(Damage damage) {
        try (BoardSession session = Emulator.session("emulator:?" + SHAPE)) {
            List<ProgramSection> sections = sections(mapping(session));
            BoardException refused =
                    assertThrows(BoardException.class, () -> session.load(source(damaged(sections, damage))));
            assertFalse(refused.failure().texts().isEmpty(), refused.getMessage());
            assertThrows(BoardCallException.class, () -> session.start(1));
            session.load(source(sections));
            session.start(1);
            session.step(5);
        }
    }

    @Test
    void aProgramForAnotherTargetIsRefused() {
        List<ProgramSection> sections;
        try (BoardSession other = Emulator.session("emulator:?target=emulator&" + SHAPE)) {
            sections = sections(mapping(other));
        }
        try (BoardSession session = Emulator.session("emulator:?target=loihi1")) {
            BoardCallException refused = assertThrows(BoardCallException.class, () -> session.load(source(sections)));
            assertEquals(DriverResult.BAD_PROGRAM, refused.failure().result());
            assertEquals(2, refused.exitCode());
            assertTrue(refused.getMessage().contains("loihi1"), refused.getMessage());
        }
    }

    @Test
    void aBoardThatAnswersLateDoesTheSame() {
        Lowered lowered = lowered();
        try (Execution simulated = open(new SimulatorBackend(), lowered);
                Execution onBoard = open(Emulator.board("emulator:?" + SHAPE + "&fault=slow@3"), lowered)) {
            assertTrue(spikes(simulated, 12).equals(spikes(onBoard, 12)), "spikes differ");
        }
    }

    @Test
    void aBoardThatHangsIsGivenUpWithWhatItDidBefore() {
        Lowered lowered = lowered();
        try (Execution simulated = open(new SimulatorBackend(), lowered);
                Execution onBoard = open(Emulator.board("emulator:?" + SHAPE + "&fault=hang@9"), lowered)) {
            List<String> expected = spikes(simulated, 9);
            List<String> found = spikes(onBoard, 30);
            assertEquals("failed at 9", found.removeLast());
            assertTrue(expected.equals(found), "spikes before the hang differ");
            BoardTransientException hung =
                    assertThrows(BoardTransientException.class, () -> onBoard.advance(30, (_, _, _) -> {}));
            assertEquals(DriverResult.TIMEOUT, hung.failure().result());
            assertEquals(3, hung.exitCode());
        }
    }

    @Test
    void aBoardThatIsPulledOutLeavesTheRecordingUpToThatTick() {
        int vanishes = 17;
        Lowered lowered = lowered();
        Path whole = folder.resolve("whole");
        Path cut = folder.resolve("cut");
        try (Session session = Session.open(
                lowered, new SimulatorBackend(), SessionOptions.seeded(3).recordingTo(whole))) {
            session.cue(Emulator.memory().patterns().row(0));
            session.advance(40);
        }
        BoardBackend board = Emulator.board("emulator:?" + SHAPE + "&fault=vanish@" + vanishes);
        BoardGoneException gone = assertThrows(BoardGoneException.class, () -> {
            try (Session session =
                    Session.open(lowered, board, SessionOptions.seeded(3).recordingTo(cut))) {
                session.cue(Emulator.memory().patterns().row(0));
                session.advance(40);
            }
        });
        assertEquals(3, gone.exitCode());
        Recording recording = Recording.open(cut);
        assertEquals(vanishes, recording.tick());
        assertFalse(recording.manifest().complete());
        List<String> expected = recorded(Recording.open(whole), vanishes);
        assertTrue(expected.size() > 100, "there were spikes before");
        assertTrue(expected.equals(recorded(recording, vanishes)), "the recording differs from the simulator's");
    }

    private static List<String> recorded(Recording recording, long before) {
        List<String> spikes = new ArrayList<>();
        recording.spikes((tick, neuron, payload) -> {
            if (tick < before) {
                spikes.add(tick + ":" + neuron + ":" + payload);
            }
        });
        return spikes;
    }

    @Test
    void aRecallOnAVanishedBoardEndsWithTheStepsBefore() {
        Lowered lowered = lowered();
        Signs cue = Emulator.memory().patterns().row(0);
        List<RecallStep> steps = new ArrayList<>();
        SessionOptions options = SessionOptions.seeded(3).listening(new SessionListener() {
            @Override
            public void step(RecallStep step) {
                steps.add(step);
            }
        });
        try (Session session =
                Session.open(lowered, Emulator.board("emulator:?" + SHAPE + "&fault=vanish@11"), options)) {
            session.cue(cue);
            assertThrows(BoardGoneException.class, () -> session.recall(20));
            assertThrows(SessionStateException.class, () -> session.recall(1));
        }
        assertTrue(steps.size() >= 3, steps.size() + " steps before tick 11");
    }

    @Test
    void fullQueuesTowardsTheBoardAreWaitedForAndCounted() {
        Lowered lowered = lowered();
        List<SourceSpike> spread = new ArrayList<>();
        Population source = lowered.graph().populations().stream()
                .filter(p -> p.model().state().isEmpty())
                .findFirst()
                .orElseThrow();
        for (int tick = 0; tick < 400; tick++) {
            spread.add(new SourceSpike(source.name(), tick, tick % source.size(), 1));
        }
        try (Execution simulated = new SimulatorBackend().open(lowered.graph(), all(lowered));
                Execution onBoard = Emulator.board("emulator:?" + SHAPE + "&fault=full-in@4")
                        .open(lowered.graph(), new ExecutionOptions(3, 1, Set.of()))) {
            simulated.inject(spread);
            onBoard.inject(spread);
            simulated.advance(500, (_, _, _) -> {});
            onBoard.advance(500, (_, _, _) -> {});
            assertEquals(simulated.counters(), onBoard.counters());
            assertTrue(onBoard.board().orElseThrow().fullQueues() > 10);
        }
    }

    private static ExecutionOptions all(Lowered lowered) {
        return new ExecutionOptions(
                3, 1, lowered.graph().populations().stream().map(p -> p.name()).collect(Collectors.toSet()));
    }

    @Test
    void moreSpikesOfATickThanTheQueueHoldsAreRefused() {
        Lowered lowered = lowered();
        try (Execution onBoard = open(Emulator.board("emulator:?" + SHAPE + "&fault=full-in@4"), lowered)) {
            BoardCallException refused =
                    assertThrows(BoardCallException.class, () -> onBoard.advance(5, (_, _, _) -> {}));
            assertTrue(refused.getMessage().contains("took 4 of the"), refused.getMessage());
            assertEquals(1, refused.exitCode());
            assertTrue(onBoard.tick() < 5, "tick " + onBoard.tick());
        }
    }

    @Test
    void spikesThatTheHostWasNotToldOfAreCounted() {
        Lowered lowered = lowered();
        try (Execution onBoard = open(Emulator.board("emulator:?" + SHAPE + "&fault=full-out@5"), lowered)) {
            onBoard.advance(20, (_, _, _) -> {});
            assertTrue(onBoard.board().orElseThrow().eventsLost() > 0);
            assertTrue(
                    onBoard.board().orElseThrow().remarks().getLast().contains("were lost"),
                    onBoard.board().orElseThrow().remarks().toString());
        }
    }

    @Test
    void twoSessionsOnOneBoardAreNotPossibleAtOnce() {
        try (BoardSession first = Emulator.session("emulator:mine?" + SHAPE)) {
            BoardTransientException busy =
                    assertThrows(BoardTransientException.class, () -> Emulator.session("emulator:mine?" + SHAPE));
            assertEquals(DriverResult.BUSY, busy.failure().result());
            assertEquals(3, busy.exitCode());
            first.reset();
        }
        Emulator.session("emulator:mine?" + SHAPE).close();
    }

    @Test
    void closingDuringARunEndsItInOrder() {
        Lowered lowered = lowered();
        Execution onBoard = open(Emulator.board("emulator:?" + SHAPE + "&fault=slow@20"), lowered);
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> onBoard.advance(100_000, (_, _, _) -> {}));
        while (onBoard.tick() == 0 && !run.isDone()) {
            Thread.onSpinWait();
        }
        onBoard.close();
        CompletionException ended = assertThrows(CompletionException.class, run::join);
        assertInstanceOf(BoardHandleException.class, ended.getCause());
        onBoard.close();
    }
}
