package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.cli.yaml.Overrides;
import org.mneme.lab.SweepAxis;
import org.mneme.lab.robustness.Curve;
import org.mneme.lab.robustness.NoiseKind;
import org.mneme.lab.robustness.Robustness;
import org.mneme.lab.robustness.RobustnessCurve;
import org.mneme.lab.robustness.RobustnessPlan;
import org.mneme.lab.robustness.RobustnessPoint;
import org.mneme.lab.robustness.RobustnessStudy;
import org.mneme.report.Study;
import org.mneme.report.StudyFiles;
import org.mneme.report.StudyPage;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mneme robustness}: recall against flipped bits of the cue, load, or spike noise. */
@Command(
        name = "robustness",
        header = "Measure recall against flipped bits, load, or spike noise.",
        description =
                "Recalls the memory by its rules, or by spikes on a backend, once for every value and seed, and draws the fraction "
                        + "recalled whole with its 95 %% interval. Where the patterns are random each seed draws its own.",
        footer = {
            "",
            "Curves:",
            "  basin  values are fractions of the cue's bits that are flipped;",
            "  load   values are P / P_S, P_S the paper's capacity; random patterns only;",
            "  noise  values are probabilities that a spike is turned, lost or late.",
            "",
            "Example:",
            "  mneme robustness memory.yaml --curve basin --values 0..0.5/0.05 \\",
            "      --seeds 1..20 --csv trials.csv --report basin.html",
            "  mneme robustness memory.yaml --curve noise --noise-kind jitter \\",
            "      --jitter-ticks 2 --values 0..0.2/0.02 --backend simulator \\",
            "      --set lowering=spiking"
        },
        mixinStandardHelpOptions = true)
final class RobustnessCommand implements Callable<Integer> {
    private static final Map<Curve, String> VALUES =
            Map.of(Curve.BASIN, "0..0.5/0.05", Curve.LOAD, "0.2..2/0.2", Curve.NOISE, "0..0.4/0.04");

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin
    private MemoryFile memory = new MemoryFile();

    @Option(
            names = "--curve",
            paramLabel = "CURVE",
            required = true,
            completionCandidates = Curves.class,
            description = "What is varied: ${COMPLETION-CANDIDATES}.")
    private @Nullable String curve;

    @Option(
            names = "--values",
            paramLabel = "VALUES",
            description =
                    "Values such as 0..0.5/0.05 or 0.1,0.2. Default: 0..0.5/0.05 (basin), 0.2..2/0.2 (load), 0..0.4/0.04 (noise).")
    private @Nullable String values;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "1..20",
            description = "Seeds, one recall each at every value. Default: ${DEFAULT-VALUE}.")
    private String seeds = "1..20";

    @Option(
            names = "--noise-kind",
            paramLabel = "KIND",
            defaultValue = "flip",
            completionCandidates = Kinds.class,
            description =
                    "Whether noise turns a feature's spike, loses a spike, or makes it late: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String kind = "flip";

    @Option(
            names = "--jitter-ticks",
            paramLabel = "J",
            defaultValue = "1",
            description = "How many ticks a spike is late at most, of --noise-kind jitter. Default: ${DEFAULT-VALUE}.")
    private int jitterTicks = 1;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = RunOptions.REFERENCE,
            completionCandidates = BackendNames.class,
            description =
                    "What executes the recalls: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, by the rules.")
    private String backend = RunOptions.REFERENCE;

    @Mixin
    private BoardFlag board = new BoardFlag();

    @Option(
            names = "--cue",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "The pattern that is cued, from 0. Default: ${DEFAULT-VALUE}.")
    private int cue;

    @Option(
            names = "--steps",
            paramLabel = "K",
            description = "Recall steps after the cue. Default: to the sequence's end, or once around.")
    private @Nullable Integer steps;

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "1",
            description = "Recalls at a time; the result is the same for any number. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--csv",
            paramLabel = "OUT",
            description = "Keeps each recall as it finishes; started again with the same file, it goes on there.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the curve as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Writes the curve as one self-contained HTML page.")
    private @Nullable Path report;

    /** The values of --curve. */
    static final class Curves extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Curves() {
            super(words(Curve.values()));
        }
    }

    /** The values of --noise-kind. */
    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Kinds() {
            super(words(NoiseKind.values()));
        }
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static <E extends Enum<E>> E meant(String option, String word, E[] values) {
        int index = words(values).indexOf(word);
        if (index < 0) {
            throw new InvalidValueException(option, "'" + word + "'", "one of " + String.join(", ", words(values)));
        }
        return values[index];
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        OutputFiles.requireWritable(memory.path(), csv, json, report);
        RobustnessPlan plan = plan(meant("--curve", Objects.requireNonNull(curve), Curve.values()));
        Setting.Group root = memory.settings();
        RobustnessCurve measured;
        try (ProgressBar bar = ProgressBar.on(err, "recalls")) {
            measured = Robustness.measure(
                    plan,
                    assignments -> experiment(root, assignments),
                    Optional.ofNullable(csv),
                    Numbers.threads(threads),
                    (done, total) -> {
                        Interrupts.keep();
                        bar.update(done, total);
                        return !Interrupts.asked();
                    });
        }
        if (!measured.complete()) {
            Failures.say(
                    csv == null
                            ? "interrupted; name a file by --csv to be able to go on"
                            : "interrupted; the same command goes on where this one stopped",
                    err);
            return ExitCodes.INTERRUPTED;
        }
        Study study = RobustnessStudy.of(measured);
        if (json != null) {
            StudyFiles.json(study, json);
        }
        if (report != null) {
            StudyPage.write(study, report);
        }
        print(measured, study, out);
        return ExitCodes.DONE;
    }

    private RobustnessPlan plan(Curve wanted) {
        String text = values == null ? Objects.requireNonNull(VALUES.get(wanted)) : values;
        return new RobustnessPlan(
                wanted,
                SweepAxis.values("--values", text),
                SweepAxis.seeds(seeds),
                meant("--noise-kind", kind, NoiseKind.values()),
                cue,
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                board.backend(
                        backend, Objects.requireNonNull(spec).commandLine().getParseResult()),
                jitterTicks);
    }

    private Experiment experiment(Setting.Group root, Map<String, String> assignments) {
        List<Overrides.Assignment> overrides = assignments.entrySet().stream()
                .map(entry -> new Overrides.Assignment(entry.getKey(), entry.getValue()))
                .toList();
        return ExperimentReader.read(Overrides.apply(root, overrides), memory.folder());
    }

    private static String bySpikes(RobustnessPoint point) {
        return String.format(
                Locale.ROOT,
                ", %.0f %% in order, %.2f ticks a step",
                100 * point.inOrder().value(),
                point.ticks().value());
    }

    private static void print(RobustnessCurve curve, Study study, PrintWriter out) {
        curve.capacity().ifPresent(capacity -> out.printf(Locale.ROOT, "theory: P_S = %.1f patterns%n", capacity));
        for (RobustnessPoint point : curve.points()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %d patterns, %d of %d recalled whole, mean overlap %.3f, %.2f wrong bits%s%n",
                    point.value(),
                    point.patterns(),
                    point.whole(),
                    point.trials().size(),
                    point.overlap().value(),
                    point.wrongBits().value(),
                    curve.plan().spiking() ? bySpikes(point) : "");
        }
        if (curve.skipped() > 0) {
            out.printf(Locale.ROOT, "%d of %d recalls were there before%n", curve.skipped(), curve.done());
        }
        out.println(study.verdict());
    }
}
