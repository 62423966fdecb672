package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.runtime.recording.Recording;

/** {@code mneme run} of a network of another tool. */
final class NetworkRunTest {
    private static final Path NETWORK = Checkout.root().resolve("examples/networks/lif.nir");
    private static final Path INPUT = Checkout.root().resolve("examples/networks/lif.csv");

    @TempDir
    private Path folder;

    private Path csv(String text) {
        return Checkout.write(folder.resolve("in.csv"), text);
    }

    @Test
    void spikesStatesAndARecordingAreWritten() throws IOException {
        Path spikes = folder.resolve("spikes.csv");
        Path states = folder.resolve("states.csv");
        Path recording = folder.resolve("recording");

        Outcome outcome = Outcome.of(
                        "run",
                        NETWORK,
                        "--input",
                        INPUT,
                        "--ticks",
                        30,
                        "--output",
                        spikes,
                        "--states",
                        states,
                        "--record",
                        recording)
                .succeeded();

        assertTrue(outcome.out().contains("output output: 29 spikes of lif\n"), outcome.out());
        assertTrue(outcome.out().contains("output analog: v of li"), outcome.out());
        assertEquals(30, Files.readAllLines(spikes).size());
        assertEquals(1 + 30 * 4, Files.readAllLines(states).size());
        assertEquals(30, Recording.open(recording).tick());
    }

    @Test
    void theOutputOfOneNetworkIsInputOfAnother() {
        Path spikes = folder.resolve("spikes.csv");
        Outcome.of("run", NETWORK, "--input", INPUT, "--ticks", 30, "--output", spikes)
                .succeeded();

        Outcome.of("run", NETWORK, "--input", spikes).refused("spikes.csv, line 2", "'lif' is no input", "input");
    }

    @Test
    void jsonFollowsItsSchema() {
        Outcome piped = Outcome.of("run", NETWORK, "--input", INPUT, "--dt", "0.0005", "--json", "-")
                .succeeded();

        String schema = Outcome.of("schema", "network-run").succeeded().out();
        assertEquals(List.of(), SchemaTest.schema(schema).validate(piped.out(), InputFormat.JSON));
        assertEquals(0.0005, piped.json().get("tickSeconds").asDouble());
        assertEquals("limit", piped.json().get("end").asText());
        assertTrue(piped.err().contains("--ticks sets another"), piped.err());
    }

    @Test
    void backendsAgree() {
        Outcome dense = Outcome.of("run", NETWORK, "--input", INPUT, "--backend", "dense", "--json", "-");
        Outcome simulator = Outcome.of("run", NETWORK, "--input", INPUT, "--threads", 2, "--json", "-");
        assertEquals(dense.json().get("outputs"), simulator.json().get("outputs"));
    }

    @Test
    void optionsOfTheOtherKindAreRefused() {
        Outcome.of("run", NETWORK, "--cue", 3).refused("--cue: 3", "with a network");
        Outcome.of("run", NETWORK, "--report", "x.html").refused("--report: x.html", "with a network");
        Outcome.of("run", Checkout.small(folder), "--ticks", 3).refused("--ticks: 3", "with a memory");
    }

    @Test
    void mistakesAreOneSentence() throws IOException {
        Outcome.of("run", folder.resolve("none.nir")).refused("none.nir", "no such file");
        Outcome.of("run", NETWORK, "--dt", 0).refused("time step: 0.0 is not a time above 0 s");
        Outcome.of("run", NETWORK, "--dt", "1").refused("(LI)", "tau", "unstable", "--dt 0.00", "or less");
        Outcome.of("run", NETWORK, "--ticks", 0).refused("ticks: 0 is not 1 or more");
        Outcome.of("run", NETWORK, "--input", csv("tick,neuron\n0,9\n"))
                .refused("line 2", "neuron 9 is outside input input");
        Outcome.of("run", NETWORK, "--input", csv("tick,neuron\nNaN,0\n"))
                .refused("line 2", "'NaN' is not a whole number");
        Outcome.of("run", NETWORK, "--input", INPUT, "--output", INPUT).refused("named twice");
        byte[] whole = Files.readAllBytes(NETWORK);
        Path cut = Files.write(folder.resolve("cut.nir"), Arrays.copyOf(whole, whole.length / 2));
        Outcome.of("run", cut).refused("cut.nir", "truncated");
        Path text = Checkout.write(folder.resolve("text.nir"), "no network");
        Outcome.of("run", text).refused("text.nir");
    }
}
