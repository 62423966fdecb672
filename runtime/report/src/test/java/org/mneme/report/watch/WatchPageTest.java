package org.mneme.report.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mneme.lower.Lowered;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.ExperimentRun;

class WatchPageTest {
    private static final List<String> SHARED =
            List.of("scene", "raster", "overlaps", "status", "winner", "rate", "gain", "open");
    private static final List<String> LIVE = List.of(
            "pause",
            "step",
            "restart",
            "tempo",
            "tempo-value",
            "gate",
            "cue-pattern",
            "cue-noise",
            "cue",
            "lesion",
            "lesion-apply",
            "save");
    private static final List<String> REPLAY =
            List.of("play", "back", "forward", "speed", "position", "position-text", "mneme-replay");

    private static String part() {
        return WatchPage.part(WatchReplay.of(Watched.run(Watched.chain("page", 4, Optional.empty())))
                .orElseThrow());
    }

    private static void assertIds(String page, List<String> there, List<String> absent) {
        there.forEach(id -> assertEquals(1, count(page, "<[^>]* id=\"" + id + "\""), id));
        absent.forEach(id -> assertFalse(page.contains(" id=\"" + id + "\""), id));
    }

    private static int count(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    @Test
    void theLivePageHasEveryControlOnce() {
        assertIds(WatchPage.live(), SHARED, REPLAY);
        assertIds(WatchPage.live(), LIVE, List.of());
    }

    @Test
    void aReplayHasItsOwnControls() {
        assertIds(part(), SHARED, LIVE);
        assertIds(part(), REPLAY, List.of());
    }

    @Test
    void everyFieldHasALabel() {
        for (String page : List.of(WatchPage.live(), part())) {
            Matcher fields =
                    Pattern.compile("<(?:input|select)[^>]* id=\"([a-z-]+)\"").matcher(page);
            int found = 0;
            while (fields.find()) {
                assertTrue(page.contains("<label for=\"" + fields.group(1) + "\""), fields.group(1));
                found++;
            }
            assertTrue(found >= 2);
            assertTrue(page.contains("aria-live=\"polite\""));
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        for (String page : List.of(WatchPage.live(), part())) {
            assertEquals(0, count(page, "(?:src|href)=\"(?:https?:)?//"));
            assertEquals(0, count(page, "@import|url\\("));
        }
        assertTrue(WatchPage.policy().startsWith("default-src 'none'"));
        assertFalse(WatchPage.policy().contains("unsafe"));
    }

    @Test
    void thePolicyAllowsThePagesOwnScriptAndStyle() throws NoSuchAlgorithmException {
        for (String element : List.of("script", "style")) {
            Matcher found = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">")
                    .matcher(WatchPage.live());
            assertTrue(found.find());
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(StandardCharsets.UTF_8));
            String hash = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(WatchPage.policy().contains(element + "-src " + hash), element);
            assertFalse(found.find(), "one " + element);
        }
    }

    @Test
    void noScriptWritesHtml() {
        String own = WatchPage.live().replaceAll("(?s)<script>.*?uPlot \\(v1\\.6\\.32\\).*?\n", "");
        for (String way : List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")) {
            assertFalse(own.contains(way), way);
        }
    }

    @Test
    void theLibrarysLicenceStandsInThePage() {
        assertTrue(part().contains("Copyright (c) 2022 Leon Sorokin"));
    }

    @Test
    void theModelOfALiveMemoryTellsWhatComesNext() throws java.io.IOException {
        Experiment experiment = Watched.chain("live", 4, Watched.Meter.of(4));
        Lowered lowered = ExperimentRun.lower(experiment, Watched.options());
        WatchControls.Control off = WatchControls.Control.impossible("the graph has no <gates>");
        WatchControls controls = WatchControls.live(
                WatchControls.Control.possible(), OptionalDouble.of(2), off, WatchControls.Control.possible(), off);
        var model = Watched.parse(
                WatchModel.of(experiment, lowered, "simulator", 7, controls).json());
        assertEquals("[1,2,3,-1]", model.get("next").toString());
        assertEquals("[2,2,2,2]", model.get("dwell").toString());
        assertEquals(2, model.at("/controls/tempo/most").asDouble());
        assertEquals("the graph has no <gates>", model.at("/controls/gate/why").asText());
        assertTrue(model.at("/controls/live").asBoolean());
        assertEquals("7", model.get("seed").asText());
        assertEquals(lowered.graph().tickSeconds(), model.get("tickSeconds").asDouble());
    }
}
