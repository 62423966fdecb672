package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    private static Axis axis(double low, double high, boolean whole) {
        return new Axis(low, high, 0, 100, "x", whole);
    }

    @Test
    void ticksAreMultiplesOfOneTwoOrFiveWithinTheRangeAndNotTooMany() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            double scale = Math.pow(10, random.nextInt(40) - 20);
            double low = random.nextGaussian() * scale;
            Axis axis = axis(low, low + random.nextDouble() * scale, false);
            int most = 2 + random.nextInt(20);
            Axis.Step step = axis.step(most);
            List<Double> ticks = axis.ticks(most);
            String message = "seed " + seed + ": " + axis + ", at most " + most + ": " + step + " " + ticks;
            assertTrue(List.of(1, 2, 5).contains(step.factor()), message);
            assertTrue(ticks.size() <= most, message);
            // A step is less than 2.5 times the least one allowed.
            assertTrue(ticks.size() >= Math.floor((most - 1) / 2.5), message);
            for (int k = 0; k < ticks.size(); k++) {
                assertTrue(ticks.get(k) >= axis.low() && ticks.get(k) <= axis.high(), message);
                assertEquals(Math.rint(ticks.get(k) / step.size()), ticks.get(k) / step.size(), 1e-5, message);
                assertTrue(k == 0 || ticks.get(k) > ticks.get(k - 1), message);
            }
        }
    }

    @Test
    void wholeTicksAreWhole() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Axis axis = axis(-0.5, random.nextInt(1, 1 << random.nextInt(1, 20)) - 0.5, true);
            List<Double> ticks = axis.ticks(11);
            assertFalse(ticks.isEmpty(), "seed " + seed);
            assertTrue(ticks.stream().allMatch(tick -> tick == Math.rint(tick)), "seed " + seed + ": " + ticks);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "-3, -4",
        "1e300, 1e300",
        "-1e308, 1e308",
        "4.9e-324, 9.8e-324",
        "0, 1e-280",
        "1, 1.0000000000000002",
        "9e15, 9.000000000000002e15",
        "0, NaN"
    })
    void anyRangeHasAFewTicksInItsOrder(double low, double high) {
        for (boolean whole : new boolean[] {false, true}) {
            Axis axis = axis(low, high, whole);
            assertTrue(axis.high() > axis.low(), axis.toString());
            List<Double> ticks = axis.ticks(8);
            assertTrue(ticks.size() <= 8, ticks.toString());
            for (double tick : ticks) {
                assertTrue(axis.at(tick) >= -1e-6 && axis.at(tick) <= 100 + 1e-6, axis + " " + ticks);
                assertFalse(Axis.text(tick, axis.step(8)).isEmpty());
            }
        }
    }

    @Test
    void endsAreAtTheirPixels() {
        Axis axis = new Axis(-2, 6, 300, 20, "m", false);
        assertEquals(300, axis.at(-2));
        assertEquals(20, axis.at(6));
        assertEquals(160, axis.at(2));
    }

    @Test
    void textHasTheDecimalsThatTheStepNeeds() {
        assertEquals("0.25", Axis.text(0.25, new Axis.Step(5, -2)));
        assertEquals("1.0", Axis.text(1, new Axis.Step(2, -1)));
        assertEquals("20", Axis.text(20, new Axis.Step(2, 1)));
        assertEquals("0.0", Axis.text(-0.0, new Axis.Step(2, -1)));
        assertEquals("−0.5", Axis.text(-0.5, new Axis.Step(5, -1)));
        assertEquals("12\u202f000", Axis.text(12_000, new Axis.Step(2, 3)));
        assertEquals("3E+12", Axis.text(3e12, new Axis.Step(1, 12)));
    }
}
