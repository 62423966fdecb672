package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.InjectionException;
import org.mneme.simulator.reference.DenseBackend;

/** Corners that random graphs meet too seldom. */
class CornersTest {
    private static final int SOURCES = 4;

    private static Case driven(NeuronModel model, double weight, long payload, int ticks) {
        GraphBuilder builder = new GraphBuilder("corner", new NumberDomain.Fixed(32), 0.001)
                .population("in", SOURCES, new Source(Integer.MAX_VALUE))
                .population("out", 3, model)
                .projection("j", "in", "out", new Weights.Uniform(weight), 1);
        List<SourceSpike> input = new ArrayList<>();
        for (int t = 0; t < ticks; t++) {
            for (int i = 0; i < SOURCES; i++) {
                input.add(new SourceSpike("in", t, i, t % 3 == 2 ? -payload : payload));
            }
        }
        return new Case(0, builder.build(), input, ticks, 2);
    }

    private static Membrane keeping(Membrane.Reset reset, double bias, double theta) {
        return new Membrane(
                Decay.Fraction.of(0),
                Decay.Fraction.of(0),
                Parameter.of(bias),
                Parameter.of(theta),
                reset,
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
    }

    @Test
    void inputSumsNextToTheLongestSaturate() {
        double weight = Math.floor(Long.MAX_VALUE / 4.0 / Integer.MAX_VALUE) - 1;
        Lif lif = new Lif(keeping(new Membrane.Reset.Subtract(), 0, 100));
        assertEquals(Optional.empty(), difference(driven(lif, weight, Integer.MAX_VALUE, 9)));
        Graded graded = new Graded(new Phi.Identity(), true, false);
        assertEquals(Optional.empty(), difference(driven(graded, weight, Integer.MAX_VALUE, 9)));
    }

    @Test
    void restingAtTheSaturatedEndStillCountsSaturations() {
        Lif lif = new Lif(keeping(new Membrane.Reset.Hard(Parameter.of(0)), 1 << 30, 1L << 40));
        Case given = new Case(0, driven(lif, 0, 1, 1).graph(), List.of(), 40, 2);
        assertEquals(Optional.empty(), difference(given));
    }

    @Test
    void negativeThresholdsSpikeWithoutInput() {
        Lif lif = new Lif(keeping(new Membrane.Reset.Hard(Parameter.of(-9)), 2, -3));
        Case given = new Case(0, driven(lif, 0, 1, 1).graph(), List.of(), 40, 2);
        assertEquals(Optional.empty(), difference(given));
    }

    @Test
    void delaysLongerThanAnyRingOfTicksAreKept() {
        int[] delays = {1, 2, 63, 64, 65, 128, 4095, 4096, 4097, 8193, 20_000};
        SpikingGraph graph = new GraphBuilder("far", new NumberDomain.Fixed(24), 0.001)
                .population("in", 3, new Source(9))
                .population("out", delays.length, new Graded(new Phi.Identity(), false, false))
                .projection("far", "in", "out", new Weights.Uniform(2), Ints.of(delays))
                .projection("back", "out", "out", new Weights.OneToOne(Parameter.of(-1)), 5000)
                .build();
        List<SourceSpike> input = new ArrayList<>();
        for (int tick : new int[] {0, 1, 64, 100, 4096, 4097, 8200, 12_288}) {
            input.add(new SourceSpike("in", tick, tick % 3, 1 + tick % 7));
        }
        assertEquals(Optional.empty(), difference(new Case(0, graph, input, 16_000, 2)));
        assertEquals(Optional.empty(), difference(new Case(0, graph, input, 16_000, 3)));
    }

    @Test
    void bothRefuseTheSameSourceSpikes() {
        Case given = driven(new Lif(Membrane.memoryless(Parameter.of(1))), 1, 1, 0);
        List<SourceSpike> wrong = List.of(
                new SourceSpike("in", 2, 0, 1),
                new SourceSpike("in", 7, 1, 1),
                new SourceSpike("out", 9, 0, 1),
                new SourceSpike("nowhere", 9, 0, 1),
                new SourceSpike("in", 9, SOURCES, 1),
                new SourceSpike("in", 9, -1, 1),
                new SourceSpike("in", 9, 0, 0),
                new SourceSpike("in", 9, 0, 1L << 31),
                new SourceSpike("in", 9, 0, Long.MIN_VALUE));
        try (Run dense = new Run(new DenseBackend(), given);
                Run engine = new Run(Engine.backend(), given)) {
            for (Run run : List.of(dense, engine)) {
                run.execution().inject(List.of(new SourceSpike("in", 7, 1, 3)));
                run.advance(5);
            }
            for (SourceSpike spike : wrong) {
                Optional<InjectionException.Reason> expected = refusal(dense.execution(), spike);
                assertTrue(expected.isPresent(), spike.toString());
                assertEquals(expected, refusal(engine.execution(), spike), spike.toString());
            }
            assertEquals(dense.advance(20), engine.advance(20));
            assertEquals(4, dense.counters().spikes());
        }
    }

    private static Optional<InjectionException.Reason> refusal(Execution execution, SourceSpike spike) {
        try {
            execution.inject(List.of(new SourceSpike("in", 12, 2, 5), spike));
            return Optional.empty();
        } catch (InjectionException e) {
            return Optional.of(e.reason());
        }
    }

    private static Optional<String> difference(Case given) {
        return Suite.difference(Engine.backend(), given);
    }
}
