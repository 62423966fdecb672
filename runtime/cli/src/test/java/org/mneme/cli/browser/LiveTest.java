package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.cli.browser.Watched.Win;

/** Each control of the live page does to the network what it says, as seen on the page. */
@NeedsChromium
final class LiveTest {
    private static final int MOTIFS = 3;
    private static final int LENGTH = 8;
    private static final int PATTERNS = MOTIFS * LENGTH;

    @TempDir
    private static Path folder;

    private static LiveServer server;
    private Watched page;

    /** Three motifs of eight patterns; a pattern is held for eight steps, slowly enough for a page to show each. */
    @BeforeAll
    static void start() throws IOException {
        Path memory = folder.resolve("three-motifs.yaml");
        Files.writeString(memory, """
                name: three motifs
                patterns: {random: {count: %d, features: 100, seed: 4}}
                sequence: {motifs: {count: %d, length: %d}}
                interaction: exponential
                timing: {steps-per-pattern: 8}
                tick: 5 ms
                lowering: spiking
                """.formatted(PATTERNS, MOTIFS, LENGTH));
        server = LiveServer.start(folder.resolve("live.log"), memory);
    }

    /** Every test begins with a network that runs as lowered. */
    @BeforeEach
    void open(Browser browser) {
        server.tell("{\"do\":\"gate\",\"motif\":\"all\"}");
        server.reset();
        page = Watched.running(browser, server.address());
    }

    @AfterEach
    void leave(Browser browser) {
        browser.leave();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRunningNetworkIsDrawn(Browser browser) {
        page.awaitDrawn("raster");
        page.awaitDrawn("overlaps");
        page.awaitChange("raster");
        page.awaitChange("overlaps");
        page.awaitFrames(10);

        assertTrue(
                page.winner() >= 0 && page.winner() < PATTERNS,
                () -> page.stats().toString());
        browser.picture("live-motifs");
    }

    @Test
    void patternsComeInTheirOrder() {
        List<Win> wins = page.wins(2 * LENGTH);

        for (int k = 1; k < wins.size(); k++) {
            int expected = successor(wins.get(k - 1).pattern());
            assertEquals(expected, wins.get(k).pattern(), wins::toString);
        }
    }

    private static int successor(int pattern) {
        int motif = pattern / LENGTH;
        return motif * LENGTH + (pattern + 1) % LENGTH;
    }

    @Test
    void pauseStopsTheTicksAndGoesOn() {
        page.press("pause");
        page.awaitState("paused");
        long tick = page.tick();
        page.assertStill("raster");
        assertEquals(tick, page.tick());
        assertTrue(page.text("status").toLowerCase(Locale.ROOT).contains("paused"), page.text("status"));

        page.press("pause");
        page.awaitState("running");
        page.awaitChange("raster");
        assertTrue(page.tick() > tick);
    }

    @Test
    void stepDoesOneRecallStep() {
        page.press("pause");
        page.awaitState("paused");
        Watched.letPass();
        long steps = page.steps();
        long tick = page.tick();

        page.press("step");
        page.awaitSteps(1);
        Watched.letPass();

        assertEquals(steps + 1, page.steps());
        assertTrue(page.tick() > tick);
        assertEquals("paused", page.state());
    }

    @Test
    void halfTheTempoHoldsPatternsTwiceAsLong(Browser browser) {
        double before = held();

        page.set("tempo", "0.5");
        browser.await("the gain is a half", () -> page.number("gain") == 0.5);
        page.wins(3);
        double after = held();

        assertEquals(2, after / before, 0.3, () -> before + " and then " + after + " ticks");
        assertEquals("0.5", browser.element("tempo-value").getDomProperty("value"));
        assertTrue(page.text("gain").contains("0.5"), page.text("gain"));
    }

    /** Ticks that most patterns are held for, as seen on the page. */
    private double held() {
        List<Win> wins = page.wins(8);
        long[] held = IntStream.range(2, wins.size())
                .mapToLong(k -> wins.get(k).tick() - wins.get(k - 1).tick())
                .sorted()
                .toArray();
        return held[held.length / 2];
    }

    @Test
    void tempoZeroHoldsThePattern(Browser browser) {
        page.set("tempo", "0");
        browser.await("the gain is 0", () -> page.number("gain") == 0);
        Watched.letPass();
        int held = page.winner();
        long tick = page.tick();
        Watched.letPass();

        assertEquals(held, page.winner());
        assertTrue(page.tick() > tick, "time goes on");
    }

    @Test
    void gateLetsOnlyItsMotifPlay(Browser browser) {
        for (int motif = 0; motif < MOTIFS; motif++) {
            page.gate("" + motif);
            browser.await("eight units are open", () -> page.number("open") == LENGTH);
            int wanted = motif;
            browser.await("the motif plays", () -> page.winner() / LENGTH == wanted);
            for (Win win : page.wins(5)) {
                assertEquals(motif, win.pattern() / LENGTH, win::toString);
            }
        }
        browser.picture("live-gated");

        page.gate("all");
        browser.await("all units are open", () -> page.number("open") == PATTERNS);
        assertTrue(page.text("open").contains("" + PATTERNS), page.text("open"));
    }

    @Test
    void aNoisyCueStartsItsMotif(Browser browser) {
        page.set("cue-pattern", "18");
        page.set("cue-noise", "20");
        page.press("cue");

        browser.await("pattern 18 wins", () -> page.winner() == 18);
        browser.await("its motif goes on", () -> page.winner() == 19);
        browser.await(
                "what it was told is said", () -> page.text("status").contains("cue pattern 18, 20 bits flipped"));
        browser.picture("live-cued");
    }

    @Test
    void aLesionSilencesUnits(Browser browser) {
        double before = page.number("open");
        page.set("lesion", "50");
        page.press("lesion-apply");

        browser.await("half of the units are silenced", () -> page.number("lesion") == 0.5);
        browser.await("fewer units are open", () -> page.number("open") == before / 2);
        page.awaitSteps(5);
        browser.picture("live-lesioned");
    }

    @Test
    void restartBeginsAtTheFirstTick(Browser browser) {
        page.awaitSteps(60);
        long before = page.tick();

        page.press("restart");

        browser.await("ticks count from 0 again", () -> page.tick() < before);
        page.awaitState("running");
        page.awaitChange("raster");
    }

    @Test
    void twoBrowsersSeeTheSameNetwork(Browser browser, Chromium chromium) {
        try (Browser second = Browser.start(chromium)) {
            Watched other = Watched.running(second, server.address());

            page.press("pause");
            other.awaitState("paused");
            page.awaitState("paused");
            second.await("both show the same tick", () -> page.tick() == other.tick());
            assertEquals(page.winner(), other.winner());

            other.press("pause");
            page.awaitState("running");
            assertEquals(List.of(), second.takeComplaints());
            assertEquals(List.of(), second.takeOutsideRequests());
        }
    }

    @Test
    void theSavedReportReplaysTheRun(Browser browser) {
        page.awaitSteps(50);
        page.press("save");
        Path report = browser.downloaded(".html");

        browser.open(report);
        Watched replay = Watched.shown(browser);
        browser.await("the report is ready to play", () -> replay.steps() > 0 || replay.frames() > 0);
        replay.awaitDrawn("raster");
        replay.set("speed", "0.1");
        replay.press("play");
        replay.awaitChange("raster");
        assertNotEquals(0, browser.elements("svg").size());
        browser.picture("live-saved");
    }
}
