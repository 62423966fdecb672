package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CrosstalkTest {
    @Test
    void sumsOfTwoTermsHaveTheirBinomialShares() {
        // three units, coincidences left out: each term is ±1/3
        Crosstalk crosstalk = Crosstalk.dense(3, m -> (3 - 2.0 * m) / 3);
        assertEquals(0.5, crosstalk.above(1, 0), 1e-6);
        assertEquals(0.25, crosstalk.above(2, 0.5), 1e-6);
        assertEquals(0.75, crosstalk.above(2, -0.5), 1e-6);
        assertEquals(0, crosstalk.above(2, 1), 1e-6);
    }

    @Test
    void manyTermsAreGaussian() {
        int seen = 99;
        int terms = 20;
        Crosstalk crosstalk = Crosstalk.dense(seen, m -> (seen - 2.0 * m) / seen);
        double gaussian = Normal.above(1 / Math.sqrt((double) terms / seen));
        assertEquals(1, crosstalk.above(terms, 1) / gaussian, 0.05);
    }

    @Test
    void selfCouplingPullsAMixedUnitTowardsItsSign() {
        int features = 20;
        Crosstalk crosstalk = Crosstalk.mixed(features, m -> (features - 2.0 * m) / features, m -> 0, 2.5);
        double up = crosstalk.above(10, 0);
        double down = 1 - up;
        assertEquals(true, up > down, up + " against " + down);
    }

    @Test
    void normalTailsAreThoseOfTheTables() {
        assertEquals(0.5, Normal.above(0), 1e-9);
        assertEquals(0.158655254, Normal.above(1), 1e-8);
        assertEquals(1, Normal.above(5) / 2.866515719e-7, 1e-6);
        assertEquals(0.841344746, Normal.above(-1), 1e-8);
        assertEquals(0, Normal.above(50));
    }

    @Test
    void theProcedureStopsAtTheFirstCleanDraw() {
        Expectation sharp = Expectation.of(patterns -> patterns <= 50 ? 0 : -100);
        assertEquals(50, sharp.mean(), 1e-9);
        assertEquals(0, sharp.deviation(), 1e-3);
        // above 100 the grid is coarser than 1: 512, 506, … 198, 196
        Expectation coarse = Expectation.of(patterns -> patterns <= 197 ? 0 : -100);
        assertEquals(196, coarse.mean(), 1.01);
    }
}
