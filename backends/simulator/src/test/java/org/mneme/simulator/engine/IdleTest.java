package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.Weights;

class IdleTest {
    private static final Graded ECHO = new Graded(new Phi.Identity(), false, false);

    private static Bench bench(NeuronModel model, int delay) {
        return new Bench(new GraphBuilder("idle", Bench.FIXED_32, 0.001)
                .population("in", 1, new Source(100))
                .population("n", 1, model)
                .projection("p", "in", "n", new Weights.Uniform(1), Ints.of(delay))
                .build());
    }

    @Test
    void ticksAtWhichNothingHappensAreSkipped() {
        for (int delay : new int[] {1, 63, 64, 65, 4095, 4096, 4097, 1_000_000_000}) {
            try (Bench bench = bench(ECHO, delay)) {
                bench.in(7, 3).in(1_000_000_000_000L, 4);
                assertEquals(
                        List.of(7 + delay + ":1=3", 1_000_000_000_000L + delay + ":1=4"),
                        bench.to(2_000_000_000_000L, 1));
                assertEquals(4, bench.engine.executedTicks());
                assertEquals(2_000_000_000_000L, bench.engine.tick());
                assertTrue(bench.engine.idle());
            }
        }
    }

    @Test
    void aMemorylessNeuronComesToRestTheTickAfterItsInputWhichIsNotExecuted() {
        try (Bench bench = bench(new Lif(Membrane.memoryless(Parameter.of(50))), 3)) {
            bench.in(0, 3);
            bench.to(4);
            assertFalse(bench.engine.idle());
            bench.to(5);
            assertTrue(bench.engine.idle());
            bench.to(1000);
            assertEquals(2, bench.engine.executedTicks(), "the input and its arrival");
        }
    }

    @Test
    void aLeakyNeuronIsTickedUntilItIsAtRest() {
        Membrane leaky = new Membrane(
                Decay.Fraction.of(4096),
                new Decay.Linear(Parameter.of(1)),
                Parameter.of(0),
                Parameter.of(50),
                new Membrane.Reset.Subtract(),
                Parameter.of(0),
                Parameter.of(0));
        try (Bench bench = bench(new Lif(leaky), 1)) {
            bench.in(0, 10);
            bench.to(11);
            assertFalse(bench.engine.idle());
            bench.to(1000);
            assertEquals(12, bench.engine.executedTicks());
            assertTrue(bench.engine.idle());
        }
    }

    @Test
    void aSpikeThatMeetsNoSynapseIsNotUnderWay() {
        Weights absent = new Weights.SignMatrix(
                BitMatrix.of(1, 1, (_, _) -> true),
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                Optional.of(Ints.of(-1, 0)),
                1,
                false);
        try (Bench bench = new Bench(new GraphBuilder("absent", Bench.FIXED_32, 0.001)
                .population("in", 2, new Source(100))
                .population("n", 1, ECHO)
                .projection("p", "in", "n", absent, Ints.of(9))
                .build())) {
            bench.spike("in", 0, 0, 1).to(1);
            assertTrue(bench.engine.idle());
            bench.spike("in", 1, 1, 1).to(2);
            assertFalse(bench.engine.idle());
            assertEquals(1, bench.engine.save().spikes().size());
        }
    }

    @Test
    void timeDoesNotRunBackwards() {
        try (Bench bench = bench(ECHO, 1)) {
            bench.to(5);
            assertThrows(IllegalArgumentException.class, () -> bench.engine.advance(4, (_, _, _) -> {}));
        }
    }
}
