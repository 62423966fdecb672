package org.mneme.report.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.report.ReportPage;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.result.RunResult;

class WatchSectionTest {
    @TempDir
    Path folder;

    private String page(RunResult result) throws IOException {
        Path file = folder.resolve("report.html");
        ReportPage.write(result, file);
        return Files.readString(file);
    }

    @Test
    void aReportOfSpikesPlaysTheRunBeforeItsPlots() throws IOException {
        String page = page(Watched.run(Watched.chain("spikes", 10, Optional.empty())));
        int section = page.indexOf("<h2>Watch it</h2>");
        assertTrue(section > 0);
        assertTrue(section < page.indexOf("<figure"));
        assertEquals(section, page.lastIndexOf("<h2>Watch it</h2>"));
        assertTrue(page.indexOf("<noscript>") > section);
        assertTrue(page.length() < 10_000_000);
    }

    @Test
    void aReportWithoutSpikesAndSceneHasNothingToWatch() throws IOException {
        assertFalse(page(Watched.run(Watched.chain("rules", 10, Optional.empty()), RunOptions.on(RunOptions.REFERENCE)))
                .contains("Watch it"));
    }

    @Test
    void aSceneIsWatchedWithoutSpikesToo() throws IOException {
        String page = page(
                Watched.run(Watched.chain("rules", 10, Watched.Meter.of(10)), RunOptions.on(RunOptions.REFERENCE)));
        assertTrue(page.contains("<h2>Watch it</h2>"));
        assertTrue(page.contains("\"lanes\":[]"));
    }

    @Test
    void noTwoElementsShareAnId() throws IOException {
        String page = page(Watched.run(Watched.chain("ids", 10, Watched.Meter.of(10))))
                .replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>");
        Matcher ids = Pattern.compile("<[^<>]* id=\"([^\"]+)\"").matcher(page);
        Set<String> seen = new HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), ids.group(1));
        }
        assertTrue(seen.contains("overlaps") && seen.contains("plot-overlaps"));
    }
}
