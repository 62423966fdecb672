package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseCodeTest {
    private static final double LOW = 0.4;
    private static final double HIGH = 1.4;
    private static final int SIZE = 185;

    private static PhaseCode code(long seed) {
        return PhaseCode.of(LOW, HIGH, SIZE, new SplittableRandom(seed));
    }

    private static double read(PhaseCode code, double angle, double flips, SplittableRandom random) {
        boolean[] signs = code.encode(angle);
        for (int k = 0; k < signs.length; k++) {
            signs[k] ^= random.nextDouble() < flips;
        }
        return code.decode(k -> signs[k] ? 1 : -1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void errorStaysSmallAndGrowsGentlyWithFlips(long seed) {
        PhaseCode code = code(seed);
        SplittableRandom random = new SplittableRandom(seed + 100);
        double before = 0;
        double[] bounds = {0.002, 0.005, 0.012};
        double[] flips = {0, 0.1, 0.2};
        for (int f = 0; f < flips.length; f++) {
            double sum = 0;
            for (int i = 0; i < 400; i++) {
                double angle = random.nextDouble(LOW, HIGH);
                sum += Math.abs(read(code, angle, flips[f], random) - angle);
            }
            double mean = sum / 400;
            assertTrue(mean < bounds[f], "seed " + seed + ", flips " + flips[f] + ": mean error " + mean);
            assertTrue(mean >= before, "seed " + seed + ": noise made reading better");
            before = mean;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAngleIsReadWithinItsCell(long seed) {
        PhaseCode code = code(seed);
        for (int i = 0; i <= 1000; i++) {
            double angle = LOW + (HIGH - LOW) * i / 1000;
            double read = code.decode(signsOf(code, angle));
            assertArrayEquals(code.encode(angle), code.encode(read), "seed " + seed + ", angle " + angle);
            assertTrue(Math.abs(read - angle) < 0.02, "seed " + seed + ", angle " + angle + " read as " + read);
        }
    }

    private static java.util.function.IntUnaryOperator signsOf(PhaseCode code, double angle) {
        boolean[] signs = code.encode(angle);
        return k -> signs[k] ? 1 : -1;
    }

    @Test
    void similarityFallsWithDistance() {
        double[] distances = {0, 0.01, 0.02, 0.04, 0.08, 0.16};
        double before = Double.POSITIVE_INFINITY;
        for (double distance : distances) {
            double sum = 0;
            for (long seed = 1; seed <= 20; seed++) {
                sum += similarity(code(seed), 0.7, 0.7 + distance);
            }
            assertTrue(sum < before, "distance " + distance);
            before = sum;
        }
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(1, similarity(code(seed), 0.9, 0.9), 0);
            assertTrue(similarity(code(seed), 0.7, 0.71) > 0.6, "near, seed " + seed);
            assertTrue(similarity(code(seed), 0.45, 1.3) < 0.4, "far, seed " + seed);
        }
    }

    private static double similarity(PhaseCode code, double a, double b) {
        boolean[] x = code.encode(a);
        boolean[] y = code.encode(b);
        int h = 0;
        for (int k = 0; k < SIZE; k++) {
            h += x[k] == y[k] ? 1 : -1;
        }
        return (double) h / SIZE;
    }

    @Test
    void unknownSignsAreNotCounted() {
        PhaseCode code = code(9);
        boolean[] signs = code.encode(1.1);
        double read = code.decode(k -> k % 2 == 0 ? 0 : signs[k] ? 1 : -1);
        assertEquals(1.1, read, 0.02);
        assertEquals((LOW + HIGH) / 2, code.decode(k -> 0), (HIGH - LOW) / 2);
    }
}
