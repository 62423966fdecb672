package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.cli.yaml.Overrides;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.lab.Sweep;
import org.mneme.lab.SweepAxis;
import org.mneme.lab.SweepPlan;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mneme sweep}: runs a memory with every combination of some settings and seeds. */
@Command(
        name = "sweep",
        header = "Run a memory with every combination of some settings and seeds.",
        description =
                "Writes a CSV line for each run as it finishes. Started again with the same file, it goes on where it stopped. "
                        + "Each seed draws both the cue's flips and, for random patterns, the patterns.",
        footer = {
            "",
            "Values: 1..4 (whole numbers), 0.1..0.5/0.1 (with a step), 1,2,5 (a list).",
            "",
            "Example:",
            "  mneme sweep memory.yaml --set interaction.polynomial.degree=1..4 \\",
            "      --seeds 1..20 -o out.csv"
        },
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The memory: a YAML file.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUES",
            description = "A setting and the values it takes; may be repeated.")
    private List<String> axes = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "1",
            description = "Seeds, such as 1..20. Default: ${DEFAULT-VALUE}.")
    private String seeds = "1";

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "simulator",
            completionCandidates = BackendNames.class,
            description = "What executes the runs: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String backend = "simulator";

    @CommandLine.Mixin
    private BoardFlag board = new BoardFlag();

    @Option(names = "--steps", paramLabel = "K", description = "Recall steps after the cue.")
    private @Nullable Integer steps;

    @Option(
            names = "--cue-noise",
            paramLabel = "F",
            defaultValue = "0",
            description = "Fraction of the cue's bits that are flipped. Default: ${DEFAULT-VALUE}.")
    private double cueNoise;

    @Option(
            names = "--cue",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "The pattern that is cued. Default: ${DEFAULT-VALUE}.")
    private int cue;

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "1",
            description = "Runs at a time; the file is the same for any number. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The CSV file where the results go.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path memory = Objects.requireNonNull(file);
        Path csv = Objects.requireNonNull(output);
        OutputFiles.requireWritable(memory, csv);
        Setting.Group root = YamlSettings.read(memory);
        Path folder = Objects.requireNonNull(memory.toAbsolutePath().getParent());
        RunOptions options = RunOptions.on(
                        board.backend(backend, spec.commandLine().getParseResult()))
                .withCue(cue, cueNoise);
        if (steps != null) {
            options = options.withSteps(steps);
        }
        SweepPlan plan = new SweepPlan(axes.stream().map(SweepAxis::parse).toList(), SweepAxis.seeds(seeds));
        Sweep.Summary summary;
        try (ProgressBar bar = ProgressBar.on(err, "sweep")) {
            summary = Sweep.run(
                    plan,
                    assignments -> ExperimentReader.read(Overrides.apply(root, overrides(assignments)), folder),
                    options,
                    csv,
                    Math.min(Numbers.threads(threads), plan.trials()),
                    (done, total) -> {
                        Interrupts.keep();
                        bar.update(done, total);
                        return !Interrupts.asked();
                    });
        }
        out.printf(
                Locale.ROOT,
                "sweep: %d of %d runs in %s (%d were there before), %d recalled everything%n",
                summary.done(),
                summary.trials(),
                csv,
                summary.skipped(),
                summary.done() - summary.failed());
        if (summary.done() < summary.trials()) {
            Failures.say("interrupted; the same command goes on where this one stopped", err);
            return ExitCodes.INTERRUPTED;
        }
        return ExitCodes.DONE;
    }

    private static List<Overrides.Assignment> overrides(Map<String, String> assignments) {
        return assignments.entrySet().stream()
                .map(entry -> new Overrides.Assignment(entry.getKey(), entry.getValue()))
                .toList();
    }
}
