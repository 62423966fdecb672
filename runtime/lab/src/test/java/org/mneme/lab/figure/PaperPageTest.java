package org.mneme.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.report.Chart;
import org.mneme.report.Series;
import org.mneme.report.Study;
import org.mneme.report.StudyFileException;

class PaperPageTest {
    private static Study study(String figure, boolean good, int rows) {
        return new Study(
                figure,
                "Title of " + figure,
                "Verdict of " + figure + ".",
                good,
                Map.of("seed", "1"),
                List.of(new Chart(
                        figure + "-chart",
                        "Chart",
                        "How to read it.",
                        Chart.Scale.linear("x"),
                        Chart.Scale.log("y"),
                        List.of(new Series(
                                "measured",
                                Series.Mark.DOTS,
                                List.of(new Series.Point(1, 2, 1.5, 2.5), Series.Point.of(3, 4)))))),
                List.of(new Study.Table(
                        "points",
                        "Every point",
                        List.of("k", "value"),
                        IntStream.range(0, rows)
                                .mapToObj(k -> List.of("row " + k, "1.5"))
                                .toList())),
                List.of("A remark."));
    }

    private static String page(Path folder) throws IOException {
        return Files.readString(folder.resolve("README.md"));
    }

    @Test
    void showsStudiesOfBothScalesBesideThePublishedSetting(@TempDir Path folder) throws IOException {
        PaperPage.in(folder).put(study("timing", true, 3), Scale.PAPER);
        PaperPage.in(folder).put(study("timing", false, 30), Scale.QUICK);
        PaperPage.in(folder).write();
        String page = page(folder);
        Figure timing = Figures.named("timing");
        assertTrue(page.contains(timing.toBeSeen()), page);
        assertTrue(page.contains("| yes | no |"), page);
        assertTrue(page.contains("paper/timing-chart.svg") && page.contains("quick/timing-chart.svg"), page);
        assertTrue(Files.exists(folder.resolve("paper/timing-chart.svg")));
        assertTrue(page.contains("<details><summary>Every point</summary>"), page);
        assertEquals(
                page.lines().filter(line -> line.startsWith("<details>")).count(),
                page.lines().filter(line -> line.equals("</details>")).count());
        assertFalse(page.contains("Title of overlaps"), page);
    }

    @Test
    void theSameStudiesGiveTheSameBytes(@TempDir Path folder) throws IOException {
        PaperPage.in(folder).put(study("gpi", true, 2), Scale.QUICK);
        PaperPage.in(folder).write();
        String first = page(folder);
        PaperPage.in(folder).write();
        assertEquals(first, page(folder));
    }

    @Test
    void refusesAFileThatIsNoStudy(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("quick"));
        Files.writeString(folder.resolve("quick/gpi.json"), "{\"schema\": \"other\"}");
        StudyFileException mistake = assertThrows(
                StudyFileException.class, () -> PaperPage.in(folder).write());
        assertEquals(folder.resolve("quick/gpi.json"), mistake.file());
    }
}
