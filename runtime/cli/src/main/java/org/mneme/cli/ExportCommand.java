package org.mneme.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mneme.runtime.exchange.RecordingExporter;
import org.mneme.runtime.recording.Recording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mneme export}: writes a recording in another tool's format. */
@Command(
        name = "export",
        header = "Write a recording as NIR data.",
        description = {
            "Writes the spikes and samples of a recording ('mneme run --record') to one HDF5 file, which the package nir",
            "opens in Python with nir.read_data. Graphs are exported by 'mneme compile -o OUT.nir'."
        },
        footer = {"", "Examples:", "  mneme run memory.yaml --record recording && mneme export recording spikes.h5"},
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The recording.")
    private @Nullable Path folder;

    @Parameters(index = "1", paramLabel = "OUT.h5", description = "The file to be written.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path from = Objects.requireNonNull(folder);
        Path to = Objects.requireNonNull(output);
        OutputFiles.requireWritable(from.resolve("manifest.json"), to);
        Recording recording = Recording.open(from);
        Interrupts.keep();
        for (RecordingExporter exporter : RecordingExporter.all()) {
            out.println(exporter.export(recording, to) + " written as " + exporter.format() + " to " + to);
        }
        return ExitCodes.DONE;
    }
}
