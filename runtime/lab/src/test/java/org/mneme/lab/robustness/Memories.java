package org.mneme.lab.robustness;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mneme.lab.Sweep;
import org.mneme.lab.SweepAxis;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.experiment.ExperimentReader;

/** Small memories of random patterns, and plans for them. */
final class Memories {
    private static final Place PLACE = new Place("test", 0, 0);

    private Memories() {}

    /** A cycle of 12 patterns of 100 features with a quadratic interaction, some settings replaced or added. */
    static Sweep.Experiments with(String... pairs) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("patterns.random.count", "12");
        own.put("patterns.random.features", "100");
        own.put("interaction.polynomial.degree", "2");
        for (int k = 0; k < pairs.length; k += 2) {
            if (pairs[k].equals("interaction")) {
                own.remove("interaction.polynomial.degree");
            }
            own.put(pairs[k], pairs[k + 1]);
        }
        return assignments -> {
            Map<String, String> all = new LinkedHashMap<>(own);
            all.putAll(assignments);
            return ExperimentReader.read(tree("", all), Path.of("."));
        };
    }

    /** Settings of an associative memory. */
    static Sweep.Experiments associative() {
        return with("sequence", "associative", "interaction.polynomial.degree", "3");
    }

    private static Setting tree(String path, Map<String, String> settings) {
        Map<String, Map<String, String>> below = new LinkedHashMap<>();
        Map<String, Setting> entries = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                entries.put(key, new Setting.Value(PLACE, join(path, key), value));
            } else {
                below.computeIfAbsent(key.substring(0, dot), k -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        below.forEach((key, inner) -> entries.put(key, tree(join(path, key), inner)));
        return new Setting.Group(PLACE, path, entries);
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static RobustnessPlan plan(Curve curve, String values, int seeds) {
        return plan(curve, NoiseKind.FLIP, values, seeds);
    }

    static RobustnessPlan plan(Curve curve, NoiseKind kind, String values, int seeds) {
        List<Long> numbers = SweepAxis.seeds("1.." + seeds);
        return new RobustnessPlan(curve, SweepAxis.values("values", values), numbers, kind, 0, OptionalInt.empty());
    }
}
