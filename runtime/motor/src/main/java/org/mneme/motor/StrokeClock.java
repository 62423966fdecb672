package org.mneme.motor;

import java.util.Arrays;
import org.mneme.runtime.patterns.PenPoint;

/**
 * When a pen is where along a stroke by the two-thirds power law: v = K (κ + κ₀)^(−1/3), here for K = 1.
 *
 * <p>That is angular speed ∝ κ^(2/3) (Lacquaniti, Terzuolo and Viviani 1983, Acta Psychologica 54, 115–130), and where the path is all
 * but straight, κ ≪ κ₀, the speed stays at κ₀^(−1/3) instead of growing without bound. κ is the angle between two chords of length w
 * that meet at the place, over w: exactly 1/R on a circle, and at most π/w in a corner. Within w of an end it is that at w.
 */
final class StrokeClock {
    private static final int SAMPLES_A_WINDOW = 4;
    private static final int LEAST_SAMPLES = 2 * SAMPLES_A_WINDOW;
    private static final int MOST_SAMPLES = 20_000;

    private final double[] along;
    private final double[] clock;

    private StrokeClock(double[] along, double[] clock) {
        this.along = along;
        this.clock = clock;
    }

    /**
     * Times a stroke.
     *
     * @param line the stroke
     * @param window w, mm, &gt; 0
     * @param straight κ₀, 1/mm, &gt; 0
     * @return its clock
     */
    static StrokeClock of(Polyline line, double window, double straight) {
        double length = line.length();
        if (!(length > 0)) {
            return new StrokeClock(new double[1], new double[1]);
        }
        int n = (int) Math.clamp(Math.ceil(length / window * SAMPLES_A_WINDOW), LEAST_SAMPLES, MOST_SAMPLES);
        double step = length / n;
        double[] along = new double[n + 1];
        PenPoint[] points = new PenPoint[n + 1];
        for (int i = 0; i <= n; i++) {
            along[i] = length * i / n;
            points[i] = line.at(along[i]);
        }
        int reach = (int) Math.clamp(Math.rint(window / step), 1, Math.floorDiv(n, 2));
        double[] slowness = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            int at = Math.clamp(i, reach, n - reach);
            double turn = Polyline.turn(points[at - reach], points[at], points[at + reach]);
            slowness[i] = StrictMath.cbrt(turn / (reach * step) + straight);
        }
        double[] clock = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            clock[i] = clock[i - 1] + step * (slowness[i - 1] + slowness[i]) / 2;
        }
        return new StrokeClock(along, clock);
    }

    /**
     * Returns how long the whole stroke takes.
     *
     * @return time units; 0 for a stroke without length
     */
    double total() {
        return clock[clock.length - 1];
    }

    /**
     * Returns when the pen is somewhere.
     *
     * @param s 0…length, mm
     * @return time units since the stroke's start
     */
    double timeAt(double s) {
        return interpolated(along, clock, s);
    }

    /**
     * Returns where the pen is at a time.
     *
     * @param time 0…{@link #total}
     * @return mm from the stroke's start
     */
    double placeAt(double time) {
        return interpolated(clock, along, time);
    }

    private static double interpolated(double[] from, double[] to, double value) {
        int found = Arrays.binarySearch(from, value);
        if (found >= 0) {
            return to[found];
        }
        int after = -found - 1;
        if (after == 0 || after == from.length) {
            return to[Math.min(after, from.length - 1)];
        }
        double part = (value - from[after - 1]) / (from[after] - from[after - 1]);
        return to[after - 1] + part * (to[after] - to[after - 1]);
    }
}
