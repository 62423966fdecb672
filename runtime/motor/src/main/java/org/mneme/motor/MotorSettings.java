package org.mneme.motor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mneme.runtime.config.Setting;

/**
 * What stands under {@code motor:}.
 *
 * @param file the drawing
 * @param format how it is written
 * @param points P, how many points it is sampled at
 * @param features N
 * @param seed draws the code
 * @param context share of features that tell the place in the sequence, 0…0.9
 * @param maxOverlap the largest overlap of different patterns that is accepted
 * @param width the longer side of the drawing, mm; empty to keep its own size
 * @param tolerance the largest distance that counts as drawn right, mm
 * @param upperArm mm
 * @param forearm mm
 * @param shoulderX the shoulder, to the right of the drawing's centre, mm
 * @param shoulderY the shoulder, below the drawing's centre, mm
 * @param pace how fast the pen goes
 * @param plant time constant of the low-pass between decoded values and the arm, ms; 0 for none
 */
record MotorSettings(
        Path file,
        Format format,
        int points,
        int features,
        long seed,
        double context,
        double maxOverlap,
        Optional<Double> width,
        double tolerance,
        double upperArm,
        double forearm,
        double shoulderX,
        double shoulderY,
        Pace pace,
        double plant) {
    /** How drawings are written. */
    enum Format {
        SVG,
        CSV
    }

    /** Key → default, of the settings that have one. */
    static final Map<String, String> DEFAULTS = defaults();

    private static final int MOST_POINTS = 10_000;
    private static final int LEAST_FEATURES = 64;
    private static final int MOST_FEATURES = 1 << 20;
    private static final double MOST_CONTEXT = 0.9;
    private static final double MOST_PLANT = 60_000;

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("points", "57");
        defaults.put("features", "600");
        defaults.put("seed", "1");
        defaults.put("context", "0.33");
        defaults.put("max-overlap", "0.8");
        defaults.put("tolerance-mm", "1.0");
        defaults.put("upper-arm-mm", "250.0");
        defaults.put("forearm-mm", "250.0");
        defaults.put("shoulder-x-mm", "0.0");
        defaults.put("shoulder-y-mm", "350.0");
        defaults.put("plant-ms", "0.0");
        return defaults;
    }

    static MotorSettings read(Setting setting, Path folder) {
        Setting.Group group = switch (setting) {
            case Setting.Value name -> new Setting.Group(name.place(), name.path(), Map.of("svg", name));
            case Setting.Items items -> items.group();
            case Setting.Group given -> given;
        };
        group.only(Stream.concat(DEFAULTS.keySet().stream(), Stream.of("svg", "csv", "width-mm", "pace"))
                .toArray(String[]::new));
        if (group.find("svg").isPresent() == group.find("csv").isPresent()) {
            throw group.error("either svg or csv is needed here, the file that holds the drawing");
        }
        Format format = group.find("svg").isPresent() ? Format.SVG : Format.CSV;
        return new MotorSettings(
                group.get(format == Format.SVG ? "svg" : "csv").value().file(folder),
                format,
                group.valueOr("points", DEFAULTS).integer(2, MOST_POINTS),
                group.valueOr("features", DEFAULTS).integer(LEAST_FEATURES, MOST_FEATURES),
                group.valueOr("seed", DEFAULTS).integer(Long.MIN_VALUE, Long.MAX_VALUE),
                group.valueOr("context", DEFAULTS).between(0, MOST_CONTEXT),
                group.valueOr("max-overlap", DEFAULTS).between(0, 1),
                group.find("width-mm").map(width -> width.value().positive()),
                group.valueOr("tolerance-mm", DEFAULTS).positive(),
                group.valueOr("upper-arm-mm", DEFAULTS).positive(),
                group.valueOr("forearm-mm", DEFAULTS).positive(),
                group.valueOr("shoulder-x-mm", DEFAULTS).number(),
                group.valueOr("shoulder-y-mm", DEFAULTS).number(),
                group.or("pace", Pace.DEFAULT, Pace::read),
                group.valueOr("plant-ms", DEFAULTS).between(0, MOST_PLANT));
    }
}
