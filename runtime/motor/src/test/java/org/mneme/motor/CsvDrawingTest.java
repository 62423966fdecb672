package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.model.io.FileException;
import org.mneme.runtime.patterns.PenPoint;

class CsvDrawingTest {
    @TempDir
    Path folder;

    private Drawing read(String text) {
        return CsvDrawing.read(Given.file(folder, "pen.csv", text), Optional.empty());
    }

    @Test
    void runsWithThePenDownAreStrokes() {
        Drawing drawing = read("0,0,1\n10,0,1\n15,5,0\n20,10,0\n30,10,1\n30,20,1\n");
        assertEquals(
                List.of(
                        List.of(new PenPoint(0, 0, true), new PenPoint(10, 0, true)),
                        List.of(new PenPoint(30, 10, true), new PenPoint(30, 20, true))),
                drawing.strokes());
    }

    @Test
    void headerNamesTheColumns() {
        Drawing drawing = read("pen,t,y,x\n1,0,1,2\n1,1,3,4\n");
        assertEquals(List.of(List.of(new PenPoint(2, 1, true), new PenPoint(4, 3, true))), drawing.strokes());
        assertEquals(1, read("x,y\n1,2\n3,4\n").strokes().size());
    }

    @Test
    void widthScalesTheLongerSide() {
        Path file = Given.file(folder, "pen.csv", "10,10\n10,30\n15,30\n");
        assertEquals(80, CsvDrawing.read(file, Optional.of(80.0)).bounds().maxY(), 1e-9);
    }

    @Test
    void whatIsNotADrawingIsRefused() {
        assertEquals(
                "y",
                assertThrows(CsvColumnsException.class, () -> read("x,z\n1,2\n"))
                        .missing());
        assertThrows(CsvColumnsException.class, () -> read("1\n2\n"));
        assertThrows(NoStrokesException.class, () -> read("1,2,0\n3,4,0\n"));
        assertThrows(NoStrokesException.class, () -> read("1,2,1\n1,2,1\n"));
        FileException nan = assertThrows(FileException.class, () -> read("1,2,1\n3,NaN,1\n"));
        assertTrue(nan.getMessage().contains("pen.csv:2:3"), nan.getMessage());
        assertThrows(FileException.class, () -> CsvDrawing.read(folder.resolve("missing.csv"), Optional.empty()));
    }
}
