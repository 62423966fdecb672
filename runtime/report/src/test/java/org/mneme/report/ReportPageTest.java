package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.runtime.result.RunResult;

class ReportPageTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:\\bhref=|\\bsrc=|url\\(|@import\\s)[\"']?([^\"')\\s>]*)");

    @TempDir
    Path folder;

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("org.mneme.report.PlotFilesTest#results")
    void aPageIsSelfContained(RunResult result) {
        String page = ReportPage.html(result);
        assertEquals(
                List.of(),
                found(
                        Pattern.compile("(https?:[^\"'<\\s]*)"),
                        page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")));
        String markup = page.substring(0, page.indexOf("<script>"));
        List<String> references = found(REFERENCE, markup);
        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertTrue(reference.startsWith("data:") || reference.startsWith("#"), reference);
        }
        assertEquals(1, page.split("<script>", -1).length - 1);
    }

    @ParameterizedTest
    @MethodSource("org.mneme.report.PlotFilesTest#results")
    void aPageIsAtMostTenMegabytes(RunResult result) {
        assertTrue(ReportPage.html(result).getBytes(StandardCharsets.UTF_8).length <= ReportPage.LARGEST);
    }

    @Test
    void aHugePageSaysWhatItLeavesOut() {
        String page = ReportPage.html(SampleRuns.huge());
        assertTrue(page.contains("Thinned"));
        assertTrue(page.contains("too large for this page"));
    }

    @Test
    void textIsEscaped() {
        String page = ReportPage.html(SampleRuns.full("<img src=x onerror=alert(1)>\"'&</title>"));
        assertFalse(page.contains("<img"));
        assertEquals(1, page.split("</title>\\s*<link", -1).length - 1);
        assertTrue(page.contains("<h1>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/title&gt;</h1>"));
    }

    @Test
    void theSameResultGivesTheSameBytesAnywhere() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String page = ReportPage.html(SampleRuns.full("small"));
        try {
            for (String tag : new String[] {"ar-EG-u-nu-arab", "de-CH", "tr-TR", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertEquals(page, ReportPage.html(SampleRuns.full("small")), tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void verdictAndMistakesAreInWords() {
        String good = ReportPage.html(SampleRuns.bare("good", SampleRuns.recall(3, 8, 1)));
        assertTrue(good.contains("class=\"verdict yes\""));
        assertTrue(good.contains("✓"));
        String bad = ReportPage.html(SampleRuns.bare("bad", SampleRuns.recall(3, 8, 6)));
        assertTrue(bad.contains("class=\"verdict no\""));
        assertTrue(bad.contains("<li>The order is lost at step 3: expected pattern 0, found pattern 2.</li>"));
        assertTrue(bad.contains("3 patterns for 1 step; 3 patterns for 2 steps"));
    }

    @Test
    void aRunWithoutSpikesHasNoEmptySections() {
        String page = ReportPage.html(SampleRuns.bare("bare", SampleRuns.recall(3, 8, 0)));
        assertEquals(
                List.of("Overlaps over time", "Order and dwell", "Overlaps of all patterns", "How it was made"),
                found(Pattern.compile("<h2>([^<]*)</h2>"), page));
    }

    @Test
    void filesToDownloadAreTheOnesPlotted() {
        String page = ReportPage.html(SampleRuns.full("small"));
        for (Plot plot : Plots.of(SampleRuns.full("small"))) {
            String csv = Base64.getEncoder().encodeToString(plot.csv().text().getBytes(StandardCharsets.UTF_8));
            assertTrue(
                    page.contains("download=\"" + plot.id() + ".csv\" href=\"data:text/csv;base64," + csv + "\""),
                    plot.id());
        }
    }

    @Test
    void everyPictureHasAHeadingACaptionAndAName() {
        String page = ReportPage.html(SampleRuns.full("small"));
        int pictures = page.split("<figure", -1).length - 1;
        assertEquals(7, pictures);
        assertEquals(pictures, page.split("<figcaption>", -1).length - 1);
        assertEquals(pictures, page.split("role=\"img\" aria-labelledby=", -1).length - 1);
        assertEquals(pictures, page.split("<title id=\"t-", -1).length - 1);
    }

    @Test
    void isWrittenWhole() throws IOException {
        Path file = folder.resolve("report.html");
        ReportPage.write(SampleRuns.full("small"), file);
        assertEquals(ReportPage.html(SampleRuns.full("small")), Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
