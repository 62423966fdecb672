package org.mneme.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.report.PlotFiles;
import org.mneme.report.ReportPage;
import org.mneme.runtime.exchange.Importer;
import org.mneme.runtime.exchange.Importers;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunControls;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.graph.GraphRunOptions;
import org.mneme.runtime.result.RunJson;
import org.mneme.runtime.result.RunResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** {@code mneme run}: recalls a memory from a cue. */
@Command(
        name = "run",
        header = "Recall a memory from a cue, by spikes.",
        description =
                "Lowers the memory to a spiking graph, cues it, and decodes the recall from feature spikes. After the cue a "
                        + "cycle makes P transitions, an open chain as many as remain to its end. FILE may also "
                        + "be a network of another tool (.nir), which gets input spikes in place of a cue.",
        footer = {
            "",
            "Examples:",
            "  mneme run examples/handwriting/hello.yaml --cue-noise 0.2 --report hello.html",
            "  mneme run memory.yaml --backend reference --set self-coupling=excluded",
            "  mneme run memory.yaml --cue 3 --steps 50 --seed 7 --record recording",
            "  mneme run memory.yaml --json - | jq .recall.winners",
            "  mneme run examples/memories/motifs.yaml --play 3,1,4,1,5 --tempo 0:1,100:0.5",
            "  mneme run memory.yaml --gate 0-9,20-29 --gate 200:10-19 --recue 300:12:0.1",
            "  mneme run examples/images/digits.yaml --data mnist --report digits.html",
            "  mneme run memory.yaml --board 'emulator:?target=loihi1' --json -",
            "  mneme run network.nir --input spikes.csv --dt 1e-3 --output out.csv",
            "",
            "Exit codes:",
            "  0 all patterns in order without an error; 1 the recall failed; 2 wrong usage",
            "  or input; 3 board fault; 130 interrupted."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** The standard output, as a file name. */
    private static final Path STANDARD = Path.of("-");

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin
    private MemoryFile memory = new MemoryFile();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "simulator",
            completionCandidates = BackendNames.class,
            description =
                    "What executes it: ${COMPLETION-CANDIDATES} ('mneme backends' says more). Default: ${DEFAULT-VALUE}.")
    private String backend = "simulator";

    @Mixin
    private BoardFlag board = new BoardFlag();

    @Option(
            names = "--steps",
            paramLabel = "K",
            description = "Recall steps after the cue. Default: to the sequence's end, or once around.")
    private @Nullable Integer steps;

    @Mixin
    private CueFlags cue = new CueFlags();

    @Mixin
    private NoiseFlags noise = new NoiseFlags();

    @Mixin
    private ControlFlags controls = new ControlFlags();

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "1",
            description = "Threads of the backend; the result is the same for any number. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--json",
            paramLabel = "OUT",
            description = "Writes the result as JSON; - for the standard output, which then holds nothing else.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Writes the result as one self-contained HTML page.")
    private @Nullable Path report;

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Writes each plot of the report as SVG, and its numbers as CSV.")
    private @Nullable Path plots;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Records spikes and states into a new folder, in columns that NumPy loads.")
    private @Nullable Path record;

    @Option(
            names = "--perform",
            paramLabel = "OUT",
            description =
                    "Writes what was recalled in the memory's own terms: a movement or a gait as .csv, music as .mid.")
    private @Nullable Path perform;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ParseResult given = spec.commandLine().getParseResult();
        backend = board.backend(backend, given);
        Optional<Importer> importer = Importers.of(memory.path());
        if (importer.isPresent()) {
            return new NetworkRun(memory.path(), network, json).run(importer.get(), given, networkRun(), out, err);
        }
        NetworkRun.refuseOwn(given);
        RunOptions options = new RunOptions(
                backend,
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                cue.noise(),
                cue.pattern(),
                cue.seed(),
                Numbers.threads(threads),
                Optional.ofNullable(record),
                RunControls.NONE);
        boolean piped = STANDARD.equals(json);
        OutputFiles.requireWritable(memory.path(), piped ? null : json, report, perform);
        OutputFiles.requireFolder(plots);
        OutputFiles.requireFolder(record);
        Experiment experiment = memory.experiment(noise.assignments());
        Performed.requireFormat(experiment, perform);
        RunOptions told = options.telling(controls.controls(experiment, given.hasMatchedOption("--cue")));
        RunResult result;
        try (ProgressBar bar = ProgressBar.on(err, "recall")) {
            result = ExperimentRun.run(experiment, told, (done, total) -> {
                Interrupts.keep();
                bar.update(done, total);
                return !Interrupts.asked();
            });
        }
        Interrupts.keep();
        if (piped) {
            out.print(text(result));
        } else if (json != null) {
            RunJson.write(result, json);
        }
        if (report != null) {
            ReportPage.write(result, report);
        }
        if (plots != null) {
            PlotFiles.write(result, plots);
        }
        Performed.write(result, perform);
        RunSummary.print(result, piped ? err : out);
        if (result.interrupted()) {
            return ExitCodes.INTERRUPTED;
        }
        return result.success() ? ExitCodes.DONE : ExitCodes.NO;
    }

    private GraphRunOptions networkRun() {
        return new GraphRunOptions(
                backend,
                network.ticks(),
                cue.seed(),
                Numbers.threads(threads),
                network.spikes(),
                network.states(),
                Optional.ofNullable(record));
    }

    private static String text(RunResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            RunJson.write(result, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
