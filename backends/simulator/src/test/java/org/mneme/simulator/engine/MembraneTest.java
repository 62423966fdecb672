package org.mneme.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.IntTable;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.StateVariable;

/** Neuron 0 of the inputs has global id 0, that of the neurons tested id 1. */
class MembraneTest {
    private static final Decay NO_MEMORY = Decay.Fraction.of(4096);
    private static final Decay PERFECT = Decay.Fraction.of(0);

    private static Membrane membrane(
            Decay u, Decay v, double bias, double theta, Membrane.Reset reset, double floor, int ref) {
        return new Membrane(
                u, v, Parameter.of(bias), Parameter.of(theta), reset, Parameter.of(floor), Parameter.of(ref));
    }

    private static Membrane.Reset hard(double value) {
        return new Membrane.Reset.Hard(Parameter.of(value));
    }

    private static Bench fixed(Membrane membrane) {
        return Bench.of(Bench.FIXED_32, 1, new Lif(membrane));
    }

    @Test
    void spikesOnlyStrictlyAboveTheThreshold() {
        for (NumberDomain domain : List.of(Bench.FIXED_24, Bench.REAL)) {
            try (Bench bench = Bench.of(domain, 1, new Lif(Membrane.memoryless(Parameter.of(5))))) {
                bench.in(0, 4, 5, 6, 7);
                assertEquals(List.of("3:1=1", "4:1=1"), bench.to(9, 1));
            }
        }
    }

    @Test
    void aFractionalDecayTruncatesTowardZero() {
        try (Bench bench = fixed(membrane(NO_MEMORY, Decay.Fraction.of(2048), 0, 100, hard(0), -100, 0))) {
            bench.in(0, -7);
            assertEquals("0 -7 -3 -1 0 0", bench.trace(StateVariable.POTENTIAL, 6));
            bench.in(6, 7);
            assertEquals("0 7 3 1 0 0", bench.trace(StateVariable.POTENTIAL, 6));
        }
    }

    @Test
    void aRealDecayIsOneProduct() {
        try (Bench bench = Bench.of(
                Bench.REAL, 1, new Lif(membrane(NO_MEMORY, Decay.Fraction.of(1000), 0, 100, hard(0), -100, 0)))) {
            bench.in(0, -7);
            bench.to(3);
            assertEquals(-7 * (3096 / 4096.0), bench.engine.state("n", StateVariable.POTENTIAL)[0]);
        }
    }

    @Test
    void aLinearLeakStopsAtZero() {
        for (NumberDomain domain : List.of(Bench.FIXED_24, Bench.REAL)) {
            Decay leak = new Decay.Linear(Parameter.of(2));
            try (Bench bench = Bench.of(domain, 1, new Lif(membrane(NO_MEMORY, leak, 0, 100, hard(0), -100, 0)))) {
                bench.in(0, 5);
                assertEquals("0 5 3 1 0 0", bench.trace(StateVariable.POTENTIAL, 6));
                bench.in(6, -5);
                assertEquals("0 -5 -3 -1 0 0", bench.trace(StateVariable.POTENTIAL, 6));
            }
        }
    }

    @Test
    void theCurrentDecaysBeforeInputIsAdded() {
        try (Bench bench = fixed(membrane(Decay.Fraction.of(1024), NO_MEMORY, 0, 100, hard(0), -100, 0))) {
            bench.in(0, 8, 8);
            assertEquals("0 8 14 10 7", bench.trace(StateVariable.CURRENT, 5));
        }
    }

    @Test
    void refractoryTicksFreezeThePotentialButNotTheCurrent() {
        try (Bench bench = fixed(membrane(PERFECT, PERFECT, 0, 9, hard(0), -100, 2))) {
            bench.in(0, 10, 1, 1);
            bench.to(2);
            assertEquals("10 0 2", state(bench));
            bench.to(3);
            assertEquals("11 0 1", state(bench));
            bench.to(4);
            assertEquals("12 0 0", state(bench));
            bench.to(5);
            assertEquals("12 0 2", state(bench));
            assertEquals(List.of("0:0=10", "1:0=1", "1:1=1", "2:0=1", "4:1=1"), bench.spikes());
        }
    }

    private static String state(Bench bench) {
        return bench.state("n", StateVariable.CURRENT) + " " + bench.state("n", StateVariable.POTENTIAL) + " "
                + bench.state("n", StateVariable.REFRACTORY);
    }

    @Test
    void aBiasedNeuronSpikesEveryRefractoryPlusOneTicks() {
        for (NumberDomain domain : List.of(Bench.FIXED_32, Bench.REAL)) {
            try (Bench bench = Bench.of(domain, 1, new Lif(membrane(NO_MEMORY, PERFECT, 1, 0, hard(0), 0, 2)))) {
                assertEquals(List.of("0:1=1", "3:1=1", "6:1=1"), bench.to(9));
            }
        }
    }

