package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.runtime.patterns.PenPoint;

class TimetableTest {
    private static Pace pace(Pace.Law law, double steps, double byTime) {
        return new Pace(law, steps, 100, 1.5, Optional.of(1e4), byTime, true);
    }

    private static List<Sample> samples(Drawing drawing, Pace pace, int points) {
        return Sampler.sample(
                drawing, points, Timetable.Clocks.of(drawing, pace).ruler(pace.byTime()));
    }

    private static Timetable timetable(Drawing drawing, Pace pace, int points) {
        return Timetable.of(samples(drawing, pace, points), Timetable.Clocks.of(drawing, pace), pace);
    }

    private static Drawing ellipse(double a, double b) {
        return new Drawing(List.of(Given.ellipse(a, b, 4000)));
    }

    /** The slope of the logarithm of speed, by dwell alone, over that of curvature. */
    private static double exponent(Timetable timetable) {
        Line line = new Line();
        for (int mu = 0; mu < timetable.legs().size(); mu++) {
            Timetable.Leg leg = timetable.legs().get(mu);
            line.add(
                    Math.log(leg.bend()),
                    Math.log(leg.length() / timetable.dwell().at(mu)));
        }
        return line.slope().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"8", "20", "7.5"})
    void circleIsHeldEverywhereAlike(double steps) {
        Timetable circle = timetable(ellipse(30, 30), pace(Pace.Law.TWO_THIRDS, steps, 0), 60);
        assertTrue(circle.dwell().min() >= Math.floor(steps) - 1e-9, circle.dwell()::toString);
        assertTrue(circle.dwell().max() <= Math.ceil(steps) + 1e-9, circle.dwell()::toString);
    }

    @ParameterizedTest
    @CsvSource({"60, 20, 0", "50, 25, 0", "60, 20, 0.5", "40, 10, 0.25"})
    void ellipseFollowsTheLawWithinQuantisation(double a, double b, double byTime) {
        Timetable ellipse = timetable(ellipse(a, b), pace(Pace.Law.TWO_THIRDS, 30, byTime), 60);
        double unit = ellipse.legs().stream().mapToDouble(Timetable.Leg::time).sum() / (59 * 30);
        for (int mu = 0; mu < 59; mu++) {
            double exact = ellipse.legs().get(mu).time() / unit;
            assertEquals(exact, ellipse.dwell().at(mu), 1, "point " + mu);
            // bend is what the speed goes by: v = K bend^(−1/3), K one number for all
            double constant = ellipse.legs().get(mu).length()
                    / ellipse.legs().get(mu).time()
                    * Math.cbrt(ellipse.legs().get(mu).bend());
            Timetable.Leg first = ellipse.legs().getFirst();
            assertEquals(first.length() / first.time() * Math.cbrt(first.bend()), constant, 1e-9 * constant);
        }
        assertEquals(-1.0 / 3, exponent(ellipse), 0.02);
        assertTrue(ellipse.shift() <= 0.5 + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"60, 20, 0", "50, 25, 0", "60, 20, 0.5"})
    void uniformSpeedDoesNotFollowTheLaw(double a, double b, double byTime) {
        Timetable ellipse = timetable(ellipse(a, b), pace(Pace.Law.UNIFORM, 30, byTime), 60);
        assertEquals(0, exponent(ellipse), 0.02);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void totalTimeIsConserved(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<PenPoint>> strokes = new ArrayList<>();
        for (int k = random.nextInt(1, 5); k > 0; k--) {
            List<PenPoint> stroke = new ArrayList<>();
            for (int i = random.nextInt(1, 30); i >= 0; i--) {
                stroke.add(new PenPoint(random.nextDouble(100), random.nextDouble(100), true));
            }
            strokes.add(stroke);
        }
        double steps = random.nextDouble(2, 12);
        Pace pace = new Pace(
                random.nextBoolean() ? Pace.Law.TWO_THIRDS : Pace.Law.UNIFORM,
                steps,
                100,
                random.nextDouble(0.5, 4),
                Optional.empty(),
                random.nextDouble(),
                true);
        int points = 60 + random.nextInt(40);
        Timetable timetable = timetable(new Drawing(strokes), pace, points);
        assertEquals(points, timetable.dwell().length());
        assertTrue(timetable.dwell().min() >= 1, "seed " + seed);
        long held = timetable.dwell().stream().limit(points - 1).sum();
        assertEquals(Math.rint((points - 1) * steps), (double) held, "seed " + seed);
        assertEquals((int) Math.rint(steps), timetable.dwell().at(points - 1), "the last point is held for the mean");
    }

    @Test
    void oneStepAPointIsHeldEverywhere() {
        Timetable timetable = timetable(ellipse(60, 20), pace(Pace.Law.UNIFORM, 1, 0), 60);
        assertEquals(1, timetable.dwell().max());
    }

    @Test
    void penInTheAirMovesAtItsOwnSpeed() {
        Drawing two = new Drawing(List.of(
                List.of(new PenPoint(0, 0, true), new PenPoint(100, 0, true)),
                List.of(new PenPoint(100, 60, true), new PenPoint(0, 60, true))));
        Timetable timetable = timetable(two, pace(Pace.Law.TWO_THIRDS, 50, 0), 25);
        List<Timetable.Leg> lifted =
                timetable.legs().stream().filter(leg -> !leg.drawn()).toList();
        assertEquals(2, lifted.size());
        for (Timetable.Leg leg : lifted) {
            assertEquals(30, leg.length(), 1e-9);
            assertEquals(30 / 1.5, leg.time(), 1e-9);
        }
        double drawn = timetable.legs().stream()
                .filter(Timetable.Leg::drawn)
                .mapToDouble(Timetable.Leg::time)
                .sum();
        assertEquals(200, drawn, 1e-6, "strokes take their length at the mean speed");
    }

    @Test
    void pointsByTimeAreDenserInCurves() {
        Drawing ellipse = ellipse(60, 15);
        double[] lengths = new double[3];
        for (int k = 0; k < 3; k++) {
            Pace pace = pace(Pace.Law.TWO_THIRDS, 8, k / 2.0);
            lengths[k] = timetable(ellipse, pace, 80).legs().getFirst().length();
        }
        assertTrue(lengths[1] < 0.8 * lengths[0] && lengths[2] < 0.8 * lengths[1], lengths[0] + " " + lengths[2]);
        Timetable even = timetable(ellipse, pace(Pace.Law.TWO_THIRDS, 8, 1), 80);
        assertEquals(8, even.dwell().min());
        assertEquals(8, even.dwell().max());
    }

    @Test
    void noteTellsTheTickOfTheNaturalSpeed() {
        Pace pace = pace(Pace.Law.TWO_THIRDS, 10, 0);
        Drawing line = new Drawing(List.of(List.of(new PenPoint(0, 0, true), new PenPoint(300, 0, true))));
        String note = timetable(line, pace, 51).note(pace);
        assertTrue(
                note.contains("at 100 mm/s in the mean it takes 3.00 s, a recall step 6.00 ms (tick: 2.00 ms"), note);
        assertTrue(note.contains("held 10.0 recall steps in the mean, 10 to 10"), note);
    }
}
