package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.bits.Ints;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;

class ArmFilesTest {
    private static final EncodedPatterns LOOPS = Recalled.loops();
    private static final Scene SCENE = Recalled.scene(LOOPS);

    @TempDir
    Path folder;

    @Test
    void svgCanBeReadAsTheDrawingThatWasAskedFor() {
        Path file = folder.resolve("out.svg");
        SCENE.write(Recalled.exact(LOOPS), file);
        Drawing read = SvgDrawing.read(file, Optional.empty());
        assertEquals(2, read.strokes().size());
        // the reader starts at the drawing's corner
        Drawing.Bounds asked = ((ArmScene) SCENE).bounds();
        Drawing.Bounds found = read.bounds();
        assertEquals(asked.maxX() - asked.minX(), found.maxX() - found.minX(), 1);
        assertEquals(asked.maxY() - asked.minY(), found.maxY() - found.minY(), 1);
    }

    @Test
    void csvHasARowAStateAndCanBeReadAsADrawing() throws IOException {
        Path file = folder.resolve("out.CSV");
        Performance exact = Recalled.exact(LOOPS);
        SCENE.write(exact, file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("time_s,x,y,pen,speed_mm_s", lines.getFirst());
        assertEquals(145, lines.size());
        assertTrue(lines.getLast().endsWith(",0.000"), lines.getLast());
        Drawing read = CsvDrawing.read(file, Optional.empty());
        assertEquals(2, read.strokes().size());
        PenPoint end = read.strokes().getLast().getLast();
        double[] wanted = SCENE.wanted(143);
        assertTrue(end.distance(new PenPoint(wanted[0], wanted[1], true)) < 1, end::toString);
    }

    @Test
    void speedIsThatToTheNextState() throws IOException {
        Path file = folder.resolve("out.csv");
        SCENE.write(Recalled.exact(LOOPS), file);
        List<String> lines = Files.readAllLines(file);
        for (int k = 1; k < 144; k++) {
            String[] now = lines.get(k).split(",");
            String[] next = lines.get(k + 1).split(",");
            double way = Math.hypot(
                    Double.parseDouble(next[1]) - Double.parseDouble(now[1]),
                    Double.parseDouble(next[2]) - Double.parseDouble(now[2]));
            double time = Double.parseDouble(next[0]) - Double.parseDouble(now[0]);
            assertEquals(way / time, Double.parseDouble(now[4]), 0.05, "row " + k);
        }
    }

    @Test
    void bytesAreTheSameInAnyLocale() throws IOException {
        SCENE.write(Recalled.exact(LOOPS), folder.resolve("a.svg"));
        SCENE.write(Recalled.exact(LOOPS), folder.resolve("a.csv"));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            SCENE.write(Recalled.exact(LOOPS), folder.resolve("b.svg"));
            SCENE.write(Recalled.exact(LOOPS), folder.resolve("b.csv"));
        } finally {
            Locale.setDefault(locale);
        }
        assertEquals(-1, Files.mismatch(folder.resolve("a.svg"), folder.resolve("b.svg")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv")));
    }

    @Test
    void nothingRecalledIsAnEmptyDrawing() throws IOException {
        Performance none = new Performance(1e-3, 3, List.of(), Ints.of(), 0, true);
        SCENE.write(none, folder.resolve("none.svg"));
        SCENE.write(none, folder.resolve("none.csv"));
        assertTrue(Files.readString(folder.resolve("none.svg")).startsWith("<svg "));
        assertEquals(1, Files.readAllLines(folder.resolve("none.csv")).size());
    }

    @Test
    void fileThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("no-such-folder").resolve("out.svg");
        ResultFileException e = assertThrows(ResultFileException.class, () -> SCENE.write(Recalled.exact(LOOPS), file));
        assertEquals(file, e.file());
    }
}
