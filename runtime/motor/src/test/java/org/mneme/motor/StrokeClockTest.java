package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.patterns.PenPoint;

class StrokeClockTest {
    private static final int PIECES = 4000;

    private static double speed(StrokeClock clock, double s, double ds) {
        return 2 * ds / (clock.timeAt(s + ds) - clock.timeAt(s - ds));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.01", "20, 0.01", "80, 0.01", "20, 0.0001"})
    void circleIsDrawnAtOneSpeed(double radius, double straight) {
        Polyline circle = new Polyline(Given.ellipse(radius, radius, PIECES));
        StrokeClock clock = StrokeClock.of(circle, radius / 20, straight);
        double law = Math.pow(1 / radius + straight, -1.0 / 3);
        for (int k = 1; k < 20; k++) {
            double s = circle.length() * k / 20;
            assertEquals(law, speed(clock, s, circle.length() / 50), 0.005 * law, "at " + s + " mm");
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 20", "60, 15", "30, 25"})
    void ellipseIsDrawnAtCurvatureToTheMinusThird(double a, double b) {
        double straight = 1e-4;
        Polyline ellipse = new Polyline(Given.ellipse(a, b, PIECES));
        StrokeClock clock = StrokeClock.of(ellipse, b / 20, straight);
        double s = 0;
        double slowest = Double.POSITIVE_INFINITY;
        double fastest = 0;
        List<PenPoint> points = Given.ellipse(a, b, PIECES);
        for (int k = 1; k < PIECES; k++) {
            s += points.get(k - 1).distance(points.get(k));
            double t = 2 * Math.PI * k / PIECES;
            double curvature = a * b / Math.pow(Math.pow(a * Math.sin(t), 2) + Math.pow(b * Math.cos(t), 2), 1.5);
            double law = Math.pow(curvature + straight, -1.0 / 3);
            if (s > b / 10 && s < ellipse.length() - b / 10) {
                double found = speed(clock, s, b / 100);
                assertEquals(law, found, 0.02 * law, "at angle " + t);
                slowest = Math.min(slowest, found);
                fastest = Math.max(fastest, found);
            }
        }
        assertEquals(a / b, fastest / slowest, 0.05 * a / b, "speed goes with the axes");
    }

    @Test
    void straightLineIsDrawnAtTheSpeedOfTheStraightRadius() {
        Polyline line = new Polyline(List.of(new PenPoint(0, 0, true), new PenPoint(30, 40, true)));
        StrokeClock clock = StrokeClock.of(line, 1, 1.0 / 64);
        assertEquals(50 / 4.0, clock.total(), 1e-9);
        assertEquals(4, speed(clock, 25, 1), 1e-9);
        assertEquals(4, speed(clock, 1, 1), 1e-9);
    }

    @Test
    void cornerIsSlowAndTakesFiniteTime() {
        Polyline corner =
                new Polyline(List.of(new PenPoint(0, 0, true), new PenPoint(50, 0, true), new PenPoint(0, 1, true)));
        StrokeClock clock = StrokeClock.of(corner, 1, 0.01);
        assertTrue(speed(clock, 50, 0.2) < 0.3 * speed(clock, 25, 0.2));
        double slowest = 100 / Math.cbrt(1 / (Math.PI / 1 + 0.01));
        assertTrue(clock.total() < slowest, clock.total() + " is not below " + slowest);
    }

    @Test
    void strokeWithoutLengthTakesNoTime() {
        PenPoint dot = new PenPoint(3, 4, true);
        assertEquals(0, StrokeClock.of(new Polyline(List.of(dot)), 1, 0.01).total());
        assertEquals(0, StrokeClock.of(new Polyline(List.of(dot, dot)), 1, 0.01).total());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void timeGoesOnAndLeadsBackToThePlace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PenPoint> points = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            points.add(new PenPoint(random.nextDouble(100), random.nextDouble(100), true));
        }
        Polyline line = new Polyline(points);
        StrokeClock clock = StrokeClock.of(line, random.nextDouble(0.1, 5), random.nextDouble(1e-3, 0.1));
        double before = -1;
        for (int k = 0; k <= 300; k++) {
            double s = line.length() * k / 300;
            double time = clock.timeAt(s);
            assertTrue(time > before, "seed " + seed + " at " + s);
            assertEquals(s, clock.placeAt(time), 1e-6 * line.length(), "seed " + seed);
            before = time;
        }
        assertEquals(clock.total(), before, 1e-9 * clock.total(), "seed " + seed);
    }
}
