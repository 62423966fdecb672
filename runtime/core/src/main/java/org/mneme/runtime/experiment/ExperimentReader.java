package org.mneme.runtime.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mneme.lower.LoweringOptions;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.PatternSources;

/** Reads an experiment from settings, and its patterns from where they say. */
public final class ExperimentReader {
    /** The version of the settings that is read. */
    public static final int VERSION = 1;

    private static final String DEFAULT_NAME = "memory";
    private static final String[] KEYS = {
        "mneme",
        "name",
        "patterns",
        "sequence",
        "interaction",
        "self-coupling",
        "learning",
        "timing",
        "update",
        LoweringReader.KEY,
        LoweringReader.TARGET,
        "tick",
        "precision",
        NoiseReader.KEY,
        ControlsReader.KEY
    };

    private final Setting.Group root;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private ExperimentReader(Setting.Group root) {
        this.root = root;
    }

    /**
     * Reads an experiment.
     *
     * @param root the settings
     * @param folder relative file names are resolved against it
     * @return the experiment, its patterns loaded
     * @throws org.mneme.runtime.config.SettingException if a setting is missing, unknown or wrong, naming its place
     * @throws org.mneme.InputException if a file it names is wrong
     */
    public static Experiment read(Setting root, Path folder) {
        return new ExperimentReader(root.group().only(KEYS)).read(folder);
    }

    private Experiment read(Path folder) {
        root.find("mneme").ifPresent(ExperimentReader::requireVersion);
        settings.put("mneme", VERSION);
        String name = root.or("name", DEFAULT_NAME, ExperimentReader::name);
        settings.put("name", name);
        Setting patterns = root.get("patterns");
        // Settings that need no pattern come first: a mistyped word is told before a large file is read.
        InteractionReader.Both interaction = InteractionReader.read(root.get("interaction"));
        LoweringOptions options = options(name, folder);
        LoweringReader.Chosen lowering = root.find(LoweringReader.KEY)
                .map(setting -> LoweringReader.read(setting, options))
                .orElseGet(() -> LoweringReader.absent(options));
        Noise noise = root.or(NoiseReader.KEY, Noise.NONE, NoiseReader::read);
        Update update = root.or("update", new Update.Synchronous(), ExperimentReader::update);
        EncodedPatterns encoded = PatternSources.load(patterns, folder);
        settings.put("patterns", PatternSources.settings(patterns));
        SequenceReader.Sequence sequence = sequence(encoded);
        SequenceMemory memory = memory(encoded, sequence, interaction);
        RunControls controls = root.or(
                ControlsReader.KEY,
                RunControls.NONE,
                s -> ControlsReader.read(
                        s,
                        options.tickSeconds(),
                        memory.count(),
                        sequence.motifs(),
                        Experiment.named(encoded, sequence.motifs())));
        settings.put(
                "update",
                switch (update) {
                    case Update.Synchronous _ -> "synchronous";
                    case Update.Asynchronous asynchronous ->
                        Map.of("asynchronous", Map.of("seed", asynchronous.seed()));
                });
        settings.put(LoweringReader.KEY, lowering.written());
        root.find(LoweringReader.TARGET)
                .ifPresent(setting ->
                        settings.put(LoweringReader.TARGET, setting.value().text()));
        settings.put("tick", TickReader.text(options.tickSeconds()));
        Map<String, Object> precision = new LinkedHashMap<>();
        precision.put("payload-bits", options.payloadBits());
        precision.put("state-bits", options.stateBits());
        settings.put("precision", precision);
        if (!noise.isNone()) {
            settings.put(NoiseReader.KEY, NoiseReader.written(noise));
        }
        if (!controls.isEmpty()) {
            settings.put(ControlsReader.KEY, ControlsReader.written(controls));
        }
        return new Experiment(
                name,
                encoded,
                memory,
                update,
                lowering.name(),
                lowering.options().with(controls.needs()),
                noise,
                sequence.motifs(),
                controls,
                settings);
    }

