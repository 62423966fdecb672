package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityFiguresTest {
    private static void refused(String sentence, Object... arguments) {
        Outcome.of(arguments).refused(sentence);
    }

    @Test
    void aMistypedFigureIsAnsweredWithTheNearest() {
        refused("did you mean 'timing'?", "capacity", "--figure", "timng");
    }

    @Test
    void settingsOfOneOwnAreNotForAFigure() {
        refused("--degree is not for --figure", "capacity", "--figure", "gpi", "--degree", "2");
        refused("--features is not for --figure", "capacity", "--figure", "gpi", "--features", "20");
    }

    @Test
    void scaleAndPageNeedAFigure() {
        refused("--scale is of a figure", "capacity", "--features", "10", "--degree", "2", "--scale", "quick");
        refused("--page is of a figure", "capacity", "--features", "10", "--degree", "2", "--page", "x");
        refused("--scale", "capacity", "--figure", "gpi", "--scale", "huge");
    }

    @Test
    void allFiguresHaveNoSingleReport(@TempDir Path folder) {
        refused(
                "--json and --report are of one figure",
                "capacity",
                "--figure",
                "all",
                "--json",
                folder.resolve("x.json"));
    }

    @Test
    void keptTrialsAreNotReplacedByNumbers(@TempDir Path folder) throws IOException {
        Path trials = Files.writeString(folder.resolve("trials.csv"), "network,features\n");
        refused("a file of its own", "capacity", "--figure", "timing", "--csv", trials);
        assertEquals("network,features\n", Files.readString(trials));
    }

    @Test
    void aFigureIsWrittenInAllForms(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("timing.csv");
        Path json = folder.resolve("timing.json");
        Path report = folder.resolve("timing.html");
        Path page = folder.resolve("page");
        Outcome outcome = Outcome.of(
                "capacity",
                "--figure",
                "timing",
                "--scale",
                "quick",
                "--csv",
                csv,
                "--json",
                json,
                "--report",
                report,
                "--page",
                page);
        outcome.succeeded();
        assertTrue(outcome.out().startsWith("timing: seen. d = 1: wrong order"), outcome.out());
        assertTrue(Files.readString(csv).startsWith("chart,series,x,y,low,high\n"));
        assertEquals(Files.readString(json), Files.readString(page.resolve("quick/timing.json")));
        assertTrue(Files.readString(report).contains("<svg"));
        assertTrue(Files.readString(page.resolve("README.md")).contains("(quick/timing-d10.svg)"));
        assertTrue(Files.exists(page.resolve("quick/timing-d10.svg")));
    }
}
