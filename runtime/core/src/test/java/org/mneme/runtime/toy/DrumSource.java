package org.mneme.runtime.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.patterns.Sequencing;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneScore;

/** {@code drum: {seed: S}}: four patterns; feature 0 says whether the drum sounds. A chain of two motifs, held for 2, 1, 3 and 1 steps. */
public final class DrumSource implements PatternSource {
    static final Ints DWELL = Ints.of(2, 1, 3, 1);
    private static final int FEATURES = 64;

    @Override
    public String key() {
        return "drum";
    }

    @Override
    public String shortFor() {
        return "seed";
    }

    @Override
    public EncodedPatterns load(Setting setting, Path folder) {
        PatternSet patterns = PatternSet.random(DWELL.length(), FEATURES, 3, 0);
        return EncodedPatterns.of(patterns)
                .with(new Drum(patterns))
                .held(DWELL)
                .with(new Sequencing(
                        Successors.chain(DWELL.length()),
                        List.of(new Motif("verse", Ints.of(0, 1)), new Motif("chorus", Ints.of(2, 3)))));
    }

    private record Drum(PatternSet patterns) implements Scene {
        @Override
        public SceneKind kind() {
            return SceneKind.NOTES;
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("drum", "", 0, 1));
        }

        @Override
        public Map<String, Object> setting() {
            return Map.of("gridSeconds", 1.0);
        }

        @Override
        public double[] read(Signs state) {
            return new double[] {state.at(0) > 0 ? 1 : 0};
        }

        @Override
        public double[] wanted(int pattern) {
            return read(patterns.row(pattern));
        }

        @Override
        public SceneScore judge(Performance performance) {
            List<List<Double>> rows = new ArrayList<>();
            for (Moment moment : performance.moments()) {
                rows.add(List.of(moment.due(), (double) moment.tick(), read(moment.state())[0]));
            }
            boolean right = performance.moments().stream()
                    .allMatch(m -> read(m.state())[0] == wanted(m.pattern())[0] && m.due() == m.tick());
            return new SceneScore(
                    right,
                    "drum: " + rows.size() + " moments",
                    List.of(new SceneScore.Figure("moments", rows.size(), "")),
                    new SceneScore.Table("moments", List.of("due, ticks", "seen, ticks", "sounds"), rows));
        }

        @Override
        public List<String> formats() {
            return List.of("txt");
        }

        @Override
        public void write(Performance performance, Path file) {
            try {
                Files.writeString(file, judge(performance).sentence(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
