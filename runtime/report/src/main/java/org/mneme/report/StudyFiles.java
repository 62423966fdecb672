package org.mneme.report;

import java.io.IOException;
import java.nio.file.Path;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;

/** A study as files: its numbers, its charts, and a section of a Markdown page. Each is written whole or not at all. */
public final class StudyFiles {
    private StudyFiles() {}

    /**
     * Writes the numbers of all charts, a point a row: columns chart, series, x, y, low, high. Numbers are in their shortest exact form;
     * those that are not finite are empty cells.
     *
     * @param study what was found
     * @param file a CSV file, UTF-8
     * @throws ResultFileException if it cannot be written
     */
    public static void csv(Study study, Path file) {
        PlotFiles.write(file, StudyCsv.of(study)::write);
    }

    /**
     * Writes everything: schema "mneme.study", version 1. Keys always come in the same order; numbers that are not finite are null.
     *
     * @param study what was found
     * @param file a JSON file, UTF-8
     * @throws ResultFileException if it cannot be written
     */
    public static void json(Study study, Path file) {
        try {
            WholeFile.write(file, out -> StudyJson.write(study, out));
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    /**
     * Writes {@code ID.svg} and {@code ID.csv} for each chart.
     *
     * @param study what was found
     * @param folder made where it is missing; files of these names are replaced
     * @throws ResultFileException if a file cannot be written
     */
    public static void plots(Study study, Path folder) {
        PlotFiles.write(study.charts().stream().map(ChartPlot::of).toList(), folder);
    }

    /**
     * Returns a section of a Markdown page: heading, verdict, settings, charts as pictures, tables, remarks.
     *
     * @param study what was found
     * @param imagePrefix the folder of {@link #plots} as seen from the page; may be empty
     * @return GitHub-flavoured Markdown, ending in a newline
     */
    public static String markdown(Study study, String imagePrefix) {
        return StudyMarkdown.of(study, imagePrefix);
    }
}
