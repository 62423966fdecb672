package org.mneme.runtime.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mneme.InputException;
import org.mneme.lower.Abilities;
import org.mneme.lower.Latencies;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.lower.SpikingOptions;
import org.mneme.lower.StochasticOptions;
import org.mneme.runtime.board.Targets;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.config.Setting;

/**
 * Reads {@code lowering:}, a name or a name with its options such as
 * {@code {spiking: {form: lateral, latencies: {volley: 1, answer: 1, reset: 1, stop: 1}}}}, and {@code target:}.
 */
final class LoweringReader {
    static final String KEY = "lowering";
    static final String TARGET = "target";
    private static final String SPIKING = "spiking";
    private static final String STOCHASTIC = "stochastic";
    private static final String FORM = "form";
    private static final String LATENCIES = "latencies";
    private static final String[] LATENCY_KEYS = {"volley", "answer", "reset", "stop"};
    private static final String FEATURE_TIME = "feature-time";
    private static final String HIDDEN_TIME = "hidden-time";
    private static final String STEP_TIME = "step-time";

    private LoweringReader() {}

    /**
     * @param name of the lowering
     * @param options with what was written
     * @param written as it would be written
     */
    record Chosen(String name, LoweringOptions options, Object written) {}

    static Chosen absent(LoweringOptions options) {
        return new Chosen("auto", options, "auto");
    }

    static Chosen read(Setting setting, LoweringOptions options) {
        if (!(setting instanceof Setting.Group group)) {
            Map<String, String> names = new LinkedHashMap<>();
            Lowerings.byName().keySet().forEach(key -> names.put(key, key));
            String name = setting.value().oneOf(names);
            return new Chosen(name, options, name);
        }
        String name = group.single(SPIKING, STOCHASTIC);
        Setting.Group inner = group.get(name).group();
        if (name.equals(SPIKING)) {
            SpikingOptions spiking = spiking(inner);
            return new Chosen(name, options.with(spiking), Map.of(name, written(spiking)));
        }
        StochasticOptions stochastic = stochastic(inner);
        return new Chosen(name, options.with(stochastic), Map.of(name, written(stochastic)));
    }

    private static SpikingOptions spiking(Setting.Group group) {
        group.only(FORM, LATENCIES);
        SpikingOptions.Form form = group.or(
                FORM,
                SpikingOptions.defaults().form(),
                s -> s.value()
                        .oneOf(Words.of(
                                "inhibitor", SpikingOptions.Form.INHIBITOR, "lateral", SpikingOptions.Form.LATERAL)));
        return new SpikingOptions(form, group.find(LATENCIES).map(LoweringReader::latencies));
    }

    private static Latencies latencies(Setting setting) {
        Setting.Group group = setting.group().only(LATENCY_KEYS);
        int[] ticks = new int[LATENCY_KEYS.length];
        for (int k = 0; k < ticks.length; k++) {
            ticks[k] = group.get(LATENCY_KEYS[k]).value().integer(1, 1_000);
        }
        return InteractionReader.located(group, () -> new Latencies(ticks[0], ticks[1], ticks[2], ticks[3]));
    }

    private static StochasticOptions stochastic(Setting.Group group) {
        group.only(FEATURE_TIME, HIDDEN_TIME, STEP_TIME);
        StochasticOptions defaults = StochasticOptions.defaults();
        return InteractionReader.located(
                group,
                () -> new StochasticOptions(
                        seconds(group, FEATURE_TIME, defaults.featureSeconds()),
                        seconds(group, HIDDEN_TIME, defaults.hiddenSeconds()),
                        seconds(group, STEP_TIME, defaults.stepSeconds())));
    }

    private static double seconds(Setting.Group group, String key, double absent) {
        return group.or(key, absent, s -> TickReader.seconds(s).doubleValue());
    }

    private static Map<String, Object> written(SpikingOptions options) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(FORM, options.form() == SpikingOptions.Form.LATERAL ? "lateral" : "inhibitor");
        options.latencies().ifPresent(latencies -> {
            Map<String, Object> ticks = new LinkedHashMap<>();
            ticks.put(LATENCY_KEYS[0], latencies.volley());
            ticks.put(LATENCY_KEYS[1], latencies.answer());
            ticks.put(LATENCY_KEYS[2], latencies.reset());
            ticks.put(LATENCY_KEYS[3], latencies.stop());
            written.put(LATENCIES, ticks);
        });
        return written;
    }

    private static Map<String, Object> written(StochasticOptions options) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(FEATURE_TIME, TickReader.text(options.featureSeconds()));
        written.put(HIDDEN_TIME, TickReader.text(options.hiddenSeconds()));
        written.put(STEP_TIME, TickReader.text(options.stepSeconds()));
        return written;
    }

    /**
     * Reads the target: a kind of target, the name of a board's or the path of a description, these two with sizes.
     *
     * @param folder that paths are relative to
     */
    static Optional<Abilities> target(Setting.Group root, Path folder) {
        return root.find(TARGET).map(setting -> abilities(setting.value(), folder));
    }

    private static Abilities abilities(Setting.Value word, Path folder) {
        Map<String, Abilities> kinds = new LinkedHashMap<>();
        new TreeSet<>(Abilities.byName().keySet()).forEach(name -> kinds.put(name, Abilities.named(name)));
        if (kinds.containsKey(word.text())) {
            return word.oneOf(kinds);
        }
        String name = word.text().replaceFirst("\\?[^?]*$", "");
        List<String> boards = Targets.names();
        if (!Targets.isPath(name) && !boards.contains(name)) {
            List<String> known = new ArrayList<>(kinds.keySet());
            known.addAll(boards);
            throw word.error("'" + name + "' is unknown" + Nearest.suggestion(name, known));
        }
        try {
            return Abilities.of(Targets.named(word.text(), folder));
        } catch (InputException e) {
            throw word.error(e.getMessage());
        }
    }
}
