package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.result.RunResult;

class PlotFilesTest {
    @TempDir
    Path folder;

    static Stream<RunResult> results() {
        return Stream.of(
                SampleRuns.full("small"),
                SampleRuns.full("<script>alert('1')</script>]]>&\u0000\n\"--"),
                SampleRuns.full(""),
                SampleRuns.bare("no steps", SampleRuns.recall(3, 8, 0)),
                SampleRuns.bare("one pattern", SampleRuns.recall(1, 1, 1)),
                SampleRuns.huge());
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyPlotIsWellFormedAndHasItsStyle(RunResult result) {
        for (Plot plot : Plots.of(result)) {
            Drawn drawn = Drawn.of(plot);
            assertEquals(1, drawn.all("svg", "plot").size(), plot.id());
            assertEquals(1, drawn.all("style").size(), plot.id());
            assertEquals(plot.title(), drawn.all("title").getFirst().getTextContent());
            assertFalse(plot.document().contains("NaN"), plot.id());
            assertFalse(plot.document().contains("Infinity"), plot.id());
            assertFalse(plot.document().contains("var("), plot.id());
        }
    }

    @Test
    void writesADrawingAndATableEach() throws IOException {
        PlotFiles.write(SampleRuns.full("small"), folder.resolve("a/b"));
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertEquals(
                    List.of(
                            "drawing.csv",
                            "drawing.svg",
                            "dwell-times.csv",
                            "dwell-times.svg",
                            "graph.csv",
                            "graph.svg",
                            "order.csv",
                            "order.svg",
                            "overlap-map.csv",
                            "overlap-map.svg",
                            "overlaps.csv",
                            "overlaps.svg",
                            "raster.csv",
                            "raster.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (Plot plot : Plots.of(SampleRuns.full("small"))) {
            assertEquals(plot.document(), Files.readString(folder.resolve("a/b").resolve(plot.id() + ".svg")));
            assertEquals(
                    plot.csv().text(), Files.readString(folder.resolve("a/b").resolve(plot.id() + ".csv")));
        }
    }

    @Test
    void aSmallPlotIsDrawnAsBefore() throws IOException {
        try (InputStream golden = PlotFilesTest.class.getResourceAsStream("order.svg")) {
            assertEquals(
                    new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8),
                    OrderPlot.of(SampleRuns.recall(4, 8, 6)).document());
        }
    }

    @Test
    void aFolderThatCannotBeIsATypedError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ResultFileException e = assertThrows(
                ResultFileException.class, () -> PlotFiles.write(SampleRuns.full("small"), file.resolve("plots")));
        assertEquals(file.resolve("plots"), e.file());
        assertThrows(
                ResultFileException.class,
                () -> ReportPage.write(SampleRuns.full("small"), folder.resolve("missing/report.html")));
        assertFalse(Files.exists(folder.resolve("missing")));
    }

    @Test
    void aGraphIsDrawn() throws IOException {
        SpikingGraph graph = new GraphBuilder("two", new NumberDomain.Fixed(32), 1e-3)
                .population("cue", 3, new Source(1))
                .population("feature", 3, new Graded(new Phi.Sign(), false, false))
                .projection("cue", "cue", "feature", new Weights.Uniform(1), 2)
                .build();
        Path file = folder.resolve("graph.svg");
        GraphPicture.write(graph, file);
        List<String> texts = Drawn.read(Files.readString(file)).texts();
        assertTrue(
                texts.containsAll(List.of("cue", "feature", "3 × Source", "3 × Graded", "Uniform, delay 2")),
                texts.toString());
    }
}
