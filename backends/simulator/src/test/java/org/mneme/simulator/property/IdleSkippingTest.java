package org.mneme.simulator.property;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
import org.mneme.simulator.reference.DenseBackend;

/** Idle stretches change nothing; the timeout only guards against an engine that visits every tick of 10¹⁵. */
@Timeout(120)
class IdleSkippingTest {
    private static final long MILLION = 1_000_000;

    /** A leaky neuron that comes to rest, a counter that never forgets, and a sign. */
    private static SpikingGraph graph() {
        Membrane leaky = new Membrane(
                Decay.Fraction.of(100),
                new Decay.Linear(Parameter.of(1)),
                Parameter.of(0),
                Parameter.of(40),
                new Membrane.Reset.Subtract(),
                Parameter.of(-20),
                Parameter.of(3));
        return new GraphBuilder("idle", new NumberDomain.Fixed(24), 0.001)
                .population("in", 1, new Source(1))
                .population("leaky", 1, new Lif(leaky))
                .population("counter", 1, new Lif(Membrane.integrator(Parameter.of(100), 0, 0)))
                .population("sign", 1, new Graded(new Phi.Sign(), false, false))
                .projection("a", "in", "leaky", new Weights.Uniform(30), 1)
                .projection("b", "leaky", "counter", new Weights.Uniform(3), 9)
                .projection("c", "leaky", "sign", new Weights.Uniform(-1), 2)
                .build();
    }

    private static Case silentForAMillionTicks() {
        List<SourceSpike> ends = List.of(
                new SourceSpike("in", 3, 0, 1),
                new SourceSpike("in", 4, 0, 1),
                new SourceSpike("in", MILLION - 50, 0, 1),
                new SourceSpike("in", MILLION - 49, 0, 1));
        // An even key that 5 does not divide: nothing is left unrecorded.
        return new Case(0, graph(), ends, MILLION, 2);
    }

    @Test
    void aMillionSilentTicksEqualTheDenseSteppers() {
        Case given = silentForAMillionTicks();
        try (Run expected = new Run(new DenseBackend(), given);
                Run actual = new Run(Engine.backend(), given)) {
            expected.inject(0, given.ticks());
            actual.inject(0, given.ticks());
            assertEquals(expected.advance(MILLION), actual.advance(MILLION));
            assertTrue(expected.counters().spikes() > 6);
            for (Run.Probe probe : Run.probes(given)) {
                assertArrayEquals(expected.state(probe), actual.state(probe), probe.toString());
            }
            assertEquals(expected.counters(), actual.counters());
        }
    }

    @Test
    void tenToTheFifteenSilentTicksAreSkipped() {
        Case given = silentForAMillionTicks();
        try (Run engine = new Run(Engine.backend(), given);
                Run dense = new Run(new DenseBackend(), given)) {
            engine.inject(0, 100);
            dense.inject(0, 100);
            long far = 1_000_000_000_000_000L;
            assertEquals(dense.advance(2000), engine.advance(far));
            assertTrue(engine.execution().idle());
            assertEquals(far, engine.execution().tick());
            for (Run.Probe probe : Run.probes(given)) {
                assertArrayEquals(dense.state(probe), engine.state(probe), probe.toString());
            }
        }
    }

    @Test
    void restingNeuronsWakeInRandomGraphsWithLongSilences() {
        for (long seed = 1000; seed < 1060; seed++) {
            Case random = RandomGraphs.of(seed);
            List<SourceSpike> late = random.input().stream()
                    .map(s -> s.tick() < 20
                            ? s
                            : new SourceSpike(s.population(), s.tick() + 1000, s.neuron(), s.payload()))
                    .toList();
            Case given = new Case(seed, random.graph(), late, random.ticks() + 1000, random.executionSeed());
            assertEquals(Optional.empty(), Suite.difference(Engine.backend(), given), "seed " + seed);
        }
    }
}
