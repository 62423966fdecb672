package org.mneme.motor.music;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.PerformanceKeeper;
import org.mneme.runtime.scene.SceneScore;

/** What the tests of this package start from. */
final class Given {
    static final int TICKS_PER_STEP = 3;
    static final double TICK = 0.01;

    private Given() {}

    /** Settings as under {@code music:}; key, value, key, value, … */
    static Setting.Group settings(String... keysAndValues) {
        Place place = new Place("test.yaml", 3, 10);
        Map<String, Setting> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String path = "patterns.music." + keysAndValues[i];
            entries.put(keysAndValues[i], new Setting.Value(place, path, keysAndValues[i + 1]));
        }
        return new Setting.Group(place, "patterns.music", entries);
    }

    static Path examples() {
        return Path.of(System.getProperty("mneme.root", "../.."), "examples", "music");
    }

    /** Loads a tune. */
    static EncodedPatterns load(Path folder, MidiText tune, String... keysAndValues) {
        tune.to(folder.resolve("tune.mid"));
        String[] all = new String[keysAndValues.length + 2];
        System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
        all[0] = "midi";
        all[1] = "tune.mid";
        return new MusicPatterns().load(settings(all), folder);
    }

    static NotesScene scene(EncodedPatterns encoded) {
        return (NotesScene) encoded.scene().orElseThrow();
    }

    static Piece piece(Path folder, MidiText tune, String... keysAndValues) {
        return scene(load(folder, tune, keysAndValues)).piece();
    }

    /** A recall without a fault. */
    static Performance perfect(EncodedPatterns encoded) {
        return performed(encoded, 0, 1, TICK);
    }

    /** A recall that begins at a tick, and in which all takes so many times as long as it should. */
    static Performance performed(EncodedPatterns encoded, long begin, double slowness, double tickSeconds) {
        PerformanceKeeper keeper = keeper(encoded, tickSeconds);
        double tick = begin;
        for (int mu = 0; mu < encoded.patterns().count(); mu++) {
            keeper.accept(Math.round(tick), encoded.patterns().row(mu), mu, mu == 0);
            tick += slowness * TICKS_PER_STEP * encoded.dwell().orElseThrow().at(mu);
        }
        return keeper.performance(Math.round(tick));
    }

    static PerformanceKeeper keeper(EncodedPatterns encoded, double tickSeconds) {
        return new PerformanceKeeper(
                tickSeconds, TICKS_PER_STEP, mu -> encoded.dwell().orElseThrow().at(mu));
    }

    static double figure(SceneScore score, String name) {
        return score.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
