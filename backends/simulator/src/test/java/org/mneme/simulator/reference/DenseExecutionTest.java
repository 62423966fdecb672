package org.mneme.simulator.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.ir.Weights;
import org.mneme.lower.SourceSpike;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.runtime.backend.InjectionException;

class DenseExecutionTest {
    private static GraphBuilder builder() {
        return new GraphBuilder("tiny", new NumberDomain.Fixed(24), 0.001).population("in", 2, new Source(5));
    }

    /** Two sources, two identities that each hear one of them: after 1 tick, and after 3. */
    private static SpikingGraph relay() {
        return builder()
                .population("out", 2, new Graded(new Phi.Identity(), false, false))
                .projection("relay", "in", "out", new Weights.OneToOne(Parameter.of(10)), Ints.of(1, 3))
                .build();
    }

    private static Execution open(SpikingGraph graph) {
        return new DenseBackend().open(graph, new ExecutionOptions(0, 1, Set.of("out")));
    }

    private static List<List<Number>> advance(Execution execution, long until) {
        List<List<Number>> spikes = new ArrayList<>();
        execution.advance(until, (tick, neuron, payload) -> spikes.add(List.of(tick, neuron, payload)));
        return spikes;
    }

    private static SourceSpike spike(long tick, int neuron, long payload) {
        return new SourceSpike("in", tick, neuron, payload);
    }

    @Test
    void spikesArriveADelayLaterPerTarget() {
        try (Execution execution = open(relay())) {
            execution.inject(List.of(spike(2, 1, -3), spike(2, 0, 5)));
            assertEquals(List.of(List.of(3L, 2, 50.0), List.of(5L, 3, -30.0)), advance(execution, 10));
            assertEquals(new Counters(4, 2, 0), execution.counters());
            assertArrayEquals(new double[] {50, -30}, execution.state("out", StateVariable.SUM));
            assertEquals(10, execution.tick());
        }
    }

    @Test
    void synapticEventsAreCountedAsTheyArriveAndOnlyWhereTheWeightIsNotZero() {
        SpikingGraph graph = builder()
                .population("out", 2, new Graded(new Phi.Identity(), false, false))
                .projection("a", "in", "out", new Weights.OneToOne(Parameter.perNeuron(0, 1)), 1)
                .projection("b", "in", "out", new Weights.Uniform(2), Ints.of(1, 4))
                .build();
        try (Execution execution = open(graph)) {
            execution.inject(List.of(spike(0, 0, 1), spike(0, 1, 1)));
            advance(execution, 2);
            assertEquals(3, execution.counters().synapticEvents());
            advance(execution, 5);
            assertEquals(5, execution.counters().synapticEvents());
        }
    }

    @Test
    void maskedZerosReachAndAbsentRowsDoNot() {
        Weights absent = new Weights.SignMatrix(
                BitMatrix.of(1, 2, (_, _) -> true),
                Optional.of(BitMatrix.of(1, 2, (_, _) -> false)),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.of(Ints.of(-1, 0)),
                1,
                false);
        SpikingGraph graph = builder()
                .population("out", 2, new Graded(new Phi.Identity(), false, true))
                .projection("signs", "in", "out", absent, 1)
                .build();
        try (Execution execution = open(graph)) {
            execution.inject(List.of(spike(0, 0, 1)));
            assertEquals(List.of(List.of(1L, 3, 0.0)), advance(execution, 3));
            assertEquals(0, execution.counters().synapticEvents());
        }
    }

