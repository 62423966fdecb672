package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Graded;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionImage.ImageSpike;
import org.mneme.runtime.backend.ExecutionOptions;

class ImageTest {
    private static Engine open(SpikingGraph graph) {
        return new Engine(graph, new ExecutionOptions(1, 1, Set.of("echo", "lif", "sign")));
    }

    private static List<String> advance(Engine engine, long until) {
        List<String> sent = new ArrayList<>();
        engine.advance(until, (tick, id, payload) -> sent.add(tick + ":" + id + "=" + payload));
        return sent;
    }

    @Test
    void aRestoredExecutionGoesOnAsIfNothingHadHappened() {
        for (NumberDomain domain : List.of(Bench.FIXED_32, Bench.REAL)) {
            SpikingGraph graph = RandomGraph.of(domain, 8);
            for (int at = 1; at < 40; at += 7) {
                try (Engine whole = open(graph);
                        Engine first = open(graph);
                        Engine second = open(graph)) {
                    whole.inject(RandomGraph.inputs(9, 40));
                    first.inject(RandomGraph.inputs(9, 40));
                    advance(whole, at);
                    advance(first, at);
                    second.inject(RandomGraph.inputs(10, 30));
                    advance(second, 11);
                    second.restore(first.save());
                    assertEquals(at, second.tick());
                    assertEquals(first.save().spikes(), second.save().spikes());
                    assertEquals(advance(whole, 60), advance(second, 60), domain + ", saved at tick " + at);
                    assertEquals(whole.counters(), second.counters());
                    assertArrayEquals(
                            whole.state("lif", StateVariable.POTENTIAL), second.state("lif", StateVariable.POTENTIAL));
                }
            }
        }
    }

    @Test
    void anImageHoldsTheSpikesUnderWayAndWaitingInOrder() {
        try (Bench bench = Bench.of(Bench.FIXED_32, 2, new Graded(new Phi.Identity(), true, false))) {
            bench.spike("in", 1, 1, 5).spike("in", 1, 0, 4).spike("in", 0, 1, 3).spike("in", 9, 0, 2);
            bench.to(2);
            ExecutionImage image = bench.engine.save();
            assertEquals(
                    List.of(new ImageSpike(1, 0, 4), new ImageSpike(1, 1, 5), new ImageSpike(9, 0, 2)), image.spikes());
            assertEquals(2, image.tick());
            assertEquals(new Counters(4, 1, 0), image.counters());
            assertArrayEquals(new double[] {0, 3}, image.states().get(1).get(StateVariable.SUM));
        }
    }

    @Test
    void anImageOfAnotherShapeIsRefused() {
        try (Bench bench = Bench.of(Bench.FIXED_32, 2, new Graded(new Phi.Identity(), true, false))) {
            List<Map<StateVariable, double[]>> good = bench.engine.save().states();
            Map<StateVariable, double[]> shorter = Map.of(StateVariable.SUM, new double[1]);
            Map<StateVariable, double[]> other = Map.of(StateVariable.POTENTIAL, new double[2]);
            refuses(bench, new ExecutionImage(0, List.of(), List.of(), Counters.NONE));
            refuses(bench, new ExecutionImage(0, List.of(Map.of(), shorter), List.of(), Counters.NONE));
            refuses(bench, new ExecutionImage(0, List.of(Map.of(), other), List.of(), Counters.NONE));
            refuses(bench, new ExecutionImage(-1, good, List.of(), Counters.NONE));
            refuses(bench, new ExecutionImage(5, good, List.of(new ImageSpike(4, 4, 1)), Counters.NONE));
            refuses(bench, new ExecutionImage(5, good, List.of(new ImageSpike(5, 2, 1)), Counters.NONE));
            refuses(
                    bench,
                    new ExecutionImage(
                            5, good, List.of(new ImageSpike(4, 2, 1), new ImageSpike(4, 2, 1)), Counters.NONE));
        }
    }

    private static void refuses(Bench bench, ExecutionImage image) {
        assertThrows(IllegalArgumentException.class, () -> bench.engine.restore(image));
    }

    @Test
    void aVariableTheModelLacksIsRefused() {
        try (Bench bench = Bench.of(Bench.FIXED_32, 1, new Graded(new Phi.Identity(), true, false))) {
            assertThrows(IllegalArgumentException.class, () -> bench.engine.state("n", StateVariable.LAST_SIGN));
            assertThrows(IllegalArgumentException.class, () -> bench.engine.state("n", StateVariable.CURRENT));
            assertThrows(IllegalArgumentException.class, () -> bench.engine.state("in", StateVariable.SUM));
        }
    }
}
