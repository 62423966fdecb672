package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainTest {
    @TempDir
    private Path folder;

    private Path timed() {
        return Checkout.write(folder.resolve("timed.yaml"), """
                name: timed
                patterns: {random: {count: 4, features: 60, seed: 1}}
                sequence: cycle
                interaction: exponential
                timing: {steps-per-pattern: 40}
                """);
    }

    @Test
    void passedOverLoweringsAndEveryPassAreListed() {
        Outcome compiled = Outcome.of("compile", timed(), "--set", "target=binary", "--explain")
                .succeeded();

        assertTrue(compiled.out().contains("passed over graded: target binary has binary spikes only"), compiled::out);
        assertTrue(compiled.out().contains("passed over real: target binary computes in integers"), compiled::out);
        assertTrue(compiled.out().contains("pass 1, lower\n    4 patterns of 60 features became "), compiled::out);
        for (String pass : new String[] {"pass 2, drop-empty", "pass 3, narrow-weights", "pass 4, relay-delays"}) {
            assertTrue(compiled.out().contains(pass), compiled::out);
        }
    }

    @Test
    void withoutAskingNothingIsExplained() {
        Outcome compiled = Outcome.of("compile", timed()).succeeded();

        assertFalse(compiled.out().contains("pass 1"), compiled::out);
        assertTrue(compiled.out().startsWith("lowering graded: "), compiled::out);
    }

    @Test
    void aTargetThatCanDoNoLoweringOfTheMemoryIsNamedWithAllReasons() {
        Outcome.of("compile", timed(), "--set", "target=nir")
                .refused("on target nir", "graded: ", "real: ", "spiking: ", "stochastic: ");
    }

    @Test
    void aLoweringThatTheTargetCannotDoIsRefused() {
        Outcome.of("compile", timed(), "--set", "target=binary", "--set", "lowering=graded")
                .refused("the graded lowering ", "target binary has binary spikes only", "use 'lowering: auto'");
        Outcome.of("run", timed(), "--set", "target=nir", "--set", "lowering=spiking")
                .refused("the spiking lowering ", "target nir has no floor under its membranes");
    }

    @Test
    void anUnknownTargetIsRefusedByName() {
        Outcome.of("compile", timed(), "--set", "target=loihi").refused("loihi", "did you mean 'loihi1'?");
        Outcome.of("compile", timed(), "--set", "target=quantum").refused("quantum", "binary", "simulator", "tinyodin");
    }
}