    @Test
    void thePotentialStopsAtTheFloor() {
        for (NumberDomain domain : List.of(Bench.FIXED_32, Bench.REAL)) {
            try (Bench bench = Bench.of(domain, 1, new Lif(membrane(NO_MEMORY, PERFECT, 0, 9, hard(0), -4, 0)))) {
                bench.in(0, -3, -3, 5);
                assertEquals("0 -3 -4 1", bench.trace(StateVariable.POTENTIAL, 4));
            }
        }
    }

    @Test
    void aSubtractingResetKeepsTheExcess() {
        for (NumberDomain domain : List.of(Bench.FIXED_32, Bench.REAL)) {
            try (Bench bench = Bench.of(
                    domain, 1, new Lif(membrane(NO_MEMORY, PERFECT, 0, 3, new Membrane.Reset.Subtract(), 0, 0)))) {
                bench.in(0, 9);
                assertEquals("0 6 3 3", bench.trace(StateVariable.POTENTIAL, 4));
                assertEquals(List.of("0:0=9", "1:1=1", "2:1=1"), bench.spikes());
            }
        }
    }

    @Test
    void aHardResetForgetsTheExcess() {
        try (Bench bench = fixed(membrane(NO_MEMORY, PERFECT, 0, 3, hard(2), 0, 0))) {
            bench.in(0, 9);
            assertEquals("0 2 2", bench.trace(StateVariable.POTENTIAL, 3));
        }
    }

    @Test
    void statesSaturateAndEachAssignmentIsCountedOnce() {
        int max = (1 << 23) - 1;
        try (Bench bench =
                Bench.of(Bench.FIXED_24, 1, new Lif(membrane(NO_MEMORY, PERFECT, 0, max, hard(0), -max - 1, 0)))) {
            bench.in(0, max, 1);
            bench.to(2);
            assertEquals(0, bench.engine.counters().saturations());
            bench.to(3);
            assertEquals(String.valueOf(max), bench.state("n", StateVariable.POTENTIAL));
            assertEquals(1, bench.engine.counters().saturations());
            bench.in(3, -max - 1L, -1 - max - 1L, -1);
            bench.to(7);
            assertEquals(String.valueOf(-max - 1), bench.state("n", StateVariable.POTENTIAL));
            assertEquals(4, bench.engine.counters().saturations());
        }
    }

    @Test
    void aNeuronPressedAgainstTheEndOfItsRangeIsNotAtRest() {
        int max = (1 << 23) - 1;
        try (Bench bench =
                Bench.of(Bench.FIXED_24, 1, new Lif(membrane(NO_MEMORY, PERFECT, max, max, hard(0), -max - 1, 0)))) {
            bench.to(10);
            assertEquals(9, bench.engine.counters().saturations());
            assertFalse(bench.engine.idle());
        }
    }

    @Test
    void anEscapeTableFiresIffTheWordIsBelowTheClampedEntry() {
        IntTable half = IntTable.of(-1, 0, 1 << 31, -1);
        try (Bench bench = Bench.of(
                Bench.FIXED_32, 1, new Escape(Membrane.memoryless(Parameter.of(10)), new Escape.Hazard.Table(half)))) {
            int expected = 0;
            for (int t = 1; t <= 200; t++) {
                bench.spike("in", t - 1, 0, 10);
                expected += Philox.word32(Bench.SEED, t, 1, 0) < 1L << 31 ? 1 : 0;
            }
            assertEquals(expected, bench.to(300, 1).size());
            assertTrue(bench.engine.idle(), "v − θ = −10 is clamped to the entry 0");
            bench.in(300, 500);
            assertEquals(1, bench.to(303, 1).size(), "v − θ = 490 is clamped to the largest entry");
        }
    }

    @Test
    void anExponentialHazardFiresWithItsProbability() {
        double theta = 10;
        double probability = 1 - StrictMath.exp(-(0.5 * StrictMath.exp((8 - theta) / 4)));
        Escape model = new Escape(Membrane.memoryless(Parameter.of(theta)), new Escape.Hazard.Exponential(0.5, 4));
        try (Bench bench = Bench.of(Bench.REAL, 1, model)) {
            int expected = 0;
            for (int t = 1; t <= 200; t++) {
                bench.spike("in", t - 1, 0, 8);
                expected += Philox.word32(Bench.SEED, t, 1, 0) * 0x1p-32 < probability ? 1 : 0;
            }
            bench.to(1);
            assertEquals(expected, bench.to(201, 1).size());
            assertFalse(bench.engine.idle());
        }
    }
}
