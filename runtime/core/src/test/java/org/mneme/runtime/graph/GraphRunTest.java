package org.mneme.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InvalidValueException;
import org.mneme.runtime.recording.Recording;
import org.mneme.runtime.result.ResultFileException;

class GraphRunTest {
    private static final GraphListener NO_ONE = new GraphListener() {};

    @TempDir
    private Path folder;

    private GraphRunOptions options(OptionalLong ticks, String spikes, String states) {
        return new GraphRunOptions(
                "toy",
                ticks,
                1,
                1,
                Optional.of(folder.resolve(spikes)),
                Optional.of(folder.resolve(states)),
                Optional.of(folder.resolve("recording")));
    }

    @Test
    void outputsAreWrittenAndRecorded() throws IOException {
        GraphRunOptions options = options(OptionalLong.of(4), "spikes.csv", "states.csv");

        GraphRunResult result = GraphRun.run(Networks.relay("in"), Networks.spike(1, 2, -3), options, NO_ONE);

        assertEquals(
                List.of("tick,population,neuron,payload", "3,sum,2,-6"),
                Files.readAllLines(folder.resolve("spikes.csv")));
        List<String> states = Files.readAllLines(folder.resolve("states.csv"));
        assertEquals("tick,population,neuron,value", states.getFirst());
        assertEquals(1 + 4 * 3, states.size());
        assertEquals("3,sum,2,-6", states.getLast());
        assertEquals(4, result.ticks());
        assertEquals(GraphRunResult.End.TICKS, result.end());
        assertEquals(1, result.outputs().get(0).spikes());
        assertEquals(List.of(0.0, 0.0, -6.0), result.outputs().get(1).last());
        List<String> recorded = new ArrayList<>();
        Recording.open(folder.resolve("recording"))
                .spikes((tick, neuron, payload) -> recorded.add(tick + " " + neuron + " " + payload));
        assertEquals(List.of("1 2 -3.0", "3 5 -6.0"), recorded);
    }

    @Test
    void aRunEndsWhenNothingCanHappenAnyMore() {
        GraphRunResult result = GraphRun.run(
                Networks.relay("in"),
                Networks.spike(2000, 0, 1),
                GraphRunOptions.of("toy", OptionalLong.empty()),
                NO_ONE);
        assertEquals(GraphRunResult.End.IDLE, result.end());
        // the toy takes a few ticks to find out
        assertTrue(result.ticks() >= 2003 && result.ticks() < 2010, () -> result.ticks() + " ticks");
        assertEquals(1, result.outputs().getFirst().spikes());
    }

    @Test
    void aRunThatWouldGoOnEndsAThousandTicksAfterItsInput() {
        GraphRunResult result = GraphRun.run(
                Networks.echo(), Networks.spike(4, 0, 1), GraphRunOptions.of("toy", OptionalLong.empty()), NO_ONE);
        assertEquals(GraphRunResult.End.LIMIT, result.end());
        assertEquals(5 + GraphRunOptions.MOST_TICKS_AFTER_INPUT, result.ticks());
    }

    @Test
    void aListenerCanEndIt() {
        GraphRunResult result = GraphRun.run(
                Networks.echo(),
                Networks.spike(0, 0, 1),
                GraphRunOptions.of("toy", OptionalLong.of(10_000)),
                new GraphListener() {
                    @Override
                    public boolean goOn(long tick, long end) {
                        return tick < 2000;
                    }
                });
        assertEquals(GraphRunResult.End.INTERRUPTED, result.end());
        assertEquals(2048, result.ticks());
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndNothingIsLeft() {
        GraphRunOptions options = options(OptionalLong.of(4), "spikes.csv", "no/such/states.csv");
        ResultFileException error = assertThrows(
                ResultFileException.class, () -> GraphRun.run(Networks.relay("in"), List.of(), options, NO_ONE));
        assertEquals(folder.resolve("no/such/states.csv"), error.file());
        assertFalse(Files.exists(folder.resolve("spikes.csv")));
    }

    @Test
    void noTickIsRefused() {
        assertThrows(InvalidValueException.class, () -> GraphRunOptions.of("toy", OptionalLong.of(0)));
    }
}
