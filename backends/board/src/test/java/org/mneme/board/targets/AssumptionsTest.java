package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

class AssumptionsTest {
    @TempDir
    private Path folder;

    private static Target assume(String name, Path file) {
        return Targets.provider(name).assume(Targets.named(name), file);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("assumed.textproto"), text);
    }

    private TargetFileException mistake(String name, String text) throws IOException {
        Path file = file(text);
        return assertThrows(TargetFileException.class, () -> assume(name, file));
    }

    @Test
    void whatNobodyKnowsIsAssumed() throws IOException {
        Path file = file("""
                figure { quantity: "input-axons-per-core" value: 4096 unit: "axons" source: "as Loihi" }
                figure { quantity: "neurons-per-core" value: 4096 unit: "neurons" source: "half, to be safe" }
                trait { name: "escape" source: "microcode of our own" }
                synapse_rows { header_bits: 10 synapses_per_block: 64 word_bits: 64 source: "as Loihi" }
                weight_format { name: "one-bit" high: 1 step: 1 bits: 1 source: "as Loihi" }
                """);

        Target before = Targets.named("loihi2");
        Target target = assume("loihi2", file);

        assertEquals(4096, target.limit(Quantity.INPUT_AXONS_PER_CORE));
        assertEquals(
                Status.ASSUMED, target.figure(Quantity.INPUT_AXONS_PER_CORE).status());
        assertEquals(
                file + ": as Loihi",
                target.figure(Quantity.INPUT_AXONS_PER_CORE).source());
        assertEquals(4096, target.limit(Quantity.NEURONS_PER_CORE), "what was unverified may be assumed otherwise");
        assertEquals(before.unknownLimits().size() - 1, target.unknownLimits().size());
        assertFalse(target.unknownLimits().contains(Quantity.INPUT_AXONS_PER_CORE));
        assertTrue(target.has(Trait.ESCAPE));
        assertEquals(Status.ASSUMED, target.rows().status());
        assertEquals("one-bit", target.formats().getLast().name());
        assertEquals(Status.ASSUMED, target.formats().getLast().status());
        assertNotEquals(before.digest(), target.digest());
    }

    @Test
    void whatIsKnownCannotBeAssumedOtherwise() throws IOException {
        TargetFileException e = mistake("loihi1", """
                # one line of comment
                figure { quantity: "neurons-per-core" value: 2048 unit: "neurons" source: "hope" }
                """);

        assertTrue(e.mistake().startsWith("neurons-per-core is known to be 1024 ("), e.mistake());
        assertEquals(2, e.place().line());
    }

    @Test
    void whatIsKnownMayBeRepeated() throws IOException {
        Path file =
                file("figure { quantity: \"neurons-per-core\" value: 1024 unit: \"neurons\" source: \"the same\" }");

        Target target = assume("loihi1", file);

        assertEquals(Status.KNOWN, target.figure(Quantity.NEURONS_PER_CORE).status());
        assertEquals(Targets.named("loihi1").digest(), target.digest());
    }

    @Test
    void assumptionsOfAnotherTargetAreRefused() throws IOException {
        assertEquals(
                "these assumptions are of target loihi2, not of loihi1",
                mistake("loihi1", "name: \"loihi2\"").mistake());
    }

    @Test
    void mistakesInAssumptionsAreTold() throws IOException {
        assertTrue(mistake("loihi2", "figure { quantity: \"zebra\" value: 1 source: \"x\" }")
                .mistake()
                .startsWith("there is no quantity 'zebra'"));
        assertTrue(mistake("loihi1", "weight_format { name: \"mixed-8\" high: 1 step: 1 source: \"x\" }")
                .mistake()
                .startsWith("the target has a weight format 'mixed-8' already"));
        assertTrue(mistake("loihi1", "synapse_rows { synapses_per_block: 1 word_bits: 1 source: \"x\" }")
                .mistake()
                .startsWith("what synapses cost is known"));
        assertTrue(mistake("loihi2", "figure { quantity: \"chips\" value: 9 unit: \"chips\" source: \"x\" }")
                .mistake()
                .startsWith("chips is known to be 1"));
        assertTrue(mistake("loihi2", "figure { quantity: \"tile-rows\" value: 1 unit: \"tiles\" source: \"x\" }")
                .mistake()
                .contains("cores-per-chip is 128, above"));
    }
}
