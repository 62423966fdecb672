package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.model.io.Table;
import org.mneme.model.io.Trajectories;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Performance;

class WalkerFileTest {
    @TempDir
    Path folder;

    private static Performance cycles(EncodedPatterns encoded, int cycles) {
        Walkers.Recall recall = new Walkers.Recall(encoded);
        int count = encoded.sequencing()
                        .orElseThrow()
                        .motifs()
                        .getFirst()
                        .patterns()
                        .length()
                - 1;
        for (int k = 0; k < cycles; k++) {
            recall.patterns(0, count, k == 0);
        }
        return recall.performance();
    }

    @Test
    void csvHoldsWhatWasAskedRecalledAndMoved() {
        EncodedPatterns walker = Walkers.quadruped();
        Path file = folder.resolve("out.csv");
        Walkers.scene(walker).write(cycles(walker, 2), file);

        Table table = Trajectories.readCsv(file);
        assertEquals(1 + 3 * 12, table.columns());
        assertEquals(221, table.rows(), 1);
        int hip = table.column("LH hip asked, °").orElseThrow();
        for (int row = 0; row < table.rows(); row++) {
            assertEquals(row / 100.0, table.at(row, 0), 1e-9);
            assertEquals(table.at(row, hip), table.at(row, hip + 1), 2);
        }
        double jump = 0;
        for (int row = 1; row < table.rows(); row++) {
            jump = Math.max(jump, Math.abs(table.at(row, hip + 2) - table.at(row - 1, hip + 2)));
        }
        assertTrue(jump < 3, "smooth: " + jump + "°");
    }

    @Test
    void bvhIsAMotionFileOfTheSameSkeleton() throws Exception {
        EncodedPatterns biped = Walkers.biped("features", "512", "poses", "32");
        Path file = folder.resolve("out.bvh");
        Walkers.scene(biped).write(cycles(biped, 2), file);

        BvhFile original = BvhReader.read(Walkers.examples().resolve("biped.bvh"));
        BvhFile written = BvhReader.read(file);
        assertEquals(original.nodes(), written.nodes());
        assertEquals(0.01, written.frameSeconds());
        assertEquals(214, written.frames().size(), 1);
        Motion was = BvhSkeleton.motion("a", original, 10);
        Motion is = BvhSkeleton.motion("a", written, 10);
        int thigh = was.channels().indexOf(new MotionChannel("LeftUpLeg Xrotation", Quantity.ANGLE));
        // the plant is late by its two time constants, and a pose is held for its length
        double late = 0.06 + 0.5 * 1.0667 / 32;
        for (double t = 0.3; t < 1.0; t += 0.05) {
            assertEquals(was.at(t - late)[thigh], is.at(t)[thigh], 2, "at " + t + " s");
        }
        double way = written.frames().getLast()[2] - written.frames().getFirst()[2];
        assertEquals(130 * 2.13, way, 5, "cm in two strides");
        assertEquals(
                Files.readString(Walkers.examples().resolve("biped.bvh"))
                        .lines()
                        .filter(l -> l.contains("JOINT"))
                        .count(),
                Files.readString(file).lines().filter(l -> l.contains("JOINT")).count());
    }

    @Test
    void sameBytesInEveryLocale() throws Exception {
        EncodedPatterns biped = Walkers.biped("features", "512");
        Locale before = Locale.getDefault();
        try {
            for (String name : List.of("a.bvh", "a.csv")) {
                Locale.setDefault(Locale.ROOT);
                Walkers.scene(biped).write(cycles(biped, 1), folder.resolve(name));
                Locale.setDefault(Locale.GERMANY);
                Walkers.scene(biped).write(cycles(biped, 1), folder.resolve("de" + name));
                assertEquals(-1, Files.mismatch(folder.resolve(name), folder.resolve("de" + name)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        EncodedPatterns walker = Walkers.quadruped();
        WalkerScene scene = Walkers.scene(walker);
        assertEquals(List.of("csv"), scene.formats());
        assertEquals(
                List.of("bvh", "csv"),
                Walkers.scene(Walkers.biped("features", "512")).formats());
        assertTrue(assertThrows(
                        MotionFileException.class,
                        () -> scene.write(new Walkers.Recall(walker).performance(), folder.resolve("out.csv")))
                .getMessage()
                .contains("nothing was recalled"));
        assertThrows(
                ResultFileException.class,
                () -> scene.write(cycles(walker, 1), folder.resolve("none").resolve("out.csv")));
        Performance endless = new Walkers.Recall(walker)
                .show(walker.patterns().row(0), 0, true, 3)
                .performance();
        Performance longest = new Performance(1, 3, endless.moments(), endless.stepTicks(), 100_000_000L, true);
        assertTrue(assertThrows(MotionFileException.class, () -> scene.write(longest, folder.resolve("out.csv")))
                .getMessage()
                .contains("too long for a file"));
        Performance cut = new Performance(1e-3, 3, endless.moments(), endless.stepTicks(), 100, false);
        assertTrue(assertThrows(MotionFileException.class, () -> scene.write(cut, folder.resolve("out.csv")))
                .getMessage()
                .contains("run fewer --steps"));
    }
}
