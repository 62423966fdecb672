package org.mneme.report;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Paths of curves. */
final class Trace {
    /** The most points drawn one by one; a longer curve is drawn by its least and largest value in each of half as many stretches. */
    static final int MOST_POINTS = 3000;

    private static final double SHORTEST_TREAD = 1;

    private Trace() {}

    /**
     * Returns a polyline through points at 0, 1, …, count−1; runs of equal values are one stroke.
     *
     * @param frame the axes
     * @param count number of points
     * @param value of each point
     * @return path data
     */
    static String line(Frame frame, int count, IntToDoubleFunction value) {
        StringBuilder d = new StringBuilder();
        int[] shown = count <= MOST_POINTS ? IntStream.range(0, count).toArray() : extremes(count, value);
        for (int k = 0; k < shown.length; k++) {
            double v = value.applyAsDouble(shown[k]);
            boolean flat = k > 0
                    && k + 1 < shown.length
                    && v == value.applyAsDouble(shown[k - 1])
                    && v == value.applyAsDouble(shown[k + 1]);
            if (!flat) {
                d.append(k == 0 ? "M" : "L").append(point(frame, shown[k], v));
            }
        }
        return d.toString();
    }

    private static int[] extremes(int count, IntToDoubleFunction value) {
        int stretches = MOST_POINTS / 2;
        int[] kept = new int[2 * stretches + 2];
        int size = 0;
        kept[size++] = 0;
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) s * count / stretches);
            int until = (int) ((s + 1L) * count / stretches);
            int least = from;
            int largest = from;
            for (int t = from; t < until; t++) {
                least = value.applyAsDouble(t) < value.applyAsDouble(least) ? t : least;
                largest = value.applyAsDouble(t) > value.applyAsDouble(largest) ? t : largest;
            }
            kept[size++] = Math.min(least, largest);
            kept[size++] = Math.max(least, largest);
        }
        kept[size++] = count - 1;
        return Arrays.stream(kept, 0, size).distinct().toArray();
    }

    /**
     * Returns a staircase through values, each half a step to both sides; negative values leave a gap.
     *
     * @param frame the axes
     * @param from the first
     * @param until after the last
     * @param risers whether treads are joined; single ones are at least a pixel long
     * @param value of each step
     * @return path data
     */
    static String stairs(Frame frame, int from, int until, boolean risers, IntToDoubleFunction value) {
        StringBuilder d = new StringBuilder();
        boolean joined = false;
        int t = from;
        while (t < until) {
            double v = value.applyAsDouble(t);
            int start = t++;
            while (t < until && value.applyAsDouble(t) == v) {
                t++;
            }
            if (v >= 0) {
                d.append(joined && risers ? "L" : "M").append(point(frame, start - 0.5, v));
                double shortest = risers ? 0 : frame.x().at(start - 0.5) + SHORTEST_TREAD;
                d.append('H').append(Svg.number(Math.max(shortest, frame.x().at(t - 0.5))));
            }
            joined = v >= 0;
        }
        return d.toString();
    }

    private static String point(Frame frame, double x, double y) {
        return Svg.at(frame.x().at(x), frame.y().at(y));
    }
}
