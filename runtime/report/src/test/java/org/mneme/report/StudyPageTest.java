package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.report.Chart.Scale;
import org.mneme.report.Series.Mark;
import org.mneme.report.Series.Point;

class StudyPageTest {
    @TempDir
    Path folder;

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aPageIsSelfContainedAndHasNoScript() {
        String page = StudyPage.html(SampleStudies.study("plain"));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("script-src"));
        Matcher matcher = Pattern.compile("(?:\\bhref=|\\bsrc=|url\\()[\"']?([^\"')\\s>]*)")
                .matcher(page);
        int references = 0;
        while (matcher.find()) {
            assertTrue(matcher.group(1).startsWith("data:"), matcher.group(1));
            references++;
        }
        assertEquals(1 + 2 * 4, references);
        assertFalse(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").contains("http:"));
        assertFalse(page.contains("https:"));
    }

    @Test
    void textIsEscaped() {
        String page = StudyPage.html(SampleStudies.study("<img src=x onerror=alert(1)>\"'&</title>"));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("<h1>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/title&gt;</h1>"));
        assertTrue(page.contains("class=\"verdict no\""));
    }

    @Test
    void everyChartHasAHeadingACaptionItsNumbersAndItsFiles() {
        Study study = SampleStudies.study("plain");
        String page = StudyPage.html(study);
        assertEquals(4, count(page, "<figure id="));
        assertEquals(4, count(page, "<figcaption>"));
        assertEquals(4, count(page, "role=\"img\" aria-labelledby="));
        assertEquals(4, count(page, "<details><summary>Numbers</summary>"));
        for (Chart chart : study.charts()) {
            String csv =
                    Base64.getEncoder().encodeToString(StudyCsv.of(chart).text().getBytes(StandardCharsets.UTF_8));
            assertTrue(
                    page.contains("download=\"" + chart.id() + ".csv\" href=\"data:text/csv;base64," + csv + "\""),
                    chart.id());
        }
    }

    @Test
    void tablesHaveHeadersAndNumbersAreAligned() {
        String page = StudyPage.html(SampleStudies.study("plain"));
        assertTrue(page.contains("<th scope=\"col\">network</th><th scope=\"col\" class=\"n\">N</th>"));
        assertTrue(page.contains("<td>d=2</td><td class=\"n\">12 000</td><td class=\"n\">–</td>"));
        assertTrue(page.contains("<th scope=\"row\">networks</th><td>d = 1…4</td>"));
        assertEquals(count(page, "<table"), count(page, "</table>"));
    }

    @Test
    void aLongTableIsCutAndSaysSo() {
        List<Point> points =
                IntStream.range(0, 1200).mapToObj(k -> Point.of(k, k / 3.0)).toList();
        Chart chart = new Chart(
                "long",
                "Long",
                "",
                Scale.linear("x"),
                Scale.linear("y"),
                List.of(new Series("a", Mark.LINE, points), new Series("b", Mark.LINE, points)));
        String page = StudyPage.html(new Study("s", "S", "v", true, Map.of(), List.of(chart), List.of(), List.of()));
        assertEquals(500, count(page, "<tr><td>a</td>"));
        assertEquals(0, count(page, "<tr><td>b</td>"));
        assertTrue(page.contains("The first 500 of 2\u202f400 numbers; the CSV holds all."));
        assertTrue(page.contains("<td class=\"n\">0.333333</td>"));
        assertFalse(page.contains("<h2>Remarks</h2>"));
    }

    @Test
    void isWrittenWhole() throws IOException {
        Path file = folder.resolve("study.html");
        StudyPage.write(SampleStudies.study("plain"), file);
        assertEquals(StudyPage.html(SampleStudies.study("plain")), Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
