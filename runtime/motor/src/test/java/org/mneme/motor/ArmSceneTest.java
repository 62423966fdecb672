package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Signs;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Plant;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.scene.SceneKind;

class ArmSceneTest {
    private static final EncodedPatterns LOOPS = Recalled.loops();
    private static final Scene SCENE = Recalled.scene(LOOPS);

    @TempDir
    Path folder;

    @Test
    void patternsAreReadAsTheyWereMade() {
        assertEquals(SceneKind.ARM, SCENE.kind());
        for (int mu = 0; mu < 144; mu++) {
            double[] wanted = SCENE.wanted(mu);
            double[] read = SCENE.read(LOOPS.patterns().row(mu));
            assertEquals(SCENE.channels().size(), read.length);
            assertEquals(wanted[2], read[2], "pen at point " + mu);
            assertTrue(Math.hypot(wanted[0] - read[0], wanted[1] - read[1]) < 1, "point " + mu);
            assertTrue(Math.hypot(wanted[3] - read[3], wanted[4] - read[4]) < 1, "elbow at point " + mu);
        }
    }

    @Test
    void linksKeepTheirLengths() {
        Map<String, Object> setting = SCENE.setting();
        List<?> shoulder = (List<?>) Objects.requireNonNull(setting.get("shoulder"));
        double shoulderX = ((Number) shoulder.get(0)).doubleValue();
        double shoulderY = ((Number) shoulder.get(1)).doubleValue();
        for (int mu = 0; mu < 144; mu += 7) {
            double[] read = SCENE.read(Given.flipped(LOOPS.patterns().row(mu), 0.3, mu));
            assertEquals(250, Math.hypot(read[3] - shoulderX, read[4] - shoulderY), 1e-9);
            assertEquals(250, Math.hypot(read[3] - read[0], read[4] - read[1]), 1e-9);
        }
    }

    @Test
    void channelsSpanWhatIsAskedFor() {
        List<Channel> channels = SCENE.channels();
        assertEquals(
                List.of("x", "y", "down", "elbow x", "elbow y"),
                channels.stream().map(Channel::name).toList());
        for (int mu = 0; mu < 144; mu++) {
            for (int c = 0; c < channels.size(); c++) {
                double value = SCENE.wanted(mu)[c];
                assertTrue(value >= channels.get(c).low()
                        && value <= channels.get(c).high());
            }
        }
        assertEquals(0, channels.get(2).low());
        assertEquals(1, channels.get(2).high());
    }

    @Test
    void unknownStatesAreReadAsSomething() {
        for (double value : SCENE.read(Signs.zeros(600))) {
            assertTrue(Double.isFinite(value));
        }
    }

    @Test
    void settingSaysWhatAPageNeeds() {
        Map<String, Object> setting = SCENE.setting();
        assertEquals(
                List.of("shoulder", "upperArm", "forearm", "outline", "asked", "toleranceMm", "bounds"),
                List.copyOf(setting.keySet()));
        assertEquals(144, ((List<?>) Objects.requireNonNull(setting.get("asked"))).size());
        List<?> outline = (List<?>) Objects.requireNonNull(setting.get("outline"));
        assertEquals(2, outline.size());
        int points =
                outline.stream().mapToInt(stroke -> ((List<?>) stroke).size()).sum();
        assertTrue(points > 200 && points < 20_000, points + " points");
    }

    @Test
    void outlineOfManyPointsIsThinned() {
        Given.file(folder, "dense.csv", dense());
        Scene scene = new MotorPatterns()
                .load(Given.settings("csv", "dense.csv", "points", "80"), folder)
                .scene()
                .orElseThrow();
        List<?> outline = (List<?>) Objects.requireNonNull(scene.setting().get("outline"));
        List<?> stroke = (List<?>) outline.getFirst();
        assertTrue(stroke.size() <= 20_000 && stroke.size() > 500, stroke.size() + " points");
    }

    private static String dense() {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int k = 0; k <= 60_000; k++) {
            double t = 40 * Math.PI * k / 60_000;
            double r = 1 + 49.0 * k / 60_000;
            text.append(r * Math.cos(t)).append(',').append(r * Math.sin(t)).append('\n');
        }
        return text.toString();
    }

    @Test
    void plantIsThereWhereItIsAskedFor() {
        assertEquals(Optional.of(new Plant(0.025, 2)), SCENE.plant());
        Scene bare = new MotorPatterns()
                .load(Given.settings("svg", "hello.svg"), Given.examples())
                .scene()
                .orElseThrow();
        assertEquals(Optional.empty(), bare.plant());
    }
}
