package org.mneme.board.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.board.conformance.Vectors;
import org.mneme.board.driver.BoardCallException;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardHandle;
import org.mneme.board.driver.DriverResult;
import org.mneme.board.driver.EventBuffer;
import org.mneme.board.driver.OpenedLibrary;
import org.mneme.board.run.BoardSession;
import org.mneme.board.run.LibrarySession;

/** The example is built as its page says, passes the vectors that apply to it, and answers misuse as the interface asks. */
class ExampleDriverTest {
    private static final long SECOND = 1_000_000_000L;

    private static Optional<Path> library = Optional.empty();

    @BeforeAll
    static void theExampleIsBuilt(@TempDir Path folder) throws IOException, InterruptedException {
        Path module =
                Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        Path natives = Objects.requireNonNull(module.getParent()).resolveSibling("native");
        Path built = folder.resolve(System.mapLibraryName("mneme_example"));
        List<String> command = new ArrayList<>(List.of(
                "cc",
                "-std=c17",
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-fPIC",
                "-fvisibility=hidden",
                "-shared",
                "-I" + natives.resolve("include"),
                "-o",
                built.toString()));
        try (Stream<Path> sources = Files.list(natives.resolve("examples"))) {
            sources.map(Path::toString)
                    .filter(file -> file.endsWith(".c"))
                    .sorted()
                    .forEach(command::add);
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "left out: there is no C compiler");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), said);
        library = Optional.of(built);
    }

    private static BoardHandle open() {
        return OpenedLibrary.open(library.orElseThrow(), "example:");
    }

    @Test
    void everyVectorThatAppliesToItPasses() {
        try (BoardSession session = LibrarySession.open(library.orElseThrow(), "example:")) {
            assertEquals(List.of(), Vectors.failures(session));
            assertTrue(
                    Vectors.applying(session).size() >= 40,
                    () -> Vectors.applying(session).toString());
            assertTrue(Vectors.applying(session).containsAll(List.of("memory-winner", "memory-coincidence", "re-cue")));
        }
    }

    @Test
    void aUriThatItDoesNotKnowIsRefusedInASentence() {
        BoardException error = assertThrows(
                BoardCallException.class, () -> OpenedLibrary.open(library.orElseThrow(), "example:?speed=9"));
        assertEquals(DriverResult.BAD_URI, error.failure().result());
        assertTrue(String.valueOf(error.getMessage()).contains("without options"), error.getMessage());
    }

    @Test
    void callsOutOfOrderChangeNothing() {
        try (BoardHandle board = open()) {
            refused(DriverResult.BAD_STATE, () -> board.start(0, SECOND));
            refused(DriverResult.BAD_STATE, () -> board.step(1, SECOND));
            refused(DriverResult.BAD_STATE, () -> board.loadSection(1, 2, ByteString.EMPTY, 0, SECOND));
            refused(DriverResult.BAD_STATE, () -> board.loadCommit(0, SECOND));
            refused(DriverResult.BAD_ARGUMENT, () -> board.readState(0, new long[2], 0, SECOND));
            assertEquals(0, board.counters(SECOND).tick());
        }
    }

    @Test
    void aHeaderOfAnotherVersionOrTargetIsRefused() {
        try (BoardHandle board = open()) {
            for (ByteString header :
                    List.of(ByteString.EMPTY, ByteString.copyFrom(new byte[] {8, 2}), ByteString.copyFrom(new byte[] {
                        8, 1, 26, 1, 'x'
                    }))) {
                refused(DriverResult.BAD_PROGRAM, () -> board.loadBegin(header, SECOND));
                refused(DriverResult.BAD_STATE, () -> board.start(0, SECOND));
            }
        }
    }

    @Test
    void aDamagedSectionResetsTheBoard() {
        try (BoardSession session = LibrarySession.open(library.orElseThrow(), "example:")) {
            BoardException error =
                    assertThrows(BoardException.class, () -> session.load(Vectors.damaged("delay-1", session)));
            assertEquals(DriverResult.CORRUPT, error.failure().result());
            assertThrows(BoardException.class, () -> session.start(0));
            session.load(Vectors.program("delay-1", session));
            session.start(0);
        }
    }

    @Test
    void eventsThatCannotBeAreRefused() {
        try (BoardSession session = LibrarySession.open(library.orElseThrow(), "example:")) {
            session.load(Vectors.program("delay-1", session));
            session.start(0);
            session.step(3);
            EventBuffer events = new EventBuffer(1);
            // Late, no source, no neuron at all, too large.
            long[][] wrong = {{2, 0, 1}, {9, 3, 1}, {9, 4000, 1}, {9, 0, 2}, {9, 0, 0}};
            for (long[] event : wrong) {
                events.put(0, event[0], (int) event[1], (int) event[2]);
                BoardException error = assertThrows(BoardException.class, () -> session.send(events, 0, 1));
                assertEquals(DriverResult.BAD_EVENT, error.failure().result());
            }
            events.put(0, 9, 0, 1);
            assertEquals(1, session.send(events, 0, 1));
            assertThrows(BoardException.class, () -> session.send(events, 0, 1), "twice");
        }
    }

    private static void refused(DriverResult result, Runnable call) {
        BoardException error = assertThrows(BoardException.class, call::run);
        assertEquals(result, error.failure().result());
        assertTrue(!error.failure().texts().isEmpty(), "no text");
    }
}
