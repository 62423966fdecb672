package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.ir.GraphFile;
import org.mneme.ir.GraphText;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowerings;
import org.mneme.runtime.experiment.Experiment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mneme compile}: lowers a memory to a spiking graph. */
@Command(
        name = "compile",
        header = "Lower a memory to a spiking graph.",
        description = "Prints the graph; with -o also writes it to a file that 'mneme inspect' reads.",
        footer = {
            "",
            "Examples:",
            "  mneme compile memory.yaml",
            "  mneme compile memory.yaml -o memory.graph --cue-noise 0.2"
        },
        mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin
    private MemoryFile memory = new MemoryFile();

    @Option(
            names = "--cue-noise",
            paramLabel = "F",
            defaultValue = "0",
            description =
                    "The largest fraction of flipped cue bits that the graph must bear. Default: ${DEFAULT-VALUE}.")
    private double cueNoise;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Writes the graph to this file.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        OutputFiles.requireWritable(memory.path(), output);
        Experiment experiment = memory.experiment();
        Lowered lowered = Objects.requireNonNull(Lowerings.byName().get(experiment.lowering()))
                .lower(experiment.memory(), experiment.options().withCueNoise(cueNoise));
        out.printf(Locale.ROOT, "lowering %s: %s%n", lowered.lowering(), lowered.why());
        out.printf(
                Locale.ROOT,
                "%d ticks a recall step; bears %.1f %% flipped cue bits%n",
                lowered.codec().ticksPerStep(),
                100 * lowered.bearableCueNoise());
        lowered.notes().forEach(note -> out.println("note: " + note));
        out.println();
        out.print(GraphText.of(lowered.graph()));
        if (output != null) {
            Interrupts.keep();
            GraphFile.write(lowered.graph(), output);
            out.println();
            out.println("written to " + output);
        }
        return ExitCodes.DONE;
    }
}
