package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.report.Series.Point;
import org.mneme.runtime.result.ResultFileException;

class StudyFilesTest {
    private static final String ODD = "a|b, \"c\" <d> *e* _f_ `g` [h](i) \\ 𝒩";

    @TempDir
    Path folder;

    private static List<Point> points(Study study) {
        return study.charts().stream()
                .flatMap(chart -> chart.series().stream())
                .flatMap(series -> series.points().stream())
                .toList();
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static void assertSame(double expected, double found) {
        assertEquals(Double.isFinite(expected) ? expected : Double.NaN, found);
    }

    @Test
    void theNumbersOfTheCsvAreExact() throws IOException {
        Study study = SampleStudies.study("plain");
        StudyFiles.csv(study, folder.resolve("study.csv"));
        List<String> lines = Files.readAllLines(folder.resolve("study.csv"));
        List<Point> points = points(study);
        assertEquals("chart,series,x,y,low,high", lines.getFirst());
        assertEquals(points.size() + 1, lines.size());
        assertTrue(lines.get(11).startsWith("degrees,\"d=1, theory\",10,"), lines.get(11));
        for (int k = 0; k < points.size(); k++) {
            String[] cells = lines.get(k + 1).split(",", -1);
            assertSame(points.get(k).x(), number(cells[cells.length - 4]));
            assertSame(points.get(k).y(), number(cells[cells.length - 3]));
            assertSame(points.get(k).low(), number(cells[cells.length - 2]));
            assertSame(points.get(k).high(), number(cells[cells.length - 1]));
        }
    }

    @Test
    void theJsonHoldsEverything() throws IOException {
        Study study = SampleStudies.study(ODD);
        StudyFiles.json(study, folder.resolve("study.json"));
        JsonNode root = new ObjectMapper().readTree(folder.resolve("study.json").toFile());
        assertEquals("mneme.study", root.path("schema").asText());
        assertEquals(1, root.path("version").asInt());
        assertEquals(ODD, root.path("title").asText());
        assertEquals(ODD, root.path("verdict").asText());
        assertTrue(root.path("good").asBoolean());
        assertEquals(ODD, root.path("settings").path("a " + ODD).asText());
        assertEquals(ODD, root.path("remarks").get(0).asText());
        assertEquals(
                "0.69", root.path("tables").get(0).path("rows").get(0).get(2).asText());
        assertTrue(root.path("charts").get(0).path("x").path("logarithmic").asBoolean());
        assertEquals(
                "dots",
                root.path("charts").get(0).path("series").get(0).path("mark").asText());
        List<Point> points = points(study);
        int k = 0;
        for (JsonNode chart : root.path("charts")) {
            for (JsonNode series : chart.path("series")) {
                for (JsonNode point : series.path("points")) {
                    assertSame(points.get(k).x(), point.path("x").asDouble(Double.NaN));
                    assertSame(points.get(k).y(), point.path("y").asDouble(Double.NaN));
                    assertSame(points.get(k).low(), point.path("low").asDouble(Double.NaN));
                    assertSame(points.get(k).high(), point.path("high").asDouble(Double.NaN));
                    k++;
                }
            }
        }
        assertEquals(points.size(), k);
    }

    @Test
    void eachChartIsADrawingAndATable() throws IOException {
        Study study = SampleStudies.study("plain");
        StudyFiles.plots(study, folder.resolve("a/b"));
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertEquals(
                    List.of(
                            "degrees.csv",
                            "degrees.svg",
                            "empty.csv",
                            "empty.svg",
                            "odd.csv",
                            "odd.svg",
                            "twelve.csv",
                            "twelve.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Drawn drawn = Drawn.read(Files.readString(folder.resolve("a/b/degrees.svg")));
        assertTrue(drawn.texts().contains("d=4, theory"));
        assertEquals(81, Files.readAllLines(folder.resolve("a/b/degrees.csv")).size());
    }

    @Test
    void markdownHasPicturesTablesAndSettings() {
        List<String> lines = StudyFiles.markdown(SampleStudies.study("Plain"), "../images")
                .lines()
                .toList();
        assertEquals("## Plain", lines.getFirst());
        assertTrue(lines.contains("**✓ Plain**"));
        assertTrue(lines.contains("![Capacity](../images/degrees.svg)"));
        assertTrue(lines.contains("| network | N | measured / theory |"));
        assertTrue(lines.contains("|---|---:|---:|"));
        assertTrue(lines.contains("| d=2 | 12 000 | – |"));
        assertTrue(lines.contains("| networks | d = 1…4 |"));
        assertTrue(lines.contains("A second remark."));
    }

    @Test
    void theFolderOfPicturesMayBeGivenAnyWay() {
        Study study = SampleStudies.study("Plain");
        assertTrue(StudyFiles.markdown(study, "").contains("(degrees.svg)"));
        assertTrue(StudyFiles.markdown(study, "a/").contains("(a/degrees.svg)"));
        assertTrue(StudyFiles.markdown(study, "a b(c)").contains("(a%20b%28c%29/degrees.svg)"));
    }

    @Test
    void markdownMeansNothingInTexts() {
        String page = StudyFiles.markdown(SampleStudies.study(ODD), "");
        String escaped = "a\\|b, \"c\" \\<d\\> \\*e\\* \\_f\\_ \\`g\\` \\[h\\](i) \\\\ 𝒩";
        assertTrue(page.contains("## " + escaped + "\n"), page);
        assertTrue(page.contains("| a " + escaped + " | " + escaped + " |\n"), page);
        assertEquals("one line", StudyMarkdown.escape(" one\r\n\tline "));
        assertEquals("1\\. no list", StudyMarkdown.escape("1. no list"));
        assertEquals("\\- no list", StudyMarkdown.escape("- no list"));
        assertEquals("-3.5", StudyMarkdown.escape("-3.5"));
        assertEquals("\\# no heading", StudyMarkdown.escape("# no heading"));
        for (String line : page.lines().toList()) {
            int cells = line.replace("\\\\", "").replace("\\|", "").split("\\|", -1).length;
            assertTrue(!line.startsWith("|") || cells == 4 || cells == 5, line);
        }
    }

    @Test
    void theSameStudyGivesTheSameBytesAnywhere() throws IOException {
        Locale locale = Locale.getDefault();
        Study study = SampleStudies.study(ODD);
        write(study, folder.resolve("here"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            write(study, folder.resolve("there"));
        } finally {
            Locale.setDefault(locale);
        }
        try (Stream<Path> files = Files.list(folder.resolve("here"))) {
            List<Path> all = files.toList();
            assertEquals(4 * 2 + 3, all.size());
            for (Path file : all) {
                assertEquals(-1, Files.mismatch(file, folder.resolve("there").resolve(file.getFileName())));
            }
        }
    }

    private static void write(Study study, Path folder) throws IOException {
        StudyFiles.plots(study, folder);
        StudyFiles.csv(study, folder.resolve("study.csv"));
        StudyFiles.json(study, folder.resolve("study.json"));
        Files.writeString(folder.resolve("study.md"), StudyFiles.markdown(study, "x"));
    }

    @Test
    void aFolderThatIsNotThereIsATypedError() {
        Study study = SampleStudies.study("plain");
        Path file = folder.resolve("missing/study");
        assertThrows(ResultFileException.class, () -> StudyFiles.csv(study, file));
        assertThrows(ResultFileException.class, () -> StudyFiles.json(study, file));
        assertThrows(ResultFileException.class, () -> StudyPage.write(study, file));
        assertFalse(Files.exists(folder.resolve("missing")));
    }
}
