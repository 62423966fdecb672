package org.mneme.motor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mneme.runtime.config.Setting;

/**
 * What stands under {@code pace:}, how fast the pen goes.
 *
 * @param law of the speed along a stroke
 * @param stepsPerPoint mean recall steps a point is held
 * @param meanSpeed natural mean speed of the drawn strokes, mm/s
 * @param penUpSpeed of the pen in the air, in mean speeds
 * @param straightRadius radius from which a curve counts as nearly straight, mm; empty for the drawing's longer side
 * @param byTime share of the points that are spread evenly in time rather than along the path, 0…1
 * @param written whether it was written, so that a note tells about it
 */
record Pace(
        Law law,
        double stepsPerPoint,
        double meanSpeed,
        double penUpSpeed,
        Optional<Double> straightRadius,
        double byTime,
        boolean written) {
    /** How speed depends on the path. */
    enum Law {
        /** v = K (κ + κ₀)^(−1/3). */
        TWO_THIRDS,
        /** The same everywhere. */
        UNIFORM;

        private static Map<String, Law> words() {
            Map<String, Law> words = new LinkedHashMap<>();
            words.put("two-thirds", TWO_THIRDS);
            words.put("uniform", UNIFORM);
            return words;
        }
    }

    /** What holds where nothing is written. */
    static final Pace DEFAULT = new Pace(Law.TWO_THIRDS, 8, 100, 1.5, Optional.empty(), 0, false);

    private static final double MOST_STEPS = 1000;
    private static final double LEAST_UNEVEN_STEPS = 2;
    private static final double FASTEST = 100_000;
    private static final double LEAST_PEN_UP = 0.1;
    private static final double MOST_PEN_UP = 100;

    static Pace read(Setting setting) {
        if (setting instanceof Setting.Value word) {
            return DEFAULT.with(word.oneOf(Law.words()));
        }
        Setting.Group group = setting.group()
                .only(
                        "law",
                        "steps-per-point",
                        "mean-speed-mm-s",
                        "pen-up-speed",
                        "straight-radius-mm",
                        "points-by-time");
        Pace pace = new Pace(
                group.or("law", DEFAULT.law, law -> law.value().oneOf(Law.words())),
                group.or(
                        "steps-per-point", DEFAULT.stepsPerPoint, s -> s.value().between(1, MOST_STEPS)),
                group.or("mean-speed-mm-s", DEFAULT.meanSpeed, s -> s.value().positive(FASTEST)),
                group.or("pen-up-speed", DEFAULT.penUpSpeed, s -> s.value().between(LEAST_PEN_UP, MOST_PEN_UP)),
                group.find("straight-radius-mm").map(s -> s.value().positive()),
                group.or("points-by-time", DEFAULT.byTime, s -> s.value().between(0, 1)),
                true);
        if (pace.law == Law.TWO_THIRDS && pace.stepsPerPoint < LEAST_UNEVEN_STEPS) {
            throw group.get("steps-per-point")
                    .error(Shown.number(pace.stepsPerPoint)
                            + " recall steps a point leave no room for a pace; give at least "
                            + Shown.number(LEAST_UNEVEN_STEPS) + ", or law: uniform");
        }
        return pace;
    }

    private Pace with(Law value) {
        return new Pace(value, stepsPerPoint, meanSpeed, penUpSpeed, straightRadius, byTime, true);
    }
}
