package org.mneme.board.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.MnemeException;
import org.mneme.board.conformance.Vectors;
import org.mneme.board.equality.EmulatedBoards;
import org.mneme.board.run.BoardSession;
import org.mneme.board.run.LibrarySession;
import org.mneme.mutants.Mutant;

/** The golden vectors notice every mistake in the table, and none in the emulator itself. */
@Timeout(600)
class EmulatorMutantsTest {
    private static Optional<EmulatorBuild> build = Optional.empty();

    @BeforeAll
    static void theEmulatorIsBuilt(@TempDir Path folder) throws IOException {
        EmulatedBoards.assumeEmulator();
        build = EmulatorBuild.in(folder);
        assumeTrue(build.isPresent(), "left out: there is no C compiler, no CMake or no nanopb");
    }

    static Stream<Mutant> mutants() {
        return Stream.concat(EmulatorMutants.NEURONS.stream(), EmulatorMutants.DELIVERY.stream());
    }

    static Stream<Mutant> routingMutants() {
        return EmulatorMutants.ROUTING.stream();
    }

    private static List<String> noticed(Path library, List<String> boards) {
        for (String board : boards) {
            try (BoardSession session = LibrarySession.open(library, board)) {
                List<String> found = Vectors.failures(session);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (MnemeException e) {
                return List.of(String.valueOf(e.getMessage()));
            }
        }
        return List.of();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theStoredProgramsNotice(Mutant mutant) throws IOException {
        List<String> found = noticed(build.orElseThrow().library(mutant), List.of("emulator:"));
        assertTrue(!found.isEmpty(), () -> "passes every golden vector: " + mutant);
    }

    @ParameterizedTest
    @MethodSource("routingMutants")
    void theVectorsOnTinyCoresNotice(Mutant mutant) throws IOException {
        List<String> found = noticed(build.orElseThrow().library(mutant), EmulatedBoards.split());
        assertTrue(!found.isEmpty(), () -> "passes every golden vector: " + mutant);
    }

    @Test
    void theUnchangedEmulatorBuiltTheSameWayPasses() {
        Path library = build.orElseThrow().unchanged();
        assertEquals(List.of(), noticed(library, List.of("emulator:")));
        assertEquals(List.of(), noticed(library, EmulatedBoards.split()));
    }
}
