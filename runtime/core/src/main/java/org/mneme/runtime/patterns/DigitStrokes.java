package org.mneme.runtime.patterns;

import java.util.ArrayList;
import java.util.List;

/** The strokes of the glyphs 0…9 in the unit square, y downwards. */
final class DigitStrokes {
    private static final int POINTS_A_TURN = 16;
    private static final int TURN = 360;

    private static final List<List<Stroke>> GLYPHS = List.of(
            List.of(arc(.5, .5, .24, .36, 0, 360)),
            List.of(line(.38, .28, .54, .14, .54, .86)),
            List.of(join(arc(.5, .34, .22, .2, 190, 380), line(.28, .86, .74, .86))),
            List.of(join(arc(.46, .32, .21, .18, 200, 450), arc(.46, .68, .25, .18, 270, 520))),
            List.of(line(.6, .14, .26, .62, .78, .62), line(.62, .4, .62, .88)),
            List.of(join(line(.72, .14, .34, .14, .31, .46), arc(.48, .64, .24, .22, 225, 500))),
            List.of(line(.64, .14, .42, .34, .31, .62), arc(.5, .66, .2, .2, 0, 360)),
            List.of(line(.26, .16, .74, .16, .44, .86)),
            List.of(arc(.5, .32, .17, .17, 0, 360), arc(.5, .67, .21, .19, 0, 360)),
            List.of(arc(.5, .34, .2, .2, 0, 360), line(.7, .34, .66, .6, .5, .86)));

    private DigitStrokes() {}

    /** Points joined by straight lines, x and y in turn. */
    record Stroke(List<Double> coordinates) {
        int points() {
            return coordinates.size() / 2;
        }

        double x(int k) {
            return coordinates.get(2 * k);
        }

        double y(int k) {
            return coordinates.get(2 * k + 1);
        }
    }

    static List<Stroke> of(int digit) {
        return GLYPHS.get(digit);
    }

    private static Stroke line(Double... coordinates) {
        return new Stroke(List.of(coordinates));
    }

    /** Part of an ellipse, clockwise from one angle to another; 0° is right, 90° is down. */
    private static Stroke arc(double x, double y, double radiusX, double radiusY, int from, int to) {
        int steps = (to - from) * POINTS_A_TURN / TURN;
        Double[] coordinates = new Double[2 * (steps + 1)];
        for (int k = 0; k <= steps; k++) {
            double angle = StrictMath.toRadians(from + (double) (to - from) * k / steps);
            coordinates[2 * k] = x + radiusX * StrictMath.cos(angle);
            coordinates[2 * k + 1] = y + radiusY * StrictMath.sin(angle);
        }
        return line(coordinates);
    }

    private static Stroke join(Stroke first, Stroke second) {
        List<Double> all = new ArrayList<>(first.coordinates());
        all.addAll(second.coordinates());
        return new Stroke(List.copyOf(all));
    }
}
