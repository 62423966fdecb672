package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.backend.ExecutionOptions;

class ThreadsTest {
    @Test
    void anyNumberOfThreadsGivesTheSameSpikesStatesAndCounters() {
        for (NumberDomain domain : List.of(Bench.FIXED_24, Bench.REAL)) {
            SpikingGraph graph = RandomGraph.of(domain, 3);
            String one = run(graph, 1);
            assertTrue(one.length() > 10_000, "the graph is lively");
            for (int threads : new int[] {2, 3, 8}) {
                assertEquals(one, run(graph, threads), threads + " threads, " + domain);
            }
        }
    }

    private static String run(SpikingGraph graph, int threads) {
        StringBuilder text = new StringBuilder();
        try (Engine engine = new Engine(graph, new ExecutionOptions(1, threads, Set.of("echo", "lif", "sign")), 0)) {
            engine.inject(RandomGraph.inputs(4, 40));
            engine.advance(60, (tick, id, payload) -> text.append(tick + ":" + id + "=" + payload + " "));
            text.append(engine.counters());
            for (Population population : graph.populations()) {
                for (StateVariable variable : population.model().state()) {
                    text.append(Arrays.toString(engine.state(population.name(), variable)));
                }
            }
        }
        return text.toString();
    }

    @Test
    void partsCoverEveryNeuronOnceAndBeginAtWords() {
        for (int size : new int[] {1, 64, 255, 256, 257, 5000, 100_000}) {
            int next = 0;
            for (Part part : Workers.split(size, 3)) {
                assertEquals(next, part.from);
                assertEquals(0, part.from % 64);
                next = part.to;
            }
            assertEquals(size, next);
        }
    }
}
