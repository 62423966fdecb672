package org.mneme.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.result.RunResult;

/** Each plot of a run as a file of its own. */
public final class PlotFiles {
    private PlotFiles() {}

    /** Writes a text. */
    @FunctionalInterface
    interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes {@code ID.svg} and {@code ID.csv} for each plot.
     *
     * @param result the run
     * @param folder made where it is missing; files of these names are replaced
     * @throws ResultFileException if a file cannot be written
     */
    public static void write(RunResult result, Path folder) {
        write(Plots.of(result), folder);
    }

    /**
     * Writes {@code ID.svg} and {@code ID.csv} for each plot.
     *
     * @param plots with ids of their own
     * @param folder made where it is missing; files of these names are replaced
     * @throws ResultFileException if a file cannot be written
     */
    static void write(List<Plot> plots, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ResultFileException(folder, e);
        }
        for (Plot plot : plots) {
            write(folder.resolve(plot.id() + ".svg"), out -> out.write(plot.document()));
            write(folder.resolve(plot.id() + ".csv"), plot.csv()::write);
        }
    }

    /**
     * Writes a UTF-8 file whole or not at all.
     *
     * @param file where to
     * @param text its content
     * @throws ResultFileException if it cannot be written
     */
    static void write(Path file, Text text) {
        try {
            WholeFile.write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                text.writeTo(writer);
                writer.flush();
            });
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }
}
