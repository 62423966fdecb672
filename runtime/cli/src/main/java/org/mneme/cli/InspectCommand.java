package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.cli.yaml.YamlSettings;
import org.mneme.ir.GraphFile;
import org.mneme.ir.GraphText;
import org.mneme.ir.SpikingGraph;
import org.mneme.report.GraphPicture;
import org.mneme.runtime.board.ProgramFormat;
import org.mneme.runtime.exchange.ImportOptions;
import org.mneme.runtime.exchange.Importer;
import org.mneme.runtime.exchange.Importers;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentReader;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mneme inspect}: prints a graph, or a board program. */
@Command(
        name = "inspect",
        header = "Print a spiking graph, or a board program.",
        description = {
            "Prints the populations and projections of a graph file, a memory (which it lowers first) or a network;",
            "of a board program what it is for, what each core holds, and its routing tables."
        },
        footer = {
            "",
            "Examples:",
            "  mneme inspect memory.graph",
            "  mneme inspect network.nir",
            "  mneme inspect memory.mneme",
            "  mneme inspect memory.yaml --picture graph.svg"
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A graph file ('mneme compile -o'), a memory (YAML), a network (.nir), or a board program (.mneme).")
    private @Nullable Path file;

    @Option(names = "--picture", paramLabel = "OUT.svg", description = "Draws the graph.")
    private @Nullable Path picture;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path path = Objects.requireNonNull(file);
        OutputFiles.requireWritable(path, picture);
        Optional<ProgramFormat> program = ProgramFiles.of(path);
        if (program.isPresent()) {
            if (picture != null) {
                throw new InvalidValueException(
                        "--picture", picture, "possible of a board program; inspect the memory instead");
            }
            program.get().describe(path).forEach(out::println);
            return ExitCodes.DONE;
        }
        SpikingGraph graph = read(path);
        out.print(GraphText.of(graph));
        if (picture != null) {
            Interrupts.keep();
            GraphPicture.write(graph, picture);
        }
        return ExitCodes.DONE;
    }

    private static SpikingGraph read(Path path) {
        if (Files.isRegularFile(path) && GraphFile.isGraph(path)) {
            return GraphFile.read(path);
        }
        Optional<Importer> importer = Importers.of(path);
        if (importer.isPresent()) {
            return importer.get().read(path, ImportOptions.defaults()).graph();
        }
        Experiment experiment = ExperimentReader.read(
                YamlSettings.read(path),
                Objects.requireNonNull(path.toAbsolutePath().getParent()));
        return ExperimentRun.lower(experiment, RunOptions.on("simulator")).graph();
    }
}
