package org.mneme.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.exchange.ImportedNetwork;

class InputSpikesTest {
    private static final ImportedNetwork ONE = Networks.relay("in");
    private static final ImportedNetwork TWO = Networks.relay("in", "other");

    @TempDir
    private Path folder;

    private List<SourceSpike> read(String text, ImportedNetwork network) throws IOException {
        return InputSpikes.read(Files.writeString(folder.resolve("in.csv"), text), network);
    }

    @Test
    void aSpikeIsATickAndANeuron() throws IOException {
        assertEquals(
                List.of(new SourceSpike("in", 0, 2, 1), new SourceSpike("in", 7, 0, 1)),
                read("tick,neuron\n0,2\n7,0\n", ONE));
    }

    @Test
    void columnsComeInAnyOrderWithQuotesCommentsAndBlankLines() throws IOException {
        assertEquals(
                List.of(new SourceSpike("other", 3, 1, -4), new SourceSpike("in", 3, 1, 5)),
                read("\uFEFF# made by hand\n payload, population ,neuron,tick\r\n\n-4,\"other\",1,3\n5,in,1,3\n", TWO));
    }

    @Test
    void aQuotedNameMayHoldCommasAndQuotes() throws IOException {
        assertEquals(
                List.of(new SourceSpike("a,b", 3, 1, 1), new SourceSpike("m\"x", 4, 2, 1)),
                read("tick,neuron,population\n3,1, \"a,b\"\n4,\"2\",\"m\"\"x\"\n", Networks.relay("a,b", "m\"x")));
    }

    @Test
    void timesAreRoundedToTheNearestTick() throws IOException {
        assertEquals(
                List.of(0L, 1L, 2L),
                read("time,neuron\n0.24,0\n0.25,0\n1e0,0\n", ONE).stream()
                        .map(SourceSpike::tick)
                        .toList());
    }

    @Test
    void aHeaderAloneIsNoSpike() throws IOException {
        assertEquals(List.of(), read("tick,neuron\n", ONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    tick,neuron;0,3              | line 2: neuron 3 is outside input in, which has 0…2
                    tick,neuron;0,-1             | neuron -1 is outside
                    tick,neuron;5,0;3,0          | line 3: tick 3 comes after tick 5; sort
                    tick,neuron;5,0;5,1;5,0      | line 4: neuron 0 of in spikes at tick 5 already
                    tick,neuron;-1,0             | tick -1 is before 0
                    tick,neuron;9223372036854775807,0 | line 2: tick 9223372036854775807 is after 1000000000000
                    tick,neuron;1.5,0            | tick '1.5' is not a whole number
                    tick,neuron;NaN,0            | tick 'NaN' is not a whole number
                    tick,neuron;1,0,0            | 3 cells where the header has 2
                    time,neuron;NaN,0            | time 'NaN' is not a time
                    time,neuron;-0.5,0           | time '-0.5' is not a time
                    time,neuron;Infinity,0       | time 'Infinity' is not a time
                    tick,neuron,payload;1,0,0    | payload 0 is not
                    tick,neuron,payload;1,0,6    | payload 6 is not a whole number other than 0, of at most ±5
                    tick,neuron,payload;1,0,1.5  | payload '1.5' is not a whole number
                    tick,neuron,population;1,0,x | 'x' is no input of the network
                    0,1;2,0                      | line 1: the header names '0'
                    tick,neurons;1,0             | the header names 'neurons'; did you mean 'neuron'?
                    tick,time,neuron;1,1,0       | neuron, and either tick or time
                    tick,tick,neuron;1,1,0       | a column twice
                    ;                            | has no header
                    """)
    void aWrongRowIsRefusedByItsLine(String rows, String sentence) {
        InputSpikesException error =
                assertThrows(InputSpikesException.class, () -> read(rows.replace(";", "\n") + "\n", ONE));
        assertTrue(error.getMessage().contains("in.csv"), error.getMessage());
        assertTrue(error.getMessage().contains(sentence), error.getMessage());
        assertEquals(2, error.exitCode());
    }

    @Test
    void severalInputsNeedTheirName() {
        InputSpikesException error = assertThrows(InputSpikesException.class, () -> read("tick,neuron\n0,0\n", TWO));
        assertTrue(
                error.getMessage().contains("population, since there are several inputs: in, other"),
                error.getMessage());
        assertEquals(1, error.line());
    }

    @Test
    void aFileThatIsMissingOrNoTextIsRefused() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertTrue(assertThrows(InputSpikesException.class, () -> InputSpikes.read(missing, ONE))
                .getMessage()
                .contains("no such file"));
        Path binary = Files.write(folder.resolve("binary.csv"), "t\u00ffck".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(InputSpikesException.class, () -> InputSpikes.read(binary, ONE))
                .getMessage()
                .contains("no UTF-8 text"));
    }
}
