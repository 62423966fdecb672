package org.mneme.report.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.experiment.RunOptions;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Scene;

class WatchReplayTest {
    private static final int PATTERNS = 10;
    private static final double CLOSE = 1e-4;

    private static WatchReplay replay(RunResult result) {
        return WatchReplay.of(result).orElseThrow();
    }

    private static RunResult meter() {
        return Watched.run(Watched.chain("meter", PATTERNS, Watched.Meter.of(PATTERNS)));
    }

    @Test
    void valuesAreWhatTheSceneReads() {
        RunResult result = meter();
        Scene scene = result.scene().orElseThrow().scene();
        List<Moment> moments = result.performance().orElseThrow().moments();
        WatchReplay replay = replay(result);
        assertEquals(result.recall().steps() + 1, replay.chunk().steps().size());
        int seen = 0;
        for (Moment moment : moments) {
            double[] read = scene.read(moment.state());
            for (WatchStep step : replay.chunk().steps()) {
                if (step.tick() == moment.tick()) {
                    assertEquals(read[0], step.values().get(0));
                    assertEquals(read[1], step.values().get(1));
                    seen++;
                }
            }
        }
        assertEquals(moments.size(), seen);
    }

    @Test
    void aPageReadsTheSameValuesFromTheText() throws IOException {
        RunResult result = meter();
        Scene scene = result.scene().orElseThrow().scene();
        JsonNode steps = Watched.parse(replay(result).json()).at("/chunk/steps");
        JsonNode values = steps.get(0).get("values");
        int told = 0;
        for (int k = 0; k < steps.size(); k++) {
            JsonNode step = steps.get(k);
            values = step.has("values") ? step.get("values") : values;
            told += step.has("values") ? 1 : 0;
            double[] wanted = scene.wanted(step.get("winner").asInt());
            assertEquals(wanted[0], values.get(0).asDouble(), CLOSE);
            assertEquals(wanted[1], values.get(1).asDouble(), CLOSE);
        }
        assertTrue(told < steps.size(), "values that stay are told once");
        assertTrue(told >= PATTERNS, "values that change are told");
    }

    @Test
    void overlapsAreThoseOfTheScore() {
        RunResult result = Watched.run(Watched.chain("plain", PATTERNS, Optional.empty()));
        WatchReplay replay = replay(result);
        for (int k = 0; k < replay.chunk().steps().size(); k++) {
            WatchStep step = replay.chunk().steps().get(k);
            assertEquals(result.recall().winners().at(k), step.winner());
            int[] percent = new int[PATTERNS];
            double second = -100;
            for (int mu = 0; mu < PATTERNS; mu++) {
                double overlap = 100 * result.recall().overlaps().of(mu, k);
                percent[mu] = (int) Math.round(overlap);
                second = mu == step.winner() ? second : Math.max(second, overlap);
            }
            for (int mu = 0; mu < PATTERNS; mu++) {
                assertEquals(percent[mu], step.overlaps().at(mu), 1);
            }
            assertEquals(100.0 * result.recall().overlaps().winner().at(k) / Watched.FEATURES, step.overlap(), 0.06);
            assertEquals(second, step.second(), 0.06);
        }
    }

    @Test
    void ofAMemoryWithoutASceneTheStateIsTold() throws IOException {
        RunResult result = Watched.run(Watched.chain("plain", PATTERNS, Optional.empty()));
        Moment first = result.performance().orElseThrow().moments().getFirst();
        JsonNode json = Watched.parse(replay(result).json());
        assertTrue(json.at("/model/scene").isNull());
        String plus = json.at("/chunk/steps/0/plus").asText();
        for (int i = 0; i < Watched.FEATURES; i++) {
            boolean up = (Character.digit(plus.charAt(i / 4), 16) >> i % 4 & 1) == 1;
            assertEquals(first.state().at(i) > 0, up, "feature " + i);
        }
    }

