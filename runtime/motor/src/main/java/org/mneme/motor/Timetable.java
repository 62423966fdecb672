package org.mneme.motor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.bits.Ints;

/**
 * How long each point of a movement is held, in recall steps.
 *
 * @param legs from each point to the next, P − 1
 * @param dwell recall steps, P numbers ≥ 1; the last point, which leads nowhere, is held for the mean
 * @param shift the largest time by which quantising moves the onset of a point, recall steps
 * @param straight κ₀, 1/mm
 */
record Timetable(List<Leg> legs, Ints dwell, double shift, double straight) {
    /** Chords that curvature is taken from, as a part of the drawing. */
    private static final double WINDOW_SHARE = 100;

    /** Copies the list. */
    Timetable {
        legs = List.copyOf(legs);
    }

    /**
     * From a point to the next.
     *
     * @param length of the way, mm
     * @param time it takes, as the mm that the pen draws at its mean speed meanwhile
     * @param bend what the two-thirds power law goes by, κ + κ₀ in the mean that makes it exact for the whole way, 1/mm; NaN with the pen up
     */
    record Leg(double length, double time, double bend) {
        boolean drawn() {
            return !Double.isNaN(bend);
        }
    }

    /** The clocks of a drawing's strokes, and what they were made with. */
    record Clocks(List<StrokeClock> strokes, double length, double straight) {
        static Clocks of(Drawing drawing, Pace pace) {
            double size = drawing.bounds().size();
            double straight = 1 / pace.straightRadius().orElse(size);
            List<StrokeClock> clocks = new ArrayList<>();
            double length = 0;
            for (var stroke : drawing.strokes()) {
                Polyline line = new Polyline(stroke);
                clocks.add(StrokeClock.of(line, size / WINDOW_SHARE, straight));
                length += line.length();
            }
            return new Clocks(clocks, length, straight);
        }

        Ruler ruler(double byTime) {
            return Ruler.mixed(strokes, length, byTime);
        }

        /** The mean speed at K = 1, mm a time unit. */
        private double meanSpeed() {
            return length / strokes.stream().mapToDouble(StrokeClock::total).sum();
        }
    }

    /**
     * Times a movement.
     *
     * @param samples its points
     * @param clocks of its strokes
     * @param pace how fast
     * @return the timetable
     */
    static Timetable of(List<Sample> samples, Clocks clocks, Pace pace) {
        List<Leg> legs = new ArrayList<>();
        for (int mu = 1; mu < samples.size(); mu++) {
            legs.add(leg(samples.get(mu - 1), samples.get(mu), clocks, pace));
        }
        double[] times = legs.stream().mapToDouble(Leg::time).toArray();
        double[] ideal = onsets(times, pace.stepsPerPoint());
        int[] onsets = whole(ideal);
        int[] dwell = new int[samples.size()];
        double shift = 0;
        for (int mu = 0; mu < dwell.length - 1; mu++) {
            dwell[mu] = onsets[mu + 1] - onsets[mu];
            shift = Math.max(shift, Math.abs(onsets[mu] - ideal[mu]));
        }
        dwell[dwell.length - 1] = (int) Math.rint(pace.stepsPerPoint());
        return new Timetable(legs, Ints.of(dwell), shift, clocks.straight);
    }

    private static Leg leg(Sample from, Sample to, Clocks clocks, Pace pace) {
        if (!from.drawsTo(to)) {
            double length = from.point().distance(to.point());
            return new Leg(length, length / pace.penUpSpeed(), Double.NaN);
        }
        StrokeClock clock = clocks.strokes.get(from.stroke());
        double length = to.along() - from.along();
        double time = clock.timeAt(to.along()) - clock.timeAt(from.along());
        double slowness = time / length;
        return new Leg(
                length,
                switch (pace.law()) {
                    case TWO_THIRDS -> time * clocks.meanSpeed();
                    case UNIFORM -> length;
                },
                slowness * slowness * slowness);
    }

    /** The onset of each point in recall steps, such that a point is held so many in the mean. */
    private static double[] onsets(double[] times, double stepsPerPoint) {
        double total = 0;
        for (double time : times) {
            total += time;
        }
        double[] onsets = new double[times.length + 1];
        double reached = 0;
        for (int k = 0; k < times.length; k++) {
            reached += times[k];
            onsets[k + 1] = reached / total * times.length * stepsPerPoint;
        }
        return onsets;
    }

    /** Rounds onsets such that each is at least a step after the one before and the last keeps its place. */
    private static int[] whole(double[] ideal) {
        int last = ideal.length - 1;
        int end = Math.max(last, (int) Math.rint(ideal[last]));
        int[] onsets = new int[ideal.length];
        for (int k = 1; k <= last; k++) {
            int earliest = Math.max((int) Math.rint(ideal[k]), onsets[k - 1] + 1);
            onsets[k] = Math.min(earliest, end - (last - k));
        }
        return onsets;
    }

    /** Returns how long the movement takes at its natural speed, s. */
    private double naturalSeconds(Pace pace) {
        return legs.stream().mapToDouble(Leg::time).sum() / pace.meanSpeed();
    }

    /**
     * Says what the times are, and at which length of a recall step the movement has its natural speed.
     *
     * @param pace what they were made by
     * @return a sentence
     */
    String note(Pace pace) {
        int steps = dwell.stream().limit(legs.size()).sum();
        double seconds = naturalSeconds(pace);
        double step = 1e3 * seconds / steps;
        return String.format(
                Locale.ROOT,
                "pace: %s, pen up at %s times the mean; a point is held %.1f recall steps in the mean, %d to %d, its onset within %.2f"
                        + " steps of the law; at %s mm/s in the mean it takes %.2f s, a recall step %.2f ms (tick: %.2f ms where a"
                        + " step is 3 ticks)",
                law(pace),
                Shown.number(pace.penUpSpeed()),
                (double) steps / legs.size(),
                dwell.min(),
                dwell.max(),
                shift,
                Shown.number(pace.meanSpeed()),
                seconds,
                step,
                step / 3);
    }

    private String law(Pace pace) {
        return switch (pace.law()) {
            case TWO_THIRDS ->
                String.format(Locale.ROOT, "two-thirds power law, v ∝ (κ + 1/(%.4g mm))^(−1/3)", 1 / straight);
            case UNIFORM -> "uniform speed";
        };
    }
}
