package org.mneme.board.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.Duration;
import org.mneme.board.driver.Drivers;
import org.mneme.lower.Abilities;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;

/** Small memories on the bundled emulator; where the build found no C compiler the tests that need it are skipped. */
final class Emulator {
    static final int PATTERNS = 12;

    private static final Deadlines QUICK =
            new Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofSeconds(5));

    private Emulator() {}

    /** Skips the test where there is no emulator. */
    static void assumeBuilt() {
        boolean built = new Drivers()
                .search().stream()
                        .anyMatch(d ->
                                d.scheme().equals("emulator") && d.trouble().isEmpty());
        assumeTrue(built, "the emulator was not built");
    }

    /** A cycle of random patterns, recalled by coincidence. */
    static SequenceMemory memory() {
        return SequenceMemory.of(
                PatternSet.random(PATTERNS, 60, 5, 0),
                Successors.cycle(PATTERNS),
                new Interaction.Threshold(new BigDecimal("0.8")));
    }

    /** The memory lowered for a board. */
    static Lowered lowered(String lowering, BoardBackend board) {
        return Compilation.of(
                        memory(),
                        lowering,
                        LoweringOptions.defaults()
                                .with(Abilities.of(board.target().orElseThrow())))
                .lowered();
    }

    static BoardBackend board(String uri) {
        return BoardBackend.at(uri, new Drivers(), QUICK, BoardClock.SYSTEM);
    }

    static BoardSession session(String uri) {
        return BoardSession.open(uri, new Drivers(), QUICK, BoardClock.SYSTEM);
    }
}
