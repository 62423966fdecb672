package org.mneme.motor.gait;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mneme.bits.Signs;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;

/** What the tests of this package start from. */
final class Walkers {
    static final List<String> GAITS = List.of("walk", "trot", "turn");

    private static final Place PLACE = new Place("test.yaml", 3, 10);

    private Walkers() {}

    static Path examples() {
        return Path.of(System.getProperty("mneme.root", "../.."), "examples", "gait");
    }

    /** Settings as under {@code gait:}, of motions "name=file"; then key, value, key, value, … */
    static Setting.Group settings(List<String> motions, String... keysAndValues) {
        Map<String, Setting> files = new LinkedHashMap<>();
        for (String motion : motions) {
            int equals = motion.indexOf('=');
            files.put(motion.substring(0, equals), value("motions", motion.substring(equals + 1)));
        }
        Map<String, Setting> entries = new LinkedHashMap<>();
        entries.put("motions", new Setting.Group(PLACE, "patterns.gait.motions", files));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put(keysAndValues[i], value(keysAndValues[i], keysAndValues[i + 1]));
        }
        return new Setting.Group(PLACE, "patterns.gait", entries);
    }

    static Setting.Value value(String key, String text) {
        return new Setting.Value(PLACE, "patterns.gait." + key, text);
    }

    /** Walk, trot and turn of the examples. */
    static EncodedPatterns quadruped(String... keysAndValues) {
        List<String> motions =
                GAITS.stream().map(name -> name + "=" + name + ".csv").toList();
        return new GaitPatterns().load(settings(motions, keysAndValues), examples());
    }

    /** The human walk of the examples. */
    static EncodedPatterns biped(String... keysAndValues) {
        return new GaitPatterns().load(settings(List.of("walk=biped.bvh"), keysAndValues), examples());
    }

    static WalkerScene scene(EncodedPatterns encoded) {
        return (WalkerScene) encoded.scene().orElseThrow();
    }

    static List<double[]> poses(EncodedPatterns encoded) {
        return IntStream.range(0, encoded.patterns().count())
                .mapToObj(mu -> scene(encoded).wanted(mu))
                .toList();
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A motion of two joints, sines of a second, 50 frames and the first again; the header and each row may be changed. */
    static String csv(double amplitude, double gap) {
        StringBuilder text = new StringBuilder("time_s,hip,knee\n");
        for (int k = 0; k <= 50; k++) {
            double angle = 2 * Math.PI * k / 50;
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f,%.3f,%.3f\n",
                    k / 50.0,
                    amplitude * Math.sin(angle) + gap * k / 50,
                    amplitude * Math.cos(angle)));
        }
        return text.toString();
    }

    /** States in time: shows patterns for their dwell, in ticks of 1 ms and steps of 3 ticks; more by {@link #show}. */
    static final class Recall {
        private final EncodedPatterns encoded;
        private final PerformanceKeeper keeper;
        private long tick;

        Recall(EncodedPatterns encoded) {
            this.encoded = encoded;
            this.keeper = new PerformanceKeeper(
                    1e-3, 3, mu -> encoded.dwell().orElseThrow().at(mu));
        }

        /** Shows patterns in order for their dwell. */
        Recall patterns(int from, int count, boolean begins) {
            for (int k = 0; k < count; k++) {
                int mu = from + k;
                show(
                        encoded.patterns().row(mu),
                        mu,
                        begins && k == 0,
                        3L * encoded.dwell().orElseThrow().at(mu));
            }
            return this;
        }

        /** Shows a state for some ticks, seen once a step. */
        Recall show(Signs state, int pattern, boolean begins, long ticks) {
            for (long t = 0; t < ticks; t += 3) {
                keeper.accept(tick + t, state, pattern, begins && t == 0);
            }
            tick += ticks;
            return this;
        }

        Performance performance() {
            return keeper.performance(tick);
        }
    }
}