    @Test
    void refusesWrongSourceSpikesWholly() {
        try (Execution execution = open(relay())) {
            execution.inject(List.of(spike(4, 1, 1)));
            advance(execution, 3);
            refused(execution, InjectionException.Reason.LATE, spike(2, 0, 1));
            refused(execution, InjectionException.Reason.DUPLICATE, spike(4, 1, 2));
            refused(execution, InjectionException.Reason.DUPLICATE, spike(5, 0, 1), spike(5, 0, 1));
            refused(execution, InjectionException.Reason.NO_SOURCE, new SourceSpike("out", 5, 0, 1));
            refused(execution, InjectionException.Reason.NO_SOURCE, new SourceSpike("none", 5, 0, 1));
            refused(execution, InjectionException.Reason.NO_NEURON, spike(5, 2, 1));
            refused(execution, InjectionException.Reason.NO_NEURON, spike(5, -1, 1));
            refused(execution, InjectionException.Reason.PAYLOAD, spike(5, 0, 0));
            refused(execution, InjectionException.Reason.PAYLOAD, spike(5, 0, 6));
            refused(execution, InjectionException.Reason.PAYLOAD, spike(5, 0, Long.MIN_VALUE));
            assertEquals(List.of(List.of(7L, 3, 10.0)), advance(execution, 20));
        }
    }

    private static void refused(Execution execution, InjectionException.Reason reason, SourceSpike... spikes) {
        List<SourceSpike> all = new ArrayList<>(List.of(spike(9, 0, 1)));
        all.addAll(List.of(spikes));
        InjectionException e = assertThrows(InjectionException.class, () -> execution.inject(all));
        assertEquals(reason, e.reason());
        assertEquals(spikes[spikes.length - 1], e.spike());
    }

    @Test
    void idleOnceNothingIsUnderWayAndAllAreAtRest() {
        try (Execution execution = open(relay())) {
            assertTrue(execution.idle());
            execution.inject(List.of(spike(2, 1, 1)));
            assertFalse(execution.idle());
            advance(execution, 5);
            assertFalse(execution.idle());
            advance(execution, 6);
            assertTrue(execution.idle());
        }
    }

    @Test
    void memorylessLifIsNotAtRestTheTickAfterInput() {
        SpikingGraph graph = builder()
                .population("out", 2, new Lif(Membrane.memoryless(Parameter.of(100))))
                .projection("j", "in", "out", new Weights.OneToOne(Parameter.of(1)), 1)
                .build();
        try (Execution execution = open(graph)) {
            execution.inject(List.of(spike(0, 0, 1)));
            advance(execution, 2);
            assertFalse(execution.idle());
            advance(execution, 3);
            assertTrue(execution.idle());
        }
    }

    @Test
    void restoredImageGoesOnLikeTheUninterruptedRun() {
        try (Execution whole = open(relay());
                Execution second = open(relay())) {
            whole.inject(List.of(spike(2, 1, 2), spike(3, 0, 1), spike(9, 0, 4)));
            advance(whole, 4);
            ExecutionImage image = whole.save();
            assertEquals(3, image.spikes().size());
            second.restore(image);
            assertEquals(advance(whole, 12), advance(second, 12));
            assertEquals(whole.counters(), second.counters());
        }
    }

    @Test
    void refusesImagesOfAnotherShape() {
        try (Execution execution = open(relay())) {
            ExecutionImage good = execution.save();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> execution.restore(new ExecutionImage(0, List.of(), List.of(), Counters.NONE)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> execution.restore(
                            new ExecutionImage(0, List.of(Map.of(), Map.of()), List.of(), Counters.NONE)));
            List<ExecutionImage.ImageSpike> noSource = List.of(new ExecutionImage.ImageSpike(3, 2, 1));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> execution.restore(new ExecutionImage(0, good.states(), noSource, Counters.NONE)));
        }
    }

    @Test
    void asksForUnknownStateAndPastTicksAreErrors() {
        try (Execution execution = open(relay())) {
            advance(execution, 2);
            assertThrows(IllegalArgumentException.class, () -> advance(execution, 1));
            assertThrows(IllegalArgumentException.class, () -> execution.state("out", StateVariable.POTENTIAL));
            assertThrows(NoSuchElementException.class, () -> execution.state("none", StateVariable.SUM));
        }
    }
}
