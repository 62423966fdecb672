package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartAxisTest {
    private static ChartAxis horizontal(double low, double high) {
        return new ChartAxis(new Axis(Math.log10(low), Math.log10(high), 60, 924, "x", false), true);
    }

    private static ChartAxis vertical(double low, double high) {
        return new ChartAxis(new Axis(Math.log10(low), Math.log10(high), 400, 40, "y", false), true);
    }

    private static List<String> labels(ChartAxis axis) {
        return axis.ticks().stream()
                .map(ChartAxis.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void everyMultipleIsNamedWhereThereIsRoom() {
        assertEquals(List.of("10", "20", "30", "40", "50", "60", "70", "80", "90", "100"), labels(horizontal(10, 100)));
    }

    @Test
    void multiplesByTwoAndFiveAreNamedWhereThereIsRoomForThose() {
        assertEquals(
                List.of("1", "2", "5", "10", "20", "50", "100", "200", "500", "1\u202f000"), labels(vertical(1, 1000)));
        // The others are marked.
        assertEquals(28, vertical(1, 1000).ticks().size());
    }

    @Test
    void manyDecadesAreNamedByPowersOfTenOnly() {
        assertEquals(
                List.of(
                        "0.01",
                        "0.1",
                        "1",
                        "10",
                        "100",
                        "1\u202f000",
                        "10⁴",
                        "10⁵",
                        "10⁶",
                        "10⁷",
                        "10⁸",
                        "10⁹",
                        "10¹⁰"),
                labels(vertical(0.01, 1e10)));
        List<String> few = labels(vertical(1e-40, 1e100));
        assertEquals(15, few.size());
        assertTrue(few.containsAll(List.of("10⁻⁴⁰", "10⁻³⁰", "1", "10¹⁰", "10¹⁰⁰")), few.toString());
    }

    @Test
    void aRangeWithinADecadeHasRoundTicks() {
        assertEquals(
                List.of("102", "104", "106", "108"),
                labels(vertical(101, 109)).stream()
                        .filter(label -> Integer.parseInt(label) % 2 == 0)
                        .toList());
    }

    @Test
    void labelsNeverTouchAndTicksAscendWithinTheRange() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            double low = Math.pow(10, random.nextGaussian() * 20);
            double high = low * (1 + Math.pow(10, random.nextGaussian() * 3));
            ChartAxis axis = random.nextBoolean() ? horizontal(low, high) : vertical(low, high);
            boolean across = axis.axis().to() > axis.axis().from();
            List<ChartAxis.Tick> ticks = axis.ticks();
            String message = "seed " + seed + ": " + low + "…" + high + " " + ticks;
            double end = -1e9;
            double before = Double.NEGATIVE_INFINITY;
            for (ChartAxis.Tick tick : ticks) {
                assertTrue(tick.value() >= low * (1 - 1e-6) && tick.value() <= high * (1 + 1e-6), message);
                assertTrue(tick.value() > before, message);
                before = tick.value();
                if (!tick.label().isEmpty()) {
                    double at = across ? axis.at(tick.value()) : -axis.at(tick.value());
                    double half = across ? Svg.width(tick.label()) / 2 : 7;
                    assertTrue(at - half > end, message);
                    end = at + half;
                }
            }
        }
    }

    @Test
    void aLogarithmicAxisAlwaysNamesSomething() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            double low = Math.pow(10, random.nextGaussian() * 10);
            ChartAxis axis = vertical(low, low * (2 + 100 * random.nextDouble()));
            assertTrue(labels(axis).size() >= 2, "seed " + seed + ": " + axis.ticks());
        }
    }

    @Test
    void equalFactorsAreEquallyFarApart() {
        ChartAxis axis = horizontal(1, 1e4);
        assertEquals(axis.at(10) - axis.at(1), axis.at(1000) - axis.at(100), 1e-9);
        assertEquals(60, axis.at(1));
        assertEquals(60, axis.within(-3));
        assertEquals(60, axis.within(1e-9));
        assertEquals(924, axis.within(Double.POSITIVE_INFINITY));
    }

    @Test
    void numbersAreWrittenReadably() {
        assertEquals("0.002", ChartAxis.text(2, -3));
        assertEquals("5×10⁻⁴", ChartAxis.text(5, -4));
        assertEquals("5\u202f000", ChartAxis.text(5, 3));
        assertEquals("10⁴", ChartAxis.text(1, 4));
        assertEquals("2×10¹²", ChartAxis.text(2, 12));
    }

    @Test
    void onlyNumbersWithAPlaceAreShown() {
        assertTrue(ChartAxis.shows(-1, false));
        assertFalse(ChartAxis.shows(0, true));
        assertFalse(ChartAxis.shows(Double.NaN, false));
        assertFalse(ChartAxis.shows(Double.POSITIVE_INFINITY, true));
    }
}