    @Test
    void theProtocolIsKept() throws IOException {
        JsonNode json = Watched.parse(replay(meter()).json());
        JsonNode model = json.get("model");
        for (String key : List.of(
                "name",
                "backend",
                "tickSeconds",
                "ticksPerStep",
                "patterns",
                "features",
                "seed",
                "scene",
                "lanes",
                "overlapBins",
                "binSize",
                "motifs",
                "dwell",
                "next",
                "controls")) {
            assertTrue(model.has(key), key);
        }
        assertEquals("notes", model.at("/scene/kind").asText());
        assertEquals(2, model.at("/scene/channels").size());
        assertEquals(0.02, model.at("/scene/plant/tauSeconds").asDouble());
        assertEquals(PATTERNS, model.at("/scene/wanted").size());
        assertTrue(model.at("/scene/setting/list/2").asBoolean());
        assertFalse(model.at("/controls/live").asBoolean());
        assertFalse(model.at("/controls/tempo/on").asBoolean());
        JsonNode chunk = json.get("chunk");
        for (String key : List.of(
                "tick",
                "state",
                "rate",
                "wanted",
                "gain",
                "open",
                "lesion",
                "cueNoise",
                "dropped",
                "steps",
                "spikes",
                "told")) {
            assertTrue(chunk.has(key), key);
        }
        assertTrue(chunk.at("/steps/0/begins").asBoolean());
        assertEquals("cue pattern 0", chunk.at("/told/0/what").asText());
        assertEquals(PATTERNS, chunk.get("open").asInt());
        int rows = 0;
        for (JsonNode lane : model.get("lanes")) {
            rows += lane.get("rows").asInt();
        }
        JsonNode spikes = chunk.get("spikes");
        assertTrue(spikes.size() > 2);
        for (int k = 0; k < spikes.size(); k += 2) {
            assertTrue(spikes.get(k).asLong() <= chunk.get("tick").asLong());
            assertTrue(spikes.get(k + 1).asInt() >= 0 && spikes.get(k + 1).asInt() < rows);
        }
    }

    @Test
    void noTextEndsTheScriptItStandsIn() {
        String name = "</script><script>alert('\u2028')</script><!--";
        String part = WatchPage.part(replay(Watched.run(Watched.chain(name, 4, Watched.Meter.of(4)))));
        int begin = part.indexOf("id=\"mneme-replay\">");
        String json = part.substring(begin, part.indexOf("</script>", begin));
        assertTrue(json.endsWith("}"), "the first end of a script is the script's own");
        assertFalse(json.substring("id=\"mneme-replay\">".length()).contains("<"));
        assertTrue(json.contains("\\u003c/script>"));
    }

    @Test
    void tellsWhatARunWasTold() {
        Experiment experiment = Watched.chain("told", PATTERNS, Optional.empty());
        RunOptions options = Watched.options().withCue(1, 0.1);
        WatchTold cue = replay(Watched.run(experiment, options)).chunk().told().getFirst();
        assertEquals("cue pattern 1, 6 bits flipped", cue.what());
    }

    @Test
    void longRunsAreThinnedAndSaySo() {
        RunResult result = Watched.run(Watched.chain("long", 400, Watched.Meter.of(400)));
        RunResult longer = Longer.of(result, 40_000);
        WatchReplay replay = replay(longer);
        int size = replay.json().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size <= WatchReplay.LARGEST, size + " bytes");
        int kept = replay.chunk().steps().size();
        assertTrue(kept < 40_000 && kept > 1000, kept + " steps");
        assertTrue(replay.leftOut().contains(kept + " of 40000 recall steps are shown"), replay.leftOut());
        assertEquals(40_000 - kept, replay.chunk().dropped());
        assertEquals(39_999, replay.chunk().steps().getLast().step());
        long apart = replay.chunk().steps().get(1).step();
        for (int k = 1; k < kept - 1; k++) {
            assertEquals(
                    apart,
                    replay.chunk().steps().get(k).step()
                            - replay.chunk().steps().get(k - 1).step());
        }
    }

    @Test
    void shortRunsAreWhole() {
        assertFalse(replay(meter()).leftOut().contains("recall steps"));
    }

    @Test
    void runsWhoseStatesWereNotKeptHaveNone() {
        RunResult result = meter();
        assertEquals(Optional.empty(), WatchReplay.of(Longer.without(result)));
    }

    @Test
    void theSameRunGivesTheSameBytesInAnyPlace() {
        String here = WatchPage.part(replay(meter()));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals(here, WatchPage.part(replay(meter())));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
