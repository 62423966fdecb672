package org.mneme.simulator.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;

class FixedArithmeticTest {
    private static final long MAX = (1 << 23) - 1;
    private static final Decay NO_MEMORY = Decay.Fraction.of(4096);
    private static final Decay ALL_MEMORY = Decay.Fraction.of(0);

    private final Cell cell = new Cell();

    private Arithmetic.Outcome step(NeuronModel model, long... inputs) {
        List<Arithmetic.Synapse> met = Arrays.stream(inputs)
                .mapToObj(a -> new Arithmetic.Synapse(a, 1))
                .toList();
        return Arithmetic.of(new NumberDomain.Fixed(24))
                .step(model, 0, cell, List.of(new Arithmetic.Input(new Weights.Uniform(1), met)), 7);
    }

    private static Membrane membrane(
            Decay u, Decay v, double theta, Membrane.Reset reset, double floor, int refractory) {
        return new Membrane(
                u, v, Parameter.of(0), Parameter.of(theta), reset, Parameter.of(floor), Parameter.of(refractory));
    }

    private static Membrane.Reset hard(double value) {
        return new Membrane.Reset.Hard(Parameter.of(value));
    }

    @Test
    void lifSpikesOnlyStrictlyAboveThreshold() {
        Lif lif = new Lif(Membrane.memoryless(Parameter.of(5)));
        assertEquals(new Arithmetic.Outcome(false, 0, 0), step(lif, 5));
        assertEquals(5, cell.v);
        assertEquals(new Arithmetic.Outcome(true, 1, 0), step(lif, 6));
        assertEquals(0, cell.v);
    }

    @Test
    void decayTruncatesTowardZeroOnBothSides() {
        Lif lif = new Lif(membrane(Decay.Fraction.of(2048), NO_MEMORY, 100, hard(0), Double.NEGATIVE_INFINITY, 0));
        step(lif, -3);
        step(lif);
        assertEquals(-1, cell.u);
        step(lif);
        assertEquals(0, cell.u);
        step(lif, 3);
        step(lif);
        assertEquals(1, cell.u);
    }

    @Test
    void linearLeakStopsAtZero() {
        Lif lif = new Lif(
                membrane(NO_MEMORY, new Decay.Linear(Parameter.of(2)), 100, hard(0), Double.NEGATIVE_INFINITY, 0));
        step(lif, 3);
        step(lif);
        assertEquals(1, cell.v);
        step(lif);
        assertEquals(0, cell.v);
        step(lif, -1);
        step(lif);
        assertEquals(0, cell.v);
    }

    @Test
    void subtractResetKeepsTheExcess() {
        Lif lif = new Lif(
                membrane(NO_MEMORY, ALL_MEMORY, 10, new Membrane.Reset.Subtract(), Double.NEGATIVE_INFINITY, 0));
        assertTrue(step(lif, 25).spikes());
        assertEquals(15, cell.v);
        assertTrue(step(lif).spikes());
        assertEquals(5, cell.v);
    }

    @Test
    void refractoryTicksFreezeVButNotU() {
        Lif lif = new Lif(membrane(ALL_MEMORY, ALL_MEMORY, 10, hard(2), -5, 2));
        assertTrue(step(lif, 11).spikes());
        assertEquals(2, cell.ref);
        step(lif, 100);
        assertEquals(List.of(111.0, 2.0, 1.0), List.of(cell.u, cell.v, cell.ref));
        assertEquals(new Arithmetic.Outcome(false, 0, 0), step(lif));
        assertEquals(0, cell.ref);
        assertTrue(step(lif).spikes());
    }

    @Test
    void floorBoundsVFromBelow() {
        Lif lif = new Lif(membrane(NO_MEMORY, ALL_MEMORY, 10, hard(0), -5, 0));
        step(lif, -9);
        assertEquals(-5, cell.v);
        step(lif, 6);
        assertEquals(1, cell.v);
    }

