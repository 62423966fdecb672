package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class CapacityTheoryTest {
    @Test
    void transitionCapacitiesAreThePublishedOnes() {
        assertEquals(72, Math.round(CapacityTheory.polynomialTransition(40, 2)));
        assertEquals(147, Math.round(CapacityTheory.polynomialTransition(60, 2)));
        assertEquals(265, Math.round(CapacityTheory.polynomialTransition(30, 3)));
        assertEquals(337, Math.floor(CapacityTheory.exponentialTransition(12)));
        assertEquals(1226, Math.round(CapacityTheory.exponentialTransition(14)));
        assertEquals(1.964, CapacityTheory.BETA, 5e-4);
    }

    @Test
    void sequenceCapacityOfAPolynomialIsTheTransitionCapacityOverDegreePlusOne() {
        assertEquals(CapacityTheory.polynomialTransition(100, 3), 4 * CapacityTheory.polynomialSequence(100, 3), 1e-9);
        // β^(N−1)/(2 ln N) against β^(N−1)/(2 N ln β).
        double ratio = CapacityTheory.exponentialTransition(20) / CapacityTheory.exponentialSequence(20);
        assertEquals(20 * Math.log(CapacityTheory.BETA) / Math.log(20), ratio, 1e-9);
    }

    @Test
    void mixedPolynomialHasAGammaForEachOrderOfDegrees() {
        double lambda = 2.5;
        double scale = 1.5 * 1.5 / (2 * Math.log(50));
        assertEquals(scale * 50 / 1, CapacityTheory.mixedPolynomialTransition(50, 1, 2, lambda), 1e-9);
        assertEquals(scale * 50 / 6.25, CapacityTheory.mixedPolynomialTransition(50, 3, 1, lambda), 1e-9);
        assertEquals(scale * 50 / 7.25, CapacityTheory.mixedPolynomialTransition(50, 1, 1, lambda), 1e-9);
        assertEquals(scale * 2500 / (7.25 * 3 + 5), CapacityTheory.mixedPolynomialTransition(50, 2, 2, lambda), 1e-9);
        assertEquals(
                scale * 6250000 / (7.25 * 105 + 45), CapacityTheory.mixedPolynomialTransition(50, 4, 4, lambda), 1e-6);
        double transition = CapacityTheory.mixedPolynomialTransition(50, 3, 2, lambda);
        assertEquals(transition / 2, CapacityTheory.mixedPolynomialSequence(50, 3, 2, lambda), 1e-9);
        assertEquals(transition / 3, CapacityTheory.mixedPolynomialSequenceByUnionBound(50, 3, 2, lambda), 1e-9);
    }

    @Test
    void mixedCapacitiesHaveALimitAtLargeLambda() {
        double dense = CapacityTheory.exponentialTransition(15);
        for (double lambda : new double[] {1e99, 1e160, Double.MAX_VALUE}) {
            assertEquals(dense, CapacityTheory.mixedExponentialTransition(15, lambda), dense * 1e-15);
            double expected = 50 / (2 * Math.log(50));
            assertEquals(expected, CapacityTheory.mixedPolynomialTransition(50, 1, 1, lambda), 1e-9);
            assertEquals(expected, CapacityTheory.mixedPolynomialTransition(50, 3, 1, lambda), 1e-9);
        }
        assertEquals(Double.POSITIVE_INFINITY, CapacityTheory.mixedPolynomialTransition(50, 1, 3, 1e160));
    }

    @Test
    void mixedExponentialHasAShareOfTheDenseCapacity() {
        double share = 2.25 / 7.25;
        assertEquals(
                share,
                CapacityTheory.mixedExponentialTransition(15, 2.5) / CapacityTheory.exponentialTransition(15),
                1e-12);
        assertEquals(
                share,
                CapacityTheory.mixedExponentialSequence(15, 2.5) / CapacityTheory.exponentialSequence(15),
                1e-12);
    }

    @Test
    void crosstalkMomentsAreThoseOfTheExponentialOfARandomOverlap() {
        // Exact moments of e^(h−N+1)·(±1), h a sum of N−1 fair signs, over P−1 patterns.
        int n = 12;
        double variance = Math.pow(Math.cosh(2), n - 1) * Math.exp(-2.0 * (n - 1));
        double fourth = Math.pow(Math.cosh(4), n - 1) * Math.exp(-4.0 * (n - 1));
        assertEquals(99 * variance, CapacityTheory.crosstalkVariance(n, 100), 1e-12);
        assertEquals((fourth / (variance * variance) - 3) / 99, CapacityTheory.crosstalkExcessKurtosis(n, 100), 1e-9);
    }

    @Test
    void dwellEqualsTheFormula() {
        assertEquals(3, CapacityTheory.dwell(5, 2.5, 1));
        assertEquals(4, CapacityTheory.dwell(5, 2.5, 2));
        assertEquals(5, CapacityTheory.dwell(5, 2.5, 10));
        for (int tau = 1; tau < 30; tau++) {
            for (int degree = 1; degree < 9; degree++) {
                double steps = tau * Math.pow(2.3, -1.0 / degree);
                assertEquals((long) Math.floor(steps) + 1, CapacityTheory.dwell(tau, 2.3, degree), tau + ", " + degree);
            }
        }
    }

    @Test
    void dwellIsDecidedExactlyAtItsBoundary() {
        // τ λ^(−1/d) is an integer: 10·1000^(−1/3) = 1, which floating point misses.
        assertEquals(2, CapacityTheory.dwell(10, 1000, 3));
        assertEquals(2, CapacityTheory.dwellDegreeBound(2, 4), 1e-15);
        assertFalse(CapacityTheory.dwellIsExact(2, 4, 2));
        assertTrue(CapacityTheory.dwellIsExact(2, 3.9999, 2));
        assertTrue(CapacityTheory.dwellIsExact(2, 4, 3));
        assertEquals(4.106, CapacityTheory.dwellDegreeBound(5, 2.5), 1e-3);
        assertFalse(CapacityTheory.dwellIsExact(5, 2.5, 4));
        assertTrue(CapacityTheory.dwellIsExact(5, 2.5, 5));
        assertTrue(CapacityTheory.dwellIsExact(1, 2.5, 1));
    }

    @Test
    void lambdaThatNeverLeavesIsSaidSo() {
        assertEquals(4, CapacityTheory.dwell(3, 1, 2));
        assertEquals(7, CapacityTheory.dwell(3, 0.25, 2));
        assertEquals(1L << 62, CapacityTheory.dwell(3, 1e-300, 1));
        assertFalse(CapacityTheory.dwellIsExact(3, 1, 2));
        assertEquals(
                "a pattern is never left with lambda = 1.0; use a lambda above 1",
                CapacityTheory.dwellWarning(3, 1, 2).orElseThrow());
    }

    @Test
    void warningNamesTheDwellAndTheDegreeNeeded() {
        assertTrue(CapacityTheory.dwellWarning(5, 2.5, 10).isEmpty());
        assertEquals(
                "with lambda = 2.5 and degree 2 a pattern is held about 4 steps instead of 5; use a degree above 4.106,"
                        + " or a smaller lambda",
                CapacityTheory.dwellWarning(5, 2.5, 2).orElseThrow());
    }

    @Test
    void powerPastTheDoublesDoesNotHideACapacityWithinThem() {
        // 10^320 is past the largest double, 127!! is about 1.4e107.
        double capacity = CapacityTheory.polynomialTransition(100_000, 64);
        assertEquals(211.4, Math.log10(capacity), 0.5);
    }

    @Test
    void refusesValuesOutsideTheFormulas() {
        assertThrows(InvalidValueException.class, () -> CapacityTheory.polynomialTransition(1, 2));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.polynomialTransition(10, 0));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.polynomialTransition(10, 65));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.dwell(5, 2, 1_000_000_000));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.mixedExponentialSequence(10, 0));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.crosstalkExcessKurtosis(10, 1));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.dwell(0, 2, 1));
        assertThrows(InvalidValueException.class, () -> CapacityTheory.dwell(5, Double.NaN, 1));
    }
}
