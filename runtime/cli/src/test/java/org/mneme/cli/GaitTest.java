package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A walker that is switched from gait to gait, and one from a motion file. */
final class GaitTest {
    private static final Path FOLDER = Checkout.root().resolve("examples/gait");
    private static final Path WALKER = FOLDER.resolve("walker.yaml");
    private static final Path BIPED = FOLDER.resolve("biped.yaml");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyExamples() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static double figure(JsonNode run, String name) {
        for (JsonNode figure : run.at("/scene/figures")) {
            if (figure.required("name").asText().equals(name)) {
                return figure.required("value").asDouble();
            }
        }
        throw new AssertionError("no figure " + name + " in " + run.at("/scene"));
    }

    private Path change(String file, String part, String instead) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(part), part);
        return Files.writeString(path, text.replace(part, instead));
    }

    @Test
    void walkTrotAndTurnFollowEachOtherInMidStrideAndNoiseIsRecoveredFrom() {
        JsonNode run = Outcome.json(WALKER);

        assertTrue(
                run.at("/recall/success").asBoolean(),
                () -> run.at("/recall/mistakes").toString());
        assertEquals("spiking", run.at("/lowering/name").asText());
        assertTrue(run.at("/scene/right").asBoolean(), () -> run.at("/scene").toString());
        assertEquals(3, figure(run, "motif switches"));
        assertEquals(1, figure(run, "recoveries"));
        assertEquals(1, figure(run, "recall steps of the longest recovery"));
        assertTrue(figure(run, "largest joint error") < 3);
        assertTrue(figure(run, "longest wait of a cue or switch") < 200, "ms");
        assertTrue(figure(run, "largest jump of a joint in 10 ms after the plant")
                < 0.4 * figure(run, "largest jump of a joint in 10 ms before the plant"));
        JsonNode cue = run.at("/controls").get(run.at("/controls").size() - 1);
        assertEquals(115, cue.required("flipped").asInt(), "30 % of 384");
        assertEquals("now", run.at("/settings/controls/4/cue").asText());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whereverTheNoiseStrikesTheWalkerGoesOn(int k) {
        String tick = Integer.toString(8_000 + 137 * k);
        JsonNode run = Outcome.json(WALKER, "--recue", tick + ":now:0.3", "--seed", k);

        assertTrue(
                run.at("/recall/success").asBoolean(),
                () -> run.at("/recall/mistakes").toString());
        assertTrue(run.at("/scene/right").asBoolean(), () -> run.at("/scene").toString());
        assertEquals(2, figure(run, "recoveries"));
    }

    @Test
    void gaitsKeepTheirOwnPace() {
        JsonNode run = Outcome.json(WALKER, "--set", "controls=[{at: 0, gate: trot}]", "--cue", "24", "--steps", "368");
        assertEquals(2 * 0.55, run.required("ticks").asInt() * 1e-3, 0.02, "two strides of a trot");
        JsonNode walk = Outcome.json(WALKER, "--set", "controls=[{at: 0, gate: walk}]", "--steps", "734");
        assertEquals(2 * 1.1, walk.required("ticks").asInt() * 1e-3, 0.02, "two strides of a walk");
    }

    @Test
    void gaitsArePlayedByNameAndAtAnotherTempo() {
        JsonNode run = Outcome.json(
                WALKER,
                "--set",
                "controls=[{play: [trot, walk]}, {at: 900, tempo: 2}]",
                "--report",
                folder.resolve("r.html"));
        assertTrue(
                run.at("/recall/success").asBoolean(),
                () -> run.at("/recall/mistakes").toString());
        assertTrue(
                run.at("/scene/right").asBoolean(),
                () -> run.at("/scene/sentence").asText());
        assertTrue(figure(run, "largest drift") < 60, "half a recall step each pose of 15 steps at twice the tempo");
    }

    @Test
    void bipedWritesItsWalkAsAMotionFileAndReadsItAgain() throws IOException {
        Path out = folder.resolve("out.bvh");
        JsonNode run = Outcome.json(BIPED, "--perform", out);
        assertTrue(run.at("/scene/right").asBoolean(), () -> run.at("/scene").toString());
        assertTrue(Files.readString(out).startsWith("HIERARCHY\nROOT Hips\n"));

        change("biped.yaml", "walk: biped.bvh", "walk: out.bvh");
        change("biped.yaml", "poses: 32", "cycle: false");
        change("biped.yaml", "features: 512", "features: 640");
        Outcome again = Outcome.of("run", folder.resolve("biped.yaml"), "--set", "controls=[]");
        assertEquals(0, again.code(), again::err);
    }

    @Test
    void reportShowsTheWalker() throws IOException {
        Path report = folder.resolve("walker.html");
        Outcome.of("run", WALKER, "--report", report, "--perform", folder.resolve("w.csv"), "--plots", folder)
                .succeeded();
        String page = Files.readString(report);
        assertTrue(page.contains("The walker") && page.contains("RF elbow"), "the plot");
        assertTrue(Files.readString(folder.resolve("walker.csv")).startsWith("seconds,pattern,trunk asked"));
        assertTrue(Files.readString(folder.resolve("w.csv")).startsWith("time_s,\"trunk asked, °\""));
    }

    @Test
    void moreThanHalfOfTheFeaturesFlippedIsNotRecoveredFrom() {
        JsonNode run = Outcome.json(WALKER, "--recue", "8200:now:0.6");
        assertFalse(run.at("/recall/success").asBoolean());
        assertFalse(run.at("/scene/right").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "walk.csv| 0.00,0.00| 0.00,NaN| NaN",
                "walk.csv| RF elbow| RF wrist| move different joints",
                "trot.csv| time_s| seconds| a column time_s is missing",
                "turn.csv| 0.03,0.45| 0.02,0.45| sort the frames by time",
                "walk.csv| 1.10,0.00,36.00| 1.10,0.00,46.00| motion walk does not close: LH hip is 10.0° off",
                "walk.csv| 0.01,0.17,35.38| 0.01,0.17,3538| give angles in degrees",
                "walker.yaml| gate: trot| gate: trott| did you mean 'trot'?",
                "walker.yaml| joint: LH hip| joint: LH hop| did you mean 'LH hip'?",
                "walker.yaml| trot: trot.csv| trot: trot.tsv| is neither a .csv nor a .bvh file",
            })
    void mistakesAreToldInOneSentence(String file, String part, String instead, String words) throws IOException {
        change(file, part, instead);
        Outcome.of("run", folder.resolve("walker.yaml")).refused(words);
    }

    @Test
    void fileWithoutAMovementIsRefused() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("walk.csv"));
        Files.write(folder.resolve("walk.csv"), lines.subList(0, 2));
        Outcome.of("run", folder.resolve("walker.yaml")).refused("1 frame is no movement");
        Files.writeString(folder.resolve("biped.bvh"), "HIERARCHY\n");
        Outcome.of("run", folder.resolve("biped.yaml")).refused("biped.bvh: line 1: ", "a } or MOTION is missing");
        Outcome.of("run", WALKER, "--perform", folder.resolve("w.bvh")).refused(".csv");
    }

    @Test
    void motifThatIsNotThereIsAnsweredWithThoseThatAre() {
        Outcome.of("run", WALKER, "--gate", "300:gallop").refused("'gallop'", "walk, trot, turn");
        Outcome.of("run", WALKER, "--play", "walk,gallop").refused("'gallop'", "walk, trot, turn");
        Outcome.of("run", Checkout.memory("hello"), "--perform", folder.resolve("h.csv"))
                .refused("--perform", "no movement, music or gait");
    }
}