    private static void requireVersion(Setting setting) {
        if (setting.value().integer(0, Integer.MAX_VALUE) != VERSION) {
            throw setting.error(
                    "version " + setting.value().text() + " is not known; this program reads version " + VERSION);
        }
    }

    private static String name(Setting setting) {
        String name = setting.value().text();
        if (name.isBlank()) {
            throw setting.error("a name is needed here");
        }
        return name;
    }

    private static Update update(Setting setting) {
        if (setting instanceof Setting.Value word) {
            return word.oneOf(
                    Words.of("synchronous", new Update.Synchronous(), "asynchronous", new Update.Asynchronous(1)));
        }
        Setting.Group group = setting.group();
        group.single("asynchronous");
        return new Update.Asynchronous(group.get("asynchronous")
                .group()
                .only("seed")
                .or("seed", 1L, s -> s.value().integer(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    private LoweringOptions options(String name, Path folder) {
        LoweringOptions defaults = LoweringOptions.defaults();
        double tick = root.or(
                "tick", defaults.tickSeconds(), s -> TickReader.seconds(s).doubleValue());
        Optional<Setting.Group> precision =
                root.find("precision").map(s -> s.group().only("payload-bits", "state-bits"));
        int payload = precision
                .map(p -> p.or(
                        "payload-bits", defaults.payloadBits(), s -> s.value().integer(2, 31)))
                .orElse(defaults.payloadBits());
        int state = precision
                .map(p ->
                        p.or("state-bits", defaults.stateBits(), s -> s.value().oneOf(Words.of("24", 24, "32", 32))))
                .orElse(defaults.stateBits());
        LoweringOptions options = new LoweringOptions(name, tick, payload, state, 0);
        return LoweringReader.target(root, folder).map(options::with).orElse(options);
    }

    private SequenceReader.Sequence sequence(EncodedPatterns encoded) {
        return root.find("sequence")
                .map(s -> SequenceReader.read(s, encoded))
                .orElseGet(() -> SequenceReader.absent(encoded));
    }

    private SequenceMemory memory(
            EncodedPatterns encoded, SequenceReader.Sequence sequence, InteractionReader.Both interaction) {
        Timing timing =
                root.or("timing", new Timing.OneStep(), s -> TimingReader.read(s, encoded, interaction.symmetric()));
        if (interaction.toldApart() && timing instanceof Timing.OneStep) {
            throw root.get("interaction")
                    .error("symmetric and asymmetric interactions need a timing; add timing: {steps-per-pattern: 5}");
        }
        SelfCoupling selfCoupling = root.or(
                "self-coupling",
                SelfCoupling.INCLUDED,
                s -> s.value().oneOf(Words.of("included", SelfCoupling.INCLUDED, "excluded", SelfCoupling.EXCLUDED)));
        Learning learning = root.or(
                "learning",
                Learning.HEBBIAN,
                s -> s.value().oneOf(Words.of("hebbian", Learning.HEBBIAN, "pseudoinverse", Learning.PSEUDOINVERSE)));
        settings.put("sequence", sequence.written());
        settings.put("interaction", written(interaction, timing));
        settings.put("self-coupling", selfCoupling == SelfCoupling.INCLUDED ? "included" : "excluded");
        settings.put("learning", learning == Learning.HEBBIAN ? "hebbian" : "pseudoinverse");
        settings.put("timing", TimingReader.written(timing));
        return InteractionReader.located(
                root.find("self-coupling").orElse(root),
                () -> new SequenceMemory(
                        encoded.patterns(),
                        sequence.successors(),
                        interaction.asymmetric(),
                        selfCoupling,
                        learning,
                        timing));
    }

    private static Object written(InteractionReader.Both interaction, Timing timing) {
        Object asymmetric = InteractionReader.written(interaction.asymmetric());
        if (timing instanceof Timing.OneStep) {
            return asymmetric;
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(InteractionReader.SYMMETRIC, InteractionReader.written(interaction.symmetric()));
        both.put(InteractionReader.ASYMMETRIC, asymmetric);
        return both;
    }
}
