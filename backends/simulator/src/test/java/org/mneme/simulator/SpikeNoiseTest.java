package org.mneme.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InvalidValueException;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Backends;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.Noise;

class SpikeNoiseTest {
    private static final String SIMULATOR = "simulator";
    private static final String DENSE = "dense";
    private static final long SEED = 7;

    /** Neurons that fire at every tick. */
    private static SpikingGraph alwaysFiring(int size) {
        Membrane membrane = new Membrane(
                Decay.Fraction.of(4096),
                Decay.Fraction.of(4096),
                Parameter.of(1),
                Parameter.of(0),
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(0),
                Parameter.of(0));
        return new GraphBuilder("on", new NumberDomain.Fixed(24), 0.001)
                .population("on", size, new Lif(membrane))
                .build();
    }

    /** A source and an identity that hears it. */
    private static SpikingGraph echo() {
        return new GraphBuilder("echo", new NumberDomain.Fixed(24), 0.001)
                .population("in", 1, new Source(9))
                .population("out", 1, new Graded(new Phi.Identity(), false, false))
                .projection("p", "in", "out", new Weights.Uniform(1), 1)
                .build();
    }

    private static Execution open(String backend, SpikingGraph graph, Noise noise, String flipped) {
        ExecutionOptions options = new ExecutionOptions(SEED, 1, Set.of("on", "in", "out"));
        return Backends.named(backend).open(graph, options.withNoise(noise, Set.of(flipped)));
    }

    private static List<List<Integer>> sent(String backend, Noise noise) {
        List<List<Integer>> ticks = new ArrayList<>();
        try (Execution execution = open(backend, alwaysFiring(4), noise, "on")) {
            for (int t = 0; t < 6; t++) {
                List<Integer> neurons = new ArrayList<>();
                execution.advance(t + 1, (_, neuron, _) -> neurons.add(neuron));
                ticks.add(neurons);
            }
            long count = ticks.stream().mapToInt(List::size).sum();
            assertEquals(count, execution.counters().spikes());
        }
        return ticks;
    }

    /** The lists are NumPy's, from its Philox by the recipe of docs/concepts/semantics.md. */
    @ParameterizedTest
    @ValueSource(strings = {SIMULATOR, DENSE})
    void drawsAreThoseThatNumPyRedraws(String backend) {
        assertEquals(
                List.of(List.of(), List.of(1, 2), List.of(1, 2, 3), List.of(0, 1, 2, 3), List.of(0, 2), List.of(2, 3)),
                sent(backend, new Noise(0.5, 0, 0, 1)));
        assertEquals(
                List.of(
                        List.of(0, 1, 2),
                        List.of(2, 3),
                        List.of(0, 1, 2, 3),
                        List.of(0, 1, 2, 3),
                        List.of(0, 2, 3),
                        List.of(0, 2, 3)),
                sent(backend, new Noise(0, 0.3, 0, 1)));
        assertEquals(
                List.of(
                        List.of(0, 2),
                        List.of(2, 3),
                        List.of(0, 1, 3),
                        List.of(1, 2),
                        List.of(0, 1, 2, 3),
                        List.of(0, 2, 3)),
                sent(backend, new Noise(0, 0, 0.6, 3)));
        assertEquals(
                List.of(List.of(0, 2), List.of(2, 3), List.of(0, 1, 3), List.of(1, 2, 3), List.of(0, 2, 3), List.of(3)),
                sent(backend, new Noise(0.3, 0.3, 0.5, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SIMULATOR, DENSE})
    void turnedGradedSpikesAreNegatedAndThoseOfSourcesSpared(String backend) {
        List<Double> payloads = new ArrayList<>();
        try (Execution execution = open(backend, echo(), new Noise(0, 1, 0, 1), "out")) {
            execution.inject(List.of(new SourceSpike("in", 3, 0, 5)));
            execution.advance(6, (_, _, payload) -> payloads.add(payload));
        }

        assertEquals(List.of(5.0, -5.0), payloads);
    }

    @ParameterizedTest
    @ValueSource(strings = {SIMULATOR, DENSE})
    void nothingIsIdleWhileASpikeIsHeldBack(String backend) {
        List<List<Number>> sent = new ArrayList<>();
        try (Execution execution = open(backend, echo(), new Noise(0, 0, 1, 1), "out")) {
            execution.inject(List.of(new SourceSpike("in", 3, 0, 5)));
            execution.advance(5, (tick, neuron, payload) -> sent.add(List.of(tick, neuron, payload)));

            assertFalse(execution.idle());
            assertEquals(1, execution.counters().spikes(), "of the source alone");
            assertEquals(1, execution.save().spikes().size());
            execution.advance(6, (tick, neuron, payload) -> sent.add(List.of(tick, neuron, payload)));
            assertTrue(execution.idle());
        }

        assertEquals(List.of(List.of(3L, 0, 5.0), List.of(5L, 1, 5.0)), sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {SIMULATOR, DENSE})
    void spikesWithoutAnotherSideCannotBeTurned(String backend) {
        Noise flips = new Noise(0, 0.1, 0, 1);

        assertEquals(
                "flip: 0.1 is not possible for on, whose spikes are neither graded nor on two rails; leave it out",
                assertThrows(InvalidValueException.class, () -> open(backend, alwaysFiring(3), flips, "on"))
                        .getMessage());
        assertThrows(InvalidValueException.class, () -> open(backend, echo(), flips, "in"));
    }
}
