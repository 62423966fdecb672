package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.lab.SweepAxis;
import org.mneme.lab.capacity.Capacity;
import org.mneme.lab.capacity.CapacityPoint;
import org.mneme.lab.capacity.CapacityQuestion;
import org.mneme.lab.capacity.CapacityStudy;
import org.mneme.lab.capacity.Measure;
import org.mneme.lab.capacity.Network;
import org.mneme.lab.capacity.Procedure;
import org.mneme.lab.capacity.SearchStart;
import org.mneme.report.StudyPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mneme capacity}: measures how many patterns a network holds. */
@Command(
        name = "capacity",
        header = "Measure how many patterns a network holds.",
        description =
                "Draws random patterns, tests their transitions up to the first flipped bit, and draws fewer until none flips, as "
                        + "Chaudhry et al. (2023) do. With --csv each finished trial is kept: started again, the same command goes on "
                        + "where it stopped.",
        footer = {
            "",
            "Values: 1..4 (whole numbers), 10..100/10 (with a step), 1,2,5 (a list).",
            "",
            "Examples:",
            "  mneme capacity --features 40 --degree 2",
            "  mneme capacity --features 10..50/10 --degree 1..3 --measure both \\",
            "      --csv out.csv --report out.html",
            "  mneme capacity --features 50 --degree 2 --pseudoinverse --bias 0..0.8/0.2",
            "  mneme capacity --figure densenet --scale quick --report densenet.html"
        },
        mixinStandardHelpOptions = true)
final class CapacityCommand implements Callable<Integer> {
    private static final Path STANDARD = Path.of("-");

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--features", paramLabel = "N", description = "Numbers of features, such as 40 or 10..100/10.")
    private @Nullable String features;

    @Mixin
    private CapacityNetworks networks = new CapacityNetworks();

    @Mixin
    private CapacityFigures figures = new CapacityFigures();

    @Option(
            names = "--bias",
            paramLabel = "E",
            defaultValue = "0",
            description = "Correlated patterns: a feature is +1 with probability 1/2 + E/2; values such as 0..0.8/0.2. "
                    + "Default: ${DEFAULT-VALUE}.")
    private String bias = "0";

    @Option(
            names = "--measure",
            paramLabel = "WHAT",
            defaultValue = "transition",
            completionCandidates = Measures.class,
            description = "What must be clean: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String measure = "transition";

    @Option(
            names = "--sequences",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "Sequences drawn side by side that must all be clean, for the sequence capacity. Default: ${DEFAULT-VALUE}.")
    private int sequences = 1;

    @Option(
            names = "--method",
            paramLabel = "HOW",
            defaultValue = "bisection",
            completionCandidates = Methods.class,
            description =
                    "${COMPLETION-CANDIDATES}: the paper's descent in steps of 1 %%, or the same draws without those where a "
                            + "clean one is all but impossible. Default: ${DEFAULT-VALUE}.")
    private String method = "bisection";

    @Option(
            names = "--trials",
            paramLabel = "T",
            defaultValue = "20",
            description = "Trials of each point. Default: ${DEFAULT-VALUE}.")
    private int trials = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of every random draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Trials at a time; results are the same for any number. Default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--csv",
            paramLabel = "OUT",
            description = "Keeps each finished trial in this file, and goes on with it.")
    private @Nullable Path csv;

    @Option(
            names = "--json",
            paramLabel = "OUT",
            description = "Writes points, trials and failure probabilities as JSON; - for the standard output.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Writes charts and tables as one self-contained HTML page.")
    private @Nullable Path report;

    /** The values of --measure. */
    static final class Measures extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Measures() {
            super(List.of("transition", "sequence", "both"));
        }
    }

    /** The values of --method. */
    static final class Methods extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Methods() {
            super(List.of("descent", "bisection"));
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (figures.asked()) {
            return figures.run(new CapacityFigures.Shared(seed, threads(), csv, json, report), out, err);
        }
        List<CapacityQuestion> questions = questions();
        boolean piped = STANDARD.equals(json);
        OutputFiles.requireOutputs(csv, piped ? null : json, report);
        List<CapacityPoint> points;
        try (ProgressBar bar = ProgressBar.on(err, "capacity")) {
            points = Capacity.run(questions, trials, seed, Optional.ofNullable(csv), threads(), state -> {
                Interrupts.keep();
                bar.update(state.work(), state.totalWork());
                return !Interrupts.asked();
            });
        }
        if (points.size() < questions.size()) {
            Failures.say(
                    csv == null
                            ? "interrupted; nothing is kept without --csv OUT"
                            : "interrupted; the same command goes on where this one stopped",
                    err);
            return ExitCodes.INTERRUPTED;
        }
        write(points, piped, out);
        return ExitCodes.DONE;
    }

    private void write(List<CapacityPoint> points, boolean piped, PrintWriter out) {
        Map<CapacityQuestion, SearchStart> starts = CapacityStudy.starts(points, seed);
        if (piped) {
            JsonText.print(CapacityPages.json(points, starts, seed), out);
        } else {
            CapacityPages.print(points, starts, out);
        }
        if (json != null && !piped) {
            JsonText.write(CapacityPages.json(points, starts, seed), json);
        }
        if (report != null) {
            StudyPage.write(CapacityStudy.of(points, seed), report);
        }
    }

    private int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : Numbers.threads(threads);
    }

    private List<CapacityQuestion> questions() {
        Procedure procedure = switch (method) {
            case "descent" -> Procedure.DESCENT;
            case "bisection" -> Procedure.BISECTION;
            default -> throw new InvalidValueException("--method", method, "descent or bisection");
        };
        List<Measure> measures = switch (measure) {
            case "transition" -> List.of(Measure.TRANSITION);
            case "sequence" -> List.of(Measure.SEQUENCE);
            case "both" -> List.of(Measure.values());
            default -> throw new InvalidValueException("--measure", measure, "transition, sequence or both");
        };
        if (sequences != 1 && !measures.contains(Measure.SEQUENCE)) {
            throw mistake("--sequences is of the sequence capacity; give --measure sequence or both");
        }
        if (features == null) {
            throw mistake("--features N is missing");
        }
        List<Integer> sizes = CapacityNetworks.wholeNumbers("--features", features);
        List<Double> biases = biases();
        List<CapacityQuestion> questions = new ArrayList<>();
        for (Network network : networks.networks()) {
            for (double epsilon : biases) {
                for (Measure what : measures) {
                    int side = what == Measure.SEQUENCE ? sequences : 1;
                    sizes.forEach(n -> questions.add(new CapacityQuestion(network, n, epsilon, what, procedure, side)));
                }
            }
        }
        return questions;
    }

    private CommandLine.ParameterException mistake(String sentence) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private List<Double> biases() {
        return new SweepAxis("--bias", SweepAxis.values("--bias", bias))
                .values().stream().map(CapacityCommand::decimal).toList();
    }

    private static double decimal(String value) {
        try {
            return Numbers.finite(value);
        } catch (CommandLine.TypeConversionException e) {
            throw new InvalidValueException("--bias", "'" + value + "'", "a number");
        }
    }
}
