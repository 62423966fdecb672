package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.runtime.config.Setting;

/**
 * What stands under {@code music:}.
 *
 * @param file the standard MIDI file
 * @param grid what notes are moved to
 * @param stepsPerGrid recall steps of a unit of the grid
 * @param bars which of the file's
 * @param barsSetting where they are written, for messages
 * @param features N
 * @param seed draws the code
 * @param context share of features that tell the place in the piece, 0…0.9
 * @param maxOverlap the largest overlap of different patterns that is accepted
 */
record MusicSettings(
        Path file,
        Grid grid,
        int stepsPerGrid,
        BarRange bars,
        Setting barsSetting,
        int features,
        long seed,
        double context,
        double maxOverlap) {
    /** Key → default, of the settings that have one. */
    static final Map<String, String> DEFAULTS = defaults();

    /** The most recall steps of a unit of the grid. */
    static final int MOST_STEPS = 96;

    /** The largest share of context features. */
    static final double MOST_CONTEXT = 0.9;

    static final int MOST_FEATURES = 1 << 20;

    private static final String MIDI = "midi";
    private static final String BARS = "bars";
    private static final String ALL = "all";
    private static final int LEAST_FEATURES = 64;
    private static final int MOST_BARS = 1_000_000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:\\s*-\\s*(\\d{1,7}))?");

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("grid", "1/16");
        defaults.put("steps-per-grid", "6");
        defaults.put(BARS, ALL);
        defaults.put("features", "600");
        defaults.put("seed", "1");
        defaults.put("context", "0.33");
        defaults.put("max-overlap", "0.8");
        return defaults;
    }

    static MusicSettings read(Setting setting, Path folder) {
        Setting.Group group = switch (setting) {
            case Setting.Value name -> new Setting.Group(name.place(), name.path(), Map.of(MIDI, name));
            case Setting.Items items -> items.group();
            case Setting.Group given -> given;
        };
        String[] keys = new String[DEFAULTS.size() + 1];
        DEFAULTS.keySet().toArray(keys);
        keys[keys.length - 1] = MIDI;
        group.only(keys);
        Setting.Value bars = group.valueOr(BARS, DEFAULTS);
        return new MusicSettings(
                group.get(MIDI).value().file(folder),
                Grid.read(group.valueOr("grid", DEFAULTS)),
                group.valueOr("steps-per-grid", DEFAULTS).integer(1, MOST_STEPS),
                bars(bars),
                bars,
                group.valueOr("features", DEFAULTS).integer(LEAST_FEATURES, MOST_FEATURES),
                group.valueOr("seed", DEFAULTS).integer(Long.MIN_VALUE, Long.MAX_VALUE),
                group.valueOr("context", DEFAULTS).between(0, MOST_CONTEXT),
                group.valueOr("max-overlap", DEFAULTS).between(0, 1));
    }

    private static BarRange bars(Setting.Value value) {
        if (value.text().equals(ALL)) {
            return BarRange.ALL;
        }
        Matcher matcher = RANGE.matcher(value.text().strip());
        if (!matcher.matches()) {
            throw value.error("'" + Names.clean(value.text()) + "' are no bars; write 1-40, 7, or all");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (from < 1 || to < from || to > MOST_BARS) {
            throw value.error(
                    "'" + value.text() + "' are no bars: the first is 1, and the last not before it; write 1-40");
        }
        return new BarRange(from, to);
    }
}
