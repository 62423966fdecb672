package org.mneme.board.equality;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.RandomGraphs;
import org.mneme.simulator.reference.DenseBackend;

/** Boards that tell no spikes: whether they are idle, only they know. */
@Timeout(300)
class IdleBoardsTest {
    private static final int SEEDS = 60;

    private int idle;
    private int awake;

    @BeforeAll
    static void anEmulatorIsThere() {
        EmulatedBoards.assumeEmulator();
    }

    @Test
    void aBoardIsIdleOnlyWhereTheReferenceIs() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Optional<Fitted> fitted = Fitted.of(RandomGraphs.of(seed), EmulatedBoards.tiny(seed));
            fitted.ifPresent(this::compare);
        }
        assertTrue(idle > 50 && awake > 200, () -> idle + " ticks idle, " + awake + " not");
    }

    private void compare(Fitted fitted) {
        Case given = fitted.given();
        ExecutionOptions silent = new ExecutionOptions(given.executionSeed(), 1, Set.of());
        try (Execution board = fitted.board().open(given.graph(), silent);
                Execution judge = new DenseBackend().open(given.graph(), silent)) {
            board.inject(given.input());
            judge.inject(given.input());
            for (long tick = 1; tick <= 2 * given.ticks(); tick++) {
                board.advance(tick, (_, _, _) -> {});
                judge.advance(tick, (_, _, _) -> {});
                if (board.idle()) {
                    idle++;
                    String where = "seed " + given.seed() + ", tick " + tick;
                    assertTrue(Equality.isIdle(judge, given), where);
                } else {
                    awake++;
                    String where = "seed " + given.seed() + ", tick " + tick;
                    assertFalse(judge.idle(), where);
                }
            }
        }
    }
}