    @Test
    void saturationIsCountedOnceAVariable() {
        Lif lif = new Lif(membrane(NO_MEMORY, ALL_MEMORY, 1L << 40, hard(0), Double.NEGATIVE_INFINITY, 0));
        assertEquals(0, step(lif, MAX).saturations());
        assertEquals(1, step(lif, 1).saturations());
        assertEquals(MAX, cell.v);
        assertEquals(2, step(lif, MAX, 1).saturations());
        assertEquals(1, step(lif, -MAX, -2).saturations());
        assertEquals(-MAX - 1, cell.u);
        assertEquals(-1, cell.v);
    }

    @Test
    void sumsBeyondTheStatesAreExact() {
        Lif lif = new Lif(Membrane.memoryless(Parameter.of(0)));
        assertEquals(0, step(lif, Long.MAX_VALUE / 2, 5, -(Long.MAX_VALUE / 2)).saturations());
        assertEquals(5, cell.u);
    }

    @Test
    void gradedKeepsXUntilReachedAgain() {
        Graded graded = new Graded(new Phi.Identity(), false, false);
        assertEquals(new Arithmetic.Outcome(true, 4, 0), step(graded, 4));
        assertEquals(Arithmetic.Outcome.NOTHING, step(graded));
        assertEquals(4, cell.x);
        assertEquals(new Arithmetic.Outcome(false, 0, 0), step(graded, 0));
        assertEquals(0, cell.x);
    }

    @Test
    void retainingGradedIntegratesAndSaturates() {
        Graded graded = new Graded(new Phi.Identity(), true, false);
        step(graded, MAX - 1);
        assertEquals(new Arithmetic.Outcome(true, MAX, 0), step(graded, 1));
        assertEquals(new Arithmetic.Outcome(true, MAX, 1), step(graded, 1));
    }

    @Test
    void signOfZeroRepeatsTheLastSignSent() {
        Graded graded = new Graded(new Phi.Sign(), false, false);
        assertEquals(Arithmetic.Outcome.NOTHING, step(graded, 0));
        assertEquals(new Arithmetic.Outcome(true, -1, 0), step(graded, -8));
        assertEquals(new Arithmetic.Outcome(true, -1, 0), step(graded, 3, -3));
        assertEquals(-1, cell.sign);
        assertEquals(new Arithmetic.Outcome(true, 1, 0), step(graded, 2));
    }

    @Test
    void sendZeroSendsPayloadZeroWhenReached() {
        Graded graded = new Graded(new Phi.Sign(), false, true);
        assertEquals(new Arithmetic.Outcome(true, 0, 0), step(graded, 0));
        assertEquals(0, cell.sign);
        assertEquals(Arithmetic.Outcome.NOTHING, step(graded));
    }

    @Test
    void tableClampsToItsEnds() {
        Phi.Table table = new Phi.Table(List.of(IntTable.of(0, 1), IntTable.of(-1, -7, 0, 9)), Ints.of(1));
        Graded graded = new Graded(table, false, false);
        assertEquals(new Arithmetic.Outcome(true, -7, 0), step(graded, -50));
        assertEquals(new Arithmetic.Outcome(false, 0, 0), step(graded, 0));
        assertEquals(new Arithmetic.Outcome(true, 9, 0), step(graded, 50));
    }

    @Test
    void escapeFiresIffTheWordIsBelowTheEntry() {
        // The word of these tests is 7.
        Escape escape = new Escape(
                Membrane.memoryless(Parameter.of(10)), new Escape.Hazard.Table(IntTable.of(-1, 7, 8, 0x80000000)));
        assertEquals(new Arithmetic.Outcome(false, 0, 0), step(escape, 9));
        assertEquals(9, cell.v);
        assertEquals(new Arithmetic.Outcome(true, 1, 0), step(escape, 10));
        assertEquals(new Arithmetic.Outcome(true, 1, 0), step(escape, 99));
    }
}
