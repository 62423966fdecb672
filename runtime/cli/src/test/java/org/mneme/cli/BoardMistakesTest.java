package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where a memory, its target and a board do not go together. */
final class BoardMistakesTest {
    private static final String MEMORY = """
            name: small
            patterns: {random: {count: 6, features: 64, seed: 1}}
            interaction: {exponential: {kappa: 1}}
            """;

    @TempDir
    private Path folder;

    private Path memory() {
        return Checkout.write(folder.resolve("small.yaml"), MEMORY);
    }

    @Test
    void aBoardProgramIsNoMemory() {
        Path program = folder.resolve("small.mneme");
        Outcome.of("compile", memory(), "--target", "emulator", "-o", program).succeeded();

        String[] words = {"is not a memory but a board program, which 'mneme inspect' shows", "YAML file and --board"};
        Outcome.of("run", program).refused(words);
        Outcome.of("run", program, "--board", "emulator:").refused(words);
        Outcome.of("compile", program).refused(words);
        Outcome.of("compile", program, "--target", "emulator").refused(words);
        assertTrue(Outcome.of("inspect", program).succeeded().out().contains("emulator"));
    }

    @Test
    void everyLimitThatARunExceedsHasALine() {
        Outcome unfit = Outcome.of(
                "run",
                memory(),
                "--set",
                "lowering=spiking",
                "--set",
                "target=emulator?neurons-per-core=40&input-axons-per-core=3");

        assertEquals(1, unfit.code(), unfit::toString);
        assertEquals("", unfit.out());
        List<String> lines = unfit.err().lines().toList();
        assertEquals("mneme: the spiking lowering does not fit emulator: 2 limits are exceeded", lines.getFirst());
        assertEquals(3, lines.size(), unfit::err);
        for (String line : lines.subList(1, lines.size())) {
            assertTrue(line.matches(" {2}(NEVER FITS|BOARD FULL) {2}.+: .+; .+"), line);
        }
    }

    @Test
    void twoTargetsOnTheCommandLineAreRefused() {
        Outcome.of("compile", memory(), "--target", "loihi1", "--set", "target=emulator")
                .refused("--set target: 'emulator' is not the 'loihi1' of --target; leave one of them out");
        Outcome.of("compile", memory(), "--target", "loihi1", "--set", "target=loihi1")
                .succeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loihi1", "emulator"})
    void theTargetOfTheFileGivesWayWithANote(String target) {
        Path file = Checkout.write(folder.resolve("small.yaml"), MEMORY + "target: emulator\n");

        Outcome compiled = Outcome.of("compile", file, "--target", target).succeeded();

        assertEquals(
                target.equals("loihi1"),
                compiled.out().contains("note: the memory's file says target: emulator; --target loihi1 goes first"),
                compiled::out);
        Outcome piped =
                Outcome.of("compile", file, "--target", target, "--json", "-").succeeded();
        assertFalse(piped.json().isEmpty());
    }

    @Test
    void anExponentialMemoryIsNotToldToBecomeOne() {
        Outcome refused = Outcome.of("compile", memory(), "--target", "spinnaker1");

        assertEquals(2, refused.code(), refused::toString);
        assertTrue(refused.err().contains("use another target, or a threshold interaction"), refused::err);
        assertFalse(refused.err().contains("exponential"), refused::err);
    }
}
