package org.mneme.report.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.PatternSet;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.experiment.Update;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Plant;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;
import org.mneme.runtime.scene.SceneScore;

/** Small memories that are run to be watched, and what pages are sent of them. */
final class Watched {
    static final int FEATURES = 64;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Watched() {}

    static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /** A chain of patterns, each held for two steps. */
    static Experiment chain(String name, int patterns, Optional<Scene> scene) {
        PatternSet set = PatternSet.random(patterns, FEATURES, 4, 0);
        SequenceMemory memory = new SequenceMemory(
                set,
                Successors.chain(patterns),
                new Interaction.Exponential(1),
                SelfCoupling.INCLUDED,
                Learning.HEBBIAN,
                new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(2)), 1, new Interaction.Exponential(1)));
        EncodedPatterns encoded = EncodedPatterns.of(set);
        return new Experiment(
                name,
                scene.map(encoded::with).orElse(encoded),
                memory,
                new Update.Synchronous(),
                "spiking",
                LoweringOptions.defaults(),
                Noise.NONE,
                List.of(),
                RunControls.NONE,
                Map.of());
    }

    static RunOptions options() {
        return RunOptions.on("simulator").withSeed(1);
    }

    static RunResult run(Experiment experiment) {
        return ExperimentRun.run(experiment, options(), (_, _) -> true);
    }

    static RunResult run(Experiment experiment, RunOptions options) {
        return ExperimentRun.run(experiment, options, (_, _) -> true);
    }

    /** A meter: how many of the first features are +1, and how many of the last. */
    record Meter(PatternSet patterns) implements Scene {
        static Optional<Scene> of(int patterns) {
            return Optional.of(new Meter(PatternSet.random(patterns, FEATURES, 4, 0)));
        }

        @Override
        public SceneKind kind() {
            return SceneKind.NOTES;
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("</script><b>", "", 0, 1), new Channel("last", "mm", 0, 1.0 / 3));
        }

        @Override
        public Map<String, Object> setting() {
            Map<String, Object> setting = new LinkedHashMap<>();
            setting.put("list", List.of(1, 2.5, true, "</script>"));
            setting.put("map", Map.of("key", List.of()));
            return setting;
        }

        @Override
        public double[] read(Signs state) {
            int first = 0;
            int last = 0;
            for (int i = 0; i < FEATURES / 2; i++) {
                first += state.at(i) > 0 ? 1 : 0;
                last += state.at(FEATURES / 2 + i) > 0 ? 1 : 0;
            }
            return new double[] {first, last / 3.0};
        }

        @Override
        public double[] wanted(int pattern) {
            return read(patterns.row(pattern));
        }

        @Override
        public Optional<Plant> plant() {
            return Optional.of(new Plant(0.02, 2));
        }

        @Override
        public SceneScore judge(Performance performance) {
            return new SceneScore(true, "meter: read", List.of(), SceneScore.Table.none());
        }

        @Override
        public List<String> formats() {
            return List.of("txt");
        }

        @Override
        public void write(Performance performance, Path file) {
            throw new UnsupportedOperationException("nobody asks for it");
        }
    }
}
