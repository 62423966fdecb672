package org.mneme.board.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.MnemeException;
import org.mneme.bits.Signs;
import org.mneme.lower.Abilities;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.map.InfeasibleException;
import org.mneme.model.SequenceMemory;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.pass.Compilation;
import org.mneme.runtime.backend.Backend;
import org.mneme.simulator.SimulatorBackend;
import org.mneme.simulator.lowering.SpikingMemories;
import org.mneme.simulator.lowering.SpikingRecall;

/** Memories recalled on boards, step for step what the reference and the graph of the simulator recall: states, all winners, ends. */
@Timeout(300)
class RecallEqualityTest {
    private static final int STEPS = 10;

    @BeforeAll
    static void anEmulatorIsThere() {
        EmulatedBoards.assumeEmulator();
    }

    private static List<SpikingRecall.Step> recall(Backend backend, Lowered lowered, Signs cue, int patience) {
        try (SpikingRecall recall = new SpikingRecall(backend, lowered.codec(), lowered.graph())) {
            recall.cue(cue, 0);
            return recall.recall(STEPS, patience);
        }
    }

    /** Where a target refuses the memory, by compiling or by mapping, there is nothing to compare. */
    private static Optional<Lowered> compiled(SequenceMemory memory, Backend board) {
        try {
            Abilities abilities = Abilities.of(board.target().orElseThrow());
            return Optional.of(
                    Compilation.of(memory, "spiking", LoweringOptions.defaults().with(abilities))
                            .lowered());
        } catch (MnemeException e) {
            return Optional.empty();
        }
    }

    /**
     * By OR, a feature that hears both rails is unknown and counts as a match: no rule of the reference, so that the engine judges there.
     */
    private static List<SpikingRecall.Step> expected(
            SequenceMemory memory, Signs cue, boolean byReference, Lowered fitted, int patience) {
        return byReference
                ? SpikingMemories.expected(new ThreeValuedRecall(memory), cue, STEPS)
                : recall(new SimulatorBackend(), fitted, cue, patience);
    }

    /** Boards, how many memories are drawn, and how many must be recalled on them, how many of which through relays or otherwise rewritten; whether the reference judges. */
    @ParameterizedTest
    @CsvSource({
        "emulator:?neurons-per-core=40&chips=4&chip-columns=2&chip-rows=2, 24, 20, 0, true",
        "emulator:?neurons-per-core=64&input-axons-per-core=72, 40, 10, 2, true",
        "emulator:?target=loihi1, 24, 10, 0, true",
        "emulator:?target=loihi2, 24, 10, 0, true",
        "emulator:?target=truenorth, 30, 4, 4, true",
        "emulator:?target=tinyodin, 40, 4, 4, false"
    })
    void memoriesAreRecalledStepForStep(String uri, int trials, int least, int rewritten, boolean byReference) {
        Backend board = EmulatedBoards.at(uri);
        List<Long> recalled = new ArrayList<>();
        int changed = 0;
        for (int trial = 0; trial < trials; trial++) {
            long seed = uri.hashCode() * 1_000L + trial;
            SplittableRandom random = new SplittableRandom(seed);
            SequenceMemory memory =
                    SpikingMemories.draw(SpikingMemories.Likeness.of(trial), trial % 2 == 0, trial % 3 == 0, random);
            Signs cue = SpikingMemories.cue(memory, random);
            Optional<Lowered> fitted = compiled(memory, board);
            if (fitted.isEmpty()) {
                continue;
            }
            int patience = 8 * SpikingMemories.patience(memory, SpikingOptions.defaults());
            Lowered plain = new SpikingLowering().lower(memory, LoweringOptions.defaults());
            List<SpikingRecall.Step> expected = expected(memory, cue, byReference, fitted.get(), patience);
            if (byReference) {
                assertEquals(
                        expected,
                        recall(new SimulatorBackend(), plain, cue, patience),
                        () -> "simulator, seed " + seed);
            }
            try {
                List<SpikingRecall.Step> found = recall(board, fitted.get(), cue, patience);
                assertTrue(expected.equals(found), () -> uri + ", seed " + seed + ": " + expected + " but " + found);
            } catch (InfeasibleException _) {
                continue;
            }
            recalled.add(seed);
            changed += fitted.get().graph().populations().equals(plain.graph().populations()) ? 0 : 1;
        }
        int rewrittenMemories = changed;
        assertTrue(recalled.size() >= least, () -> recalled.size() + " memories");
        assertTrue(changed >= rewritten, () -> rewrittenMemories + " memories rewritten");
    }
}
