package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mneme.InvalidValueException;
import org.mneme.ir.GraphFile;
import org.mneme.lower.Lowered;
import org.mneme.map.Mapping;
import org.mneme.runtime.board.ProgramFormat;
import org.mneme.runtime.exchange.ExportOptions;
import org.mneme.runtime.exchange.Exporter;
import org.mneme.runtime.exchange.Exporters;
import org.mneme.runtime.exchange.FidelityReport;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The file that {@code mneme compile} writes: a graph file, a board program, or another tool's format, by the name's extension. */
final class CompiledFile {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "Writes the graph to this file; one that ends in .nir is written for other tools (NIR), one in .mneme for a "
                            + "board (--target).")
    private @Nullable Path output;

    @Option(
            names = "--allow-approximate",
            description = "Writes to another tool's format also what that can only approximate, and lists it.")
    private boolean allowApproximate;

    /**
     * Refuses files that cannot be written, or that would replace the memory's.
     *
     * @param memory what is read
     * @param others outputs besides this one; null where an option was not given
     */
    void requireWritable(Path memory, @Nullable Path... others) {
        @Nullable Path[] files = Arrays.copyOf(others, others.length + 1);
        files[others.length] = output;
        OutputFiles.requireWritable(memory, files);
        if (allowApproximate && exporter().isEmpty()) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--allow-approximate needs an output for other tools, such as '-o memory.nir'");
        }
    }

    /** Refuses a board program where there is no board. */
    void requireNoProgram() {
        if (output != null && ProgramFiles.of(output).isPresent()) {
            throw new InvalidValueException("output file", output, "possible without a board; add --target NAME");
        }
    }

    /**
     * Writes the board program, or the graph that the board gets, if that is wanted.
     *
     * @param lowered the graph and the names of its outputs
     * @param mapping where the graph is
     * @return prints what was written, to be called after everything else has been printed
     */
    Consumer<PrintWriter> write(Lowered lowered, Mapping mapping) {
        Optional<ProgramFormat> program = Optional.ofNullable(output).flatMap(ProgramFiles::of);
        if (program.isEmpty()) {
            return write(lowered);
        }
        Path file = Objects.requireNonNull(output);
        program.get().write(mapping, file);
        return out -> written(out, file);
    }

    private Optional<Exporter> exporter() {
        return Optional.ofNullable(output).flatMap(Exporters::of);
    }

    /**
     * Writes the graph, if that is wanted.
     *
     * @param lowered the graph and the names of its outputs
     * @return prints what was written, to be called after everything else has been printed
     * @throws org.mneme.runtime.exchange.CannotExportException if the file's format cannot say the graph
     */
    Consumer<PrintWriter> write(Lowered lowered) {
        if (output == null) {
            return out -> {};
        }
        Path file = output;
        Interrupts.keep();
        Optional<Exporter> exporter = exporter();
        if (exporter.isEmpty()) {
            GraphFile.write(lowered.graph(), file);
            return out -> written(out, file);
        }
        List<String> outputs =
                List.of(lowered.codec().featurePopulation(), lowered.codec().hiddenPopulation());
        FidelityReport report =
                exporter.get().export(lowered.graph(), file, new ExportOptions(outputs, allowApproximate));
        return out -> {
            out.println();
            out.println(exporter.get().format() + " says of it, part by part:");
            report.entries().forEach(entry -> out.println("  " + entry));
            written(out, file);
        };
    }

    private static void written(PrintWriter out, Path file) {
        out.println();
        out.println("written to " + file);
    }
}
