package org.mneme.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mneme.ir.GraphText;
import org.mneme.lower.Lowered;
import org.mneme.pass.Compilation;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.targets.Target;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mneme compile}: lowers a memory to a spiking graph, and maps that to a board. */
@Command(
        name = "compile",
        header = "Lower a memory to a spiking graph, or compile it for a board.",
        description = {
            "Prints the graph; with -o also writes it to a file that 'mneme inspect' reads.",
            "A file whose name ends in .nir is written in the field's interchange format (NIR).",
            "With --target the graph is put on the cores of a board; -o OUT.mneme writes the board program."
        },
        footer = {
            "",
            "Examples:",
            "  mneme compile memory.yaml",
            "  mneme compile memory.yaml -o memory.graph --cue-noise 0.2",
            "  mneme compile memory.yaml --set target=binary --explain",
            "  mneme compile memory.yaml --set lowering=spiking -o memory.nir",
            "  mneme compile memory.yaml --target loihi1 -o memory.mneme --report map.html",
            "  mneme compile memory.yaml --target 'emulator?chips=4' --time-budget 30s",
            "",
            "Exit codes:",
            "  0 done; 1 it does not fit the board: every limit that is exceeded is listed;",
            "  2 wrong usage or input."
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
            names = "--explain",
            description = "Also prints the lowerings passed over and why, and every pass with what it changed.")
    private boolean explain;

    @Mixin
    private CompiledFile compiled = new CompiledFile();

    @Mixin
    private BoardFlags board = new BoardFlags();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return board.asked() ? forBoard(line.getOut(), line.getErr()) : lower(line.getOut());
    }

    private int forBoard(PrintWriter out, PrintWriter err) {
        board.mapping();
        compiled.requireWritable(
                memory.path(), board.report().orElse(null), board.jsonFile().orElse(null));
        Target target = board.target();
        Optional<String> passedOver = memory.passedOver(board.targetName());
        int code = new BoardCompilation(memory.experiment(), target, board, compiled, cueNoise).run(explain, out, err);
        passedOver.ifPresent(note -> (board.piped() ? err : out).println("note: " + note));
        return code;
    }

    private int lower(PrintWriter out) {
        compiled.requireNoProgram();
        compiled.requireWritable(memory.path());
        Experiment experiment = memory.experiment();
        Compilation compilation =
                ExperimentRun.compile(experiment, RunOptions.on("simulator").withCue(0, cueNoise));
        Lowered lowered = compilation.lowered();
        Consumer<PrintWriter> written = compiled.write(lowered);
        out.printf(Locale.ROOT, "lowering %s: %s%n", lowered.lowering(), lowered.why());
        out.printf(
                Locale.ROOT,
                "%d ticks a recall step; bears %.1f %% flipped cue bits%n",
                lowered.codec().ticksPerStep(),
                100 * lowered.bearableCueNoise());
        lowered.notes().forEach(note -> out.println("note: " + note));
        if (explain) {
            out.println();
            Explanation.print(compilation, out);
        }
        out.println();
        out.print(GraphText.of(lowered.graph()));
        written.accept(out);
        return ExitCodes.DONE;
    }
}
