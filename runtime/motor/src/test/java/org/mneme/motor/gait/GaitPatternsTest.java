package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.model.Successors;
import org.mneme.motor.LargestOverlap;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.PatternSource;
import org.mneme.runtime.scene.SceneKind;

class GaitPatternsTest {
    @TempDir
    Path folder;

    @Test
    void isFoundByItsKey() {
        PatternSource found = ServiceLoader.load(PatternSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(s -> s.key().equals("gait"))
                .findFirst()
                .orElseThrow();
        assertInstanceOf(GaitPatterns.class, found);
        assertEquals("motions", found.shortFor());
        assertEquals("24", found.defaults().get("poses"));
    }

    @Test
    void eachMotionIsACyclicMotifOfOneMemory() {
        EncodedPatterns encoded = Walkers.quadruped();
        List<Motif> motifs = encoded.sequencing().orElseThrow().motifs();
        Successors next = encoded.sequencing().orElseThrow().successors();

        assertEquals(Walkers.GAITS, motifs.stream().map(Motif::name).toList());
        assertEquals(72, encoded.patterns().count());
        assertEquals(384, encoded.patterns().features());
        for (int m = 0; m < 3; m++) {
            assertEquals(25, motifs.get(m).patterns().length());
            assertEquals(24 * m, motifs.get(m).patterns().at(24));
            assertEquals(24 * m, next.of(24 * m + 23));
            assertEquals(24 * m + 1, next.of(24 * m));
        }
        assertEquals(SceneKind.WALKER, Walkers.scene(encoded).kind());
    }

    @Test
    void eachMotionKeepsItsOwnDuration() {
        Ints dwell = Walkers.quadruped().dwell().orElseThrow();
        double[] seconds = {1.10, 0.55, 1.25};
        for (int m = 0; m < 3; m++) {
            int steps = IntStream.range(24 * m, 24 * m + 24).map(dwell::at).sum();
            assertEquals(seconds[m], steps * 0.003, 0.0015, Walkers.GAITS.get(m));
        }
        Ints slow = Walkers.quadruped("step-ms", "1.5").dwell().orElseThrow();
        assertEquals(2 * dwell.stream().sum(), slow.stream().sum(), 72);
    }

    @Test
    void naturalPaceIsTold() {
        String note = Walkers.quadruped().notes().getFirst();
        assertTrue(note.startsWith("natural pace (walk 1.10 s, trot 0.55 s, turn 1.25 s): a recall step of 3.000 ms"));
        assertTrue(note.endsWith("tick: 1.000 ms"), note);
    }

    @Test
    void posesAreReadWithinTheToleranceAndKeptApart() {
        for (EncodedPatterns encoded : List.of(Walkers.quadruped(), Walkers.biped("features", "512"))) {
            WalkerScene scene = Walkers.scene(encoded);
            for (int mu = 0; mu < encoded.patterns().count(); mu++) {
                double[] read = scene.read(encoded.patterns().row(mu));
                assertTrue(scene.body().difference(read, scene.wanted(mu)) < scene.tolerance(), "pose " + mu);
            }
            assertTrue(LargestOverlap.of(encoded.patterns()).overlap() < 0.7);
        }
    }

    @Test
    void sameSeedGivesTheSamePatternsAndAnotherSeedOthers() {
        assertEquals(Walkers.quadruped().patterns(), Walkers.quadruped().patterns());
        assertNotEquals(
                Walkers.quadruped().patterns(), Walkers.quadruped("seed", "2").patterns());
    }

    @Test
    void orderOfColumnsDoesNotMatter() throws Exception {
        for (String gait : Walkers.GAITS) {
            List<String> lines = Files.readAllLines(Walkers.examples().resolve(gait + ".csv"));
            List<String> turned = new ArrayList<>();
            for (String line : lines) {
                List<String> cells = new ArrayList<>(List.of(line.split(",")));
                if (gait.equals("trot")) {
                    Collections.reverse(cells);
                }
                turned.add(String.join(",", cells));
            }
            Walkers.file(folder, gait + ".csv", String.join("\n", turned) + "\n");
        }
        EncodedPatterns turned = new GaitPatterns()
                .load(Walkers.settings(List.of("walk=walk.csv", "trot=trot.csv", "turn=turn.csv")), folder);
        assertEquals(Walkers.quadruped().patterns(), turned.patterns());
        assertArrayEquals(
                Walkers.scene(Walkers.quadruped()).wanted(30),
                Walkers.scene(turned).wanted(30));
    }

    @Test
    void chainEndsWhereCycleGoesOn() {
        Walkers.file(folder, "reach.csv", Walkers.csv(20, 40));
        EncodedPatterns chain = new GaitPatterns()
                .load(Walkers.settings(List.of("reach=reach.csv"), "cycle", "false", "poses", "11"), folder);
        assertEquals(
                Successors.NONE, chain.sequencing().orElseThrow().successors().of(10));
        assertEquals(40, Walkers.scene(chain).wanted(10)[0], 1e-9);
        assertEquals(
                Ints.range(11),
                chain.sequencing().orElseThrow().motifs().getFirst().patterns());
    }

    @Test
    void gapIsSpreadOverTheCycleWhereAskedTo() {
        Walkers.file(folder, "limp.csv", Walkers.csv(20, 8));
        EncodedPatterns blended = new GaitPatterns()
                .load(Walkers.settings(List.of("limp=limp.csv"), "blend", "true", "poses", "10"), folder);
        for (int k = 0; k < 10; k++) {
            assertEquals(
                    20 * Math.sin(2 * Math.PI * k / 10), Walkers.scene(blended).wanted(k)[0], 1e-3);
        }
    }

    @Test
    void settingDrawsTheBody() {
        Map<String, Object> setting =
                Walkers.scene(Walkers.biped("features", "512")).setting();
        List<?> segments = (List<?>) setting.getOrDefault("segments", List.of());
        assertEquals(18, segments.size());
        Map<?, ?> shank = (Map<?, ?>) segments.stream()
                .filter(s -> s instanceof Map<?, ?> map && "LeftFoot".equals(map.get("name")))
                .findFirst()
                .orElseThrow();
        assertEquals(410.0, shank.get("length"));
        assertEquals("far", shank.get("side"));
        assertEquals(-1, shank.get("sign"), "about x, y turns towards z: away from counter-clockwise");
    }
}
