package org.mneme.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class: parses the command line, runs a command, turns errors into one sentence and an exit code. */
@Command(
        name = "mneme",
        header = "Compiles long sequence memories to spiking graphs, and recalls them by spikes.",
        description = {
            "",
            "A sequence memory stores patterns and the order in which they follow each other (Chaudhry et al., "
                    + "Long Sequence Hopfield Memory, NeurIPS 2023).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mneme run examples/handwriting/hello.yaml --cue-noise 0.2 --report hello.html",
            "  mneme live examples/handwriting/hello.yaml",
            "  mneme run memory.yaml --set interaction.polynomial.degree=3 --json out.json",
            "  mneme compile memory.yaml -o memory.graph && mneme inspect memory.graph",
            "  mneme theory --features 100 --degree 2",
            "  mneme sweep memory.yaml --set interaction.polynomial.degree=1..4 \\",
            "      --seeds 1..20 -o out.csv",
            "  source <(mneme completion)",
            "",
            "Exit codes:",
            "  0 done; 1 the run says no (recall failed, limits exceeded); 2 wrong usage or",
            "  input; 3 board fault; 70 a defect of Mneme; 130 interrupted."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            LiveCommand.class,
            CompileCommand.class,
            InspectCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            TheoryCommand.class,
            SweepCommand.class,
            CapacityCommand.class,
            RobustnessCommand.class,
            TargetsCommand.class,
            BackendsCommand.class,
            BoardsCommand.class,
            ConformanceCommand.class,
            SchemaCommand.class,
            CompletionCommand.class
        })
public final class Mneme implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(standard, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interrupts.install();
        int code = standard.check(execute(out, err, args), err);
        Interrupts.done();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param out where results go
     * @param err where messages and progress go
     * @param args the command line
     * @return the exit code
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        int code;
        try {
            code = commandLine().setOut(out).setErr(err).execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            code = Failures.explain(e, err);
        }
        out.flush();
        err.flush();
        return code;
    }

    /** The parser of command lines, with all commands. */
    static CommandLine commandLine() {
        CommandLine mneme = new CommandLine(new Mneme());
        mneme.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        return mneme.registerConverter(Double.class, Numbers::finite)
                .registerConverter(double.class, Numbers::finite)
                .registerConverter(Path.class, OutputFiles::path)
                .setUsageHelpAutoWidth(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((mistake, args) -> UsageMistakes.explain(mistake))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.explain(failure, command.getErr()));
    }

    /** Without a command: says what there is. */
    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(command, "a command is needed, such as 'mneme run FILE'");
    }
}
