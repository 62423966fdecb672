package org.mneme.simulator.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mneme.bits.BitMatrix;
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

class RealArithmeticTest {
    private final Cell cell = new Cell();

    private Arithmetic.Outcome step(NeuronModel model, long word, Arithmetic.Input... inputs) {
        return Arithmetic.of(new NumberDomain.Real()).step(model, 0, cell, List.of(inputs), word);
    }

    private static Arithmetic.Input input(double a) {
        return new Arithmetic.Input(new Weights.Uniform(1), List.of(new Arithmetic.Synapse(a, 1)));
    }

    private double payload(Phi phi, double a) {
        return step(new Graded(phi, false, true), 0, input(a)).payload();
    }

    @Test
    void signMatrixCountsADistinctPayloadBeforeItMultiplies() {
        double s = 0.3;
        Weights matrix = new Weights.SignMatrix(
                BitMatrix.of(1, 4, (_, _) -> true),
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.empty(),
                s,
                false);
        List<Arithmetic.Synapse> met = List.of(
                new Arithmetic.Synapse(s, 0.1),
                new Arithmetic.Synapse(-s, 0.7),
                new Arithmetic.Synapse(s, 0.1),
                new Arithmetic.Synapse(s, 0.1),
                new Arithmetic.Synapse(0, 0.7),
                new Arithmetic.Synapse(-s, -1.9));
        step(new Graded(new Phi.Identity(), false, false), 0, new Arithmetic.Input(matrix, met));
        assertEquals((1.9 + 0.1 * 3 + -0.7) * s, cell.x);
    }

    @Test
    void otherFormsSumAscendingBySourceThenByProjection() {
        Arithmetic.Input first = new Arithmetic.Input(
                new Weights.Uniform(1),
                List.of(
                        new Arithmetic.Synapse(1e16, 1),
                        new Arithmetic.Synapse(1, 1),
                        new Arithmetic.Synapse(-1e16, 1)));
        step(new Graded(new Phi.Identity(), false, false), 0, first, input(0.25));
        assertEquals(0.25, cell.x);
    }

    @Test
    void decayIsOneRoundedProduct() {
        Lif lif = new Lif(new Membrane(
                Decay.Fraction.of(1000),
                Decay.Fraction.of(4096),
                Parameter.of(0.5),
                Parameter.of(10),
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0)));
        step(lif, 0, input(0.1));
        step(lif, 0);
        assertEquals(0.1 * (3096 / 4096.0), cell.u);
        assertEquals(0.1 * (3096 / 4096.0) + 0.5, cell.v);
    }

    @Test
    void nothingSaturates() {
        assertEquals(
                0,
                step(new Lif(Membrane.memoryless(Parameter.of(0))), 0, input(1e300))
                        .saturations());
        assertEquals(1e300, cell.u);
    }

    @Test
    void powersAreRepeatedMultiplication() {
        Phi power = new Phi.Power(Parameter.of(3), Parameter.of(10), 3);
        assertEquals(3 * (0.7 * 0.7 * 0.7), payload(power, 7));
    }

    @Test
    void exponentialIsScaledAndCentred() {
        Phi exponential = new Phi.Exponential(Parameter.of(2), Parameter.of(4), 1.5, 0.25);
        assertEquals(2 * StrictMath.exp(1.5 * (3 / 4.0 - 0.25)), payload(exponential, 3));
    }

    @Test
    void stepIncludesItsEdge() {
        Phi step = new Phi.Step(Parameter.of(6), Parameter.of(0.5));
        assertEquals(6, payload(step, 0.5));
        assertEquals(0, payload(step, Math.nextDown(0.5)));
    }

    @Test
    void escapeComparesTheWordWithTheProbability() {
        Escape escape =
                new Escape(Membrane.memoryless(Parameter.of(0)), new Escape.Hazard.Exponential(StrictMath.log(2), 1));
        assertTrue(step(escape, (1L << 31) - 1, input(0)).spikes());
        assertFalse(step(escape, (1L << 31) + 1, input(0)).spikes());
    }
}
