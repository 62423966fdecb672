package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NirCommandsTest {
    @TempDir
    private Path folder;

    private Path chain() {
        return Checkout.write(folder.resolve("chain.yaml"), """
                name: chain
                patterns: {random: {count: 6, features: 64, seed: 1}}
                sequence: chain
                interaction: {threshold: {matches: 0.8}}
                lowering: spiking
                """);
    }

    @Test
    void coincidenceIsExportedFaithfullyAndRuns() {
        Path net = folder.resolve("net.nir");

        Outcome compiled = Outcome.of("compile", chain(), "-o", net).succeeded();

        assertTrue(compiled.out().contains("  population hidden: faithful, as LIF with tau = dt"), compiled::out);
        assertFalse(compiled.out().contains("approximate"), compiled::out);
        assertEquals("written to " + net, compiled.lastLine());
        assertEquals("", compiled.err());
        Outcome run = Outcome.of("run", net, "--ticks", 5).succeeded();
        assertTrue(run.out().contains("hidden") && run.err().isEmpty(), run::toString);
    }

    @Test
    void inspectPrintsANetwork() {
        Path net = folder.resolve("net.nir");
        Outcome.of("compile", chain(), "-o", net).succeeded();

        Outcome inspected = Outcome.of("inspect", net).succeeded();

        assertTrue(inspected.out().startsWith("graph net\n  domain   real, 64-bit floats\n"), inspected::out);
        assertTrue(inspected.out().lines().anyMatch(line -> line.strip().startsWith("hidden ")), inspected::out);
        assertEquals("", inspected.err());
    }

    @Test
    void aNetworkIsNoMemory() {
        Path net = folder.resolve("net.nir");
        Outcome.of("compile", chain(), "-o", net).succeeded();

        Outcome.of("compile", net)
                .refused("net.nir is not a memory but a network, which 'mneme run' and 'mneme inspect' take");
    }

    @Test
    void winnerTakeAllIsRefusedOrListed() {
        Path net = folder.resolve("net.nir");
        Path file = chain();

        Outcome.of("compile", file, "--set", "interaction=exponential", "-o", net)
                .refused("population hidden", "NIR", "floor", "--allow-approximate");
        assertFalse(Files.exists(net));

        Outcome allowed = Outcome.of(
                        "compile", file, "--set", "interaction=exponential", "-o", net, "--allow-approximate")
                .succeeded();
        assertTrue(allowed.out().contains("population hidden: approximate, as IF ("), allowed::out);
        assertTrue(Files.exists(net));
    }

    @Test
    void gradedSpikesAreRefused() {
        Outcome.of("compile", Checkout.small(folder), "-o", folder.resolve("net.nir"), "--allow-approximate")
                .refused("population feature", "payloads", "lowering: spiking");
    }

    @Test
    void approximationNeedsAFileForOtherTools() {
        Outcome.of("compile", chain(), "--allow-approximate").refused("--allow-approximate", ".nir");
        Outcome.of("compile", chain(), "-o", folder.resolve("a.graph"), "--allow-approximate")
                .refused("--allow-approximate", ".nir");
    }

    @Test
    void recordingsAreExported() {
        Path recording = folder.resolve("recording");
        Path data = folder.resolve("data.h5");
        Outcome.of("run", chain(), "--record", recording).succeeded();

        Outcome exported = Outcome.of("export", recording, data).succeeded();

        assertTrue(
                exported.lastLine().endsWith(" spikes of 4 populations written as NIR data to " + data), exported::out);
        assertTrue(Files.exists(data));
        Outcome.of("export", folder.resolve("missing"), data).refused("missing");
        Outcome.of("export", recording, folder.resolve("no/such.h5")).refused("such.h5");
    }
}
