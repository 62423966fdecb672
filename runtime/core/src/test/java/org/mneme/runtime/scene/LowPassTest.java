package org.mneme.runtime.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowPassTest {
    private static final double TAU = 0.03;

    private static LowPass at(int order, double value) {
        return new LowPass(new Plant(TAU, order), value);
    }

    /** 1 − e^{−s} Σ_{i<n} s^i/i!, the response of n equal stages to a step. */
    private static double step(int order, double seconds) {
        double s = seconds / TAU;
        double term = 1;
        double sum = 0;
        for (int i = 0; i < order; i++) {
            sum += term;
            term *= s / (i + 1);
        }
        return 1 - Math.exp(-s) * sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void stepResponseIsThatOfEqualStages(int order) {
        for (int k = 0; k < 60; k++) {
            LowPass plant = at(order, 0);
            plant.advance(k * 0.004, 1);
            assertEquals(step(order, k * 0.004), plant.value(), 1e-12, "after " + k * 4 + " ms");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void timeMayBeCutAnywhere(int order) {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LowPass whole = at(order, random.nextDouble(-90, 90));
            LowPass cut = at(order, whole.value());
            for (int change = 0; change < 20; change++) {
                double input = random.nextDouble(-90, 90);
                double seconds = random.nextDouble(0.1);
                double first = random.nextDouble() * seconds;
                whole.advance(seconds, input);
                cut.advance(first, input);
                cut.advance(seconds - first, input);
                assertEquals(whole.value(), cut.value(), 1e-9, "seed " + seed);
                assertEquals(whole.rate(input), cut.rate(input), 1e-6, "seed " + seed);
            }
        }
    }

    @Test
    void rateAndAccelerationAreDerivatives() {
        double h = 1e-5;
        LowPass before = at(2, 10);
        LowPass now = at(2, 10);
        LowPass after = at(2, 10);
        before.advance(0.02 - h, 50);
        now.advance(0.02, 50);
        after.advance(0.02 + h, 50);
        assertEquals((after.value() - before.value()) / (2 * h), now.rate(50), 1e-2);
        assertEquals((after.value() - 2 * now.value() + before.value()) / (h * h), now.acceleration(50), 5);
        assertTrue(Double.isNaN(at(1, 0).acceleration(1)), "the speed of one stage jumps");
    }

    @Test
    void restsAtItsInput() {
        LowPass plant = at(3, 7);
        plant.advance(5, 7);
        assertEquals(7, plant.value());
        assertEquals(0, plant.rate(7));
        plant.advance(0, 100);
        assertEquals(7, plant.value(), 0);
    }
}
