package org.mneme.board.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.board.program.ProgramEmitter;
import org.mneme.board.run.BoardSession;
import org.mneme.board.run.StartedProgram;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.property.RandomGraphs;

/** The property notices every mistake in an emitted program. */
@Timeout(300)
class ProgramMutantsTest {
    /** A mistake that nothing comes of in one graph is made in others. */
    private static final int CASES = 120;

    private static List<Fitted> cases = List.of();

    @BeforeAll
    static void anEmulatorIsThere() {
        EmulatedBoards.assumeEmulator();
        List<Fitted> fitted = new ArrayList<>();
        for (long seed = 0; seed < CASES; seed++) {
            String board = seed % 3 == 0 ? EmulatedBoards.keyed(seed) : EmulatedBoards.tiny(seed);
            Fitted.of(RandomGraphs.of(seed), board)
                    .filter(f -> f.given().ticks() < 200)
                    .ifPresent(fitted::add);
        }
        cases = List.copyOf(fitted);
    }

    static Stream<ProgramMutant> mutants() {
        return ProgramMutant.ALL.stream();
    }

    /** Loads other parts than the graph's own. */
    private record Changed(Fitted fitted, Parts parts) implements Backend {
        @Override
        public String name() {
            return "changed";
        }

        @Override
        public String description() {
            return "A board with a wrong program.";
        }

        @Override
        public Execution open(SpikingGraph graph, ExecutionOptions options) {
            BoardSession session = BoardSession.open(fitted.board().name().substring("board:".length()));
            try {
                session.load(parts);
                session.start(options.seed());
                return StartedProgram.of(session, graph, options);
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        }
    }

    private static Parts parts(Fitted fitted) {
        return Parts.of(sink -> ProgramEmitter.create().emit(fitted.mapping(), sink));
    }

    private static Optional<String> difference(Fitted fitted, Parts parts) {
        return Equality.difference(new Changed(fitted, parts), fitted.given());
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSuiteFails(ProgramMutant mutant) {
        int tried = 0;
        for (Fitted fitted : cases) {
            Optional<Parts> wrong = mutant.change().apply(parts(fitted));
            if (wrong.isPresent()) {
                tried++;
                if (difference(fitted, wrong.get()).isPresent()) {
                    return;
                }
            }
        }
        fail("survives " + tried + " graphs: " + mutant);
    }

    @Test
    void thePartsThemselvesPass() {
        for (Fitted fitted : cases.subList(0, 12)) {
            assertEquals(
                    Optional.empty(),
                    difference(fitted, parts(fitted)),
                    () -> "seed " + fitted.given().seed());
        }
    }
}
