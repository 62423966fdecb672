package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.lab.capacity.Procedure;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;

class FiniteSizeTest {
    private static final int TRIALS = 20;

    private static CapacityQuestion dense(Interaction f, int features, Learning learning) {
        SelfCoupling coupling = learning == Learning.HEBBIAN ? SelfCoupling.EXCLUDED : SelfCoupling.INCLUDED;
        return new CapacityQuestion(
                new Network.Dense(f, coupling, learning), features, 0, Measure.TRANSITION, Procedure.DESCENT, 1);
    }

    private static Expectation expected(Interaction f, int features, Learning learning) {
        return FiniteSize.of(dense(f, features, learning)).orElseThrow();
    }

    @Test
    void plainSimulationsAreExpectedWithinTenPercent() {
        for (PlainSimulations.Plain plain : PlainSimulations.ALL) {
            Expectation expected = expected(plain.interaction(), plain.features(), Learning.HEBBIAN);
            assertEquals(1, plain.mean() / expected.mean(), 0.1, plain.toString());
            assertEquals(1, plain.deviation() / expected.deviation(), 0.5, plain.toString());
            assertTrue(Band.of(expected, TRIALS).holds(plain.mean()), plain.toString());
        }
    }

    @Test
    void theBandOfOneDegreeDoesNotHoldAnother() {
        Band linear = Band.of(expected(new Interaction.Linear(), 40, Learning.HEBBIAN), TRIALS);
        Band square = Band.of(expected(new Interaction.Polynomial(2), 40, Learning.HEBBIAN), TRIALS);
        assertFalse(linear.holds(54), linear.toString());
        assertFalse(square.holds(6), square.toString());
        assertFalse(square.holds(90), square.toString());
    }

    @Test
    void theExponentialIsExpectedToEndAtCoincidences() {
        CapacityQuestion question = dense(new Interaction.Exponential(1), 14, Learning.HEBBIAN);
        assertEquals(
                FiniteSize.coincidenceBound(question).mean(),
                FiniteSize.of(question).orElseThrow().mean(),
                0.01);
    }

    @Test
    void thePseudoinverseIsExpectedToHoldAllIndependentPatterns() {
        assertTrue(
                expected(new Interaction.Linear(), 100, Learning.PSEUDOINVERSE).mean() >= 100);
        assertTrue(expected(new Interaction.Polynomial(2), 100, Learning.PSEUDOINVERSE)
                        .mean()
                > expected(new Interaction.Polynomial(2), 100, Learning.HEBBIAN).mean());
    }

    @Test
    void biasedPatternsHaveNoExpectation() {
        CapacityQuestion question = new CapacityQuestion(
                new Network.Dense(new Interaction.Linear(), SelfCoupling.INCLUDED, Learning.HEBBIAN),
                20,
                0.5,
                Measure.TRANSITION,
                Procedure.DESCENT,
                1);
        assertTrue(FiniteSize.of(question).isEmpty());
    }

    @Test
    void biasMakesPatternsCoincideSooner() {
        double fair = Coincidences.of(20, false, false).bound().mean();
        assertEquals(1, Coincidences.biasedBound(20, 0).mean() / fair, 0.01);
        assertTrue(Coincidences.biasedBound(20, 0.8).mean() < fair / 5);
    }
}
