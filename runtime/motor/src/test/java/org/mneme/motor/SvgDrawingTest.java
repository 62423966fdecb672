package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.runtime.patterns.PenPoint;

class SvgDrawingTest {
    /** A corner mark: it keeps the drawing's origin at (0, 0). */
    private static final String MARK = "<path d='M0 0 L0 1'/>";

    @TempDir
    Path folder;

    /** The stroke drawn after the mark. */
    private List<PenPoint> only(String content) {
        Drawing drawing = Given.svg(folder, MARK + content);
        assertEquals(2, drawing.strokes().size(), content);
        return drawing.strokes().get(1);
    }

    private static void assertEnds(List<PenPoint> stroke, double x0, double y0, double x1, double y1) {
        assertTrue(
                stroke.getFirst().distance(new PenPoint(x0, y0, true)) < 1e-3, () -> "starts at " + stroke.getFirst());
        assertTrue(stroke.getLast().distance(new PenPoint(x1, y1, true)) < 1e-3, () -> "ends at " + stroke.getLast());
    }

    private static double length(List<PenPoint> stroke) {
        return new Polyline(stroke).length();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M10 20 L30 40 | 30 | 40",
                "m10 20 l20 20 | 30 | 40",
                "M10,20,30,40 | 30 | 40",
                "m10 20 20 20 | 30 | 40",
                "M10 20H50 | 50 | 20",
                "M10 20 h5 5 | 20 | 20",
                "M10 20V50 | 10 | 50",
                "M10 20 v-5 | 10 | 15",
                "M10 20 C10 30 20 40 50 60 | 50 | 60",
                "M10 20 c0 10 10 20 40 40 | 50 | 60",
                "M10 20 C10 30 20 40 50 60 S70 70 80 60 | 80 | 60",
                "M10 20 c0 10 10 20 40 40 s20 10 30 0 | 80 | 60",
                "M10 20 Q30 0 50 20 | 50 | 20",
                "M10 20 q20 -20 40 0 | 50 | 20",
                "M10 20 Q30 0 50 20 T90 20 | 90 | 20",
                "M10 20 q20-20 40 0 t40 0 | 90 | 20",
                "M10 50 A20 20 0 0 1 50 50 | 50 | 50",
                "M10 50 a20 20 0 0140 0 | 50 | 50",
                "M10 20 L30 40 L50 20 Z | 10 | 20",
                "M10 20 l20 20 20-20 z | 10 | 20",
                "M1e1 2.0e+1 L.5.5 | 0.5 | 0.5"
            })
    void pathCommandsAbsoluteAndRelative(String d, double x, double y) {
        List<PenPoint> stroke = only("<path d='" + d + "'/>");
        assertEnds(stroke, 10, d.contains("A") || d.contains("a") ? 50 : 20, x, y);
    }

    @Test
    void curvesAreFollowedFinely() {
        List<PenPoint> arc = only("<path d='M10 50 A20 20 0 0 1 50 50'/>");
        assertEquals(Math.PI * 20, length(arc), 0.01);
        for (PenPoint p : arc) {
            assertEquals(20, p.distance(new PenPoint(30, 50, true)), 0.01);
        }
        assertTrue(arc.size() > 30, "an arc of " + arc.size() + " points");
        double whole = length(only("<path d='M10 20 C10 60 60 60 60 20 S 90 0 90 50'/>"));
        double parts = length(only("<path d='M10 20 C10 60 60 60 60 20'/>"))
                + length(only("<path d='M60 20 C60 -20 90 0 90 50'/>"));
        assertEquals(whole, parts, 0.01);
    }

    @Test
    void otherShapesAreStrokesToo() {
        assertEnds(only("<line x1='10' y1='20' x2='30' y2='40'/>"), 10, 20, 30, 40);
        assertEnds(only("<polyline points='10,20 30,40 50 20'/>"), 10, 20, 50, 20);
        assertEnds(only("<polygon points='10,20 30,40 50 20'/>"), 10, 20, 10, 20);
        assertEquals(2 * Math.PI * 15, length(only("<circle cx='50' cy='50' r='15'/>")), 0.05);
        assertEquals(100, length(only("<rect x='10' y='10' width='20' height='30'/>")), 0.01);
        assertTrue(length(only("<ellipse cx='50' cy='50' rx='20' ry='10'/>")) > 90);
    }

    @Test
    void transformsAndGroupsNest() {
        assertEnds(only("<g transform='translate(10 20)'><path d='M0 0L10 0'/></g>"), 10, 20, 20, 20);
        assertEnds(
                only(
                        "<g transform='translate(10 20)'><g transform='scale(2)'><path transform='rotate(90)' d='M0 0L10 0'/></g></g>"),
                10,
                20,
                10,
                40);
        assertEnds(only("<path transform='matrix(1 0 0 1 5 6)' d='M0 0L10 0'/>"), 5, 6, 15, 6);
        assertEnds(only("<path transform='translate(5,6) rotate(90 10 0)' d='M10 0L20 0'/>"), 15, 6, 15, 16);
        assertEnds(
                only("<svg x='10' y='10' width='20' height='20' viewBox='0 0 2 2'><path d='M0 0L1 1'/></svg>"),
                10,
                10,
                20,
                20);
    }

    @Test
    void useDrawsWhatItRefersTo() {
        assertEnds(only("<defs><path id='a' d='M0 0L10 0'/></defs><use href='#a' x='10' y='20'/>"), 10, 20, 20, 20);
        assertEnds(
                only("<defs><path id='a' d='M0 0L10 0'/></defs><use xlink:href='#a' transform='translate(10 20)'/>"),
                10,
                20,
                20,
                20);
    }

    @Test
    void onlyWhatIsStrokedIsDrawn() {
        Drawing drawing = Given.svg(
                folder,
                MARK
                        + "<path d='M1 1L5 5' stroke='none'/><path d='M1 1L5 5' fill='red' style='stroke:none'/>"
                        + "<path d='M1 1L5 5' display='none'/><path d='M10 10L20 20' stroke='#f00' stroke-dasharray='2 1'/>"
                        + "<text x='5' y='5'>words</text>");
        assertEquals(2, drawing.strokes().size());
        assertEnds(drawing.strokes().get(1), 10, 10, 20, 20);
    }

    @Test
    void styleSheetMayStroke() {
        Drawing drawing = Given.wholeSvg(
                folder,
                "width='10mm' height='10mm' viewBox='0 0 10 10'",
                "<style>.pen { stroke: black; fill: none }</style><path class='pen' d='M0 0L0 10'/>");
        assertEquals(10, drawing.bounds().size(), 1e-4);
    }

    @Test
    void subpathsAreStrokesUnlessOneGoesOnWhereTheLastEnds() {
        assertEquals(
                3,
                Given.svg(folder, MARK + "<path d='M10 10L20 20M30 30L40 40'/>")
                        .strokes()
                        .size());
        assertEquals(
                2,
                Given.svg(folder, MARK + "<path d='M10 10L20 20M20 20L40 40'/>")
                        .strokes()
                        .size());
        assertEquals(
                2,
                Given.svg(folder, MARK + "<path d='M10 10L20 20'/><path d='M20 20L40 40'/>")
                        .strokes()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"100mm,100", "10cm,100", "2in,50.8", "72pt,25.4", "6pc,25.4"})
    void unitsOfLengthAreKept(String width, double millimetres) {
        Drawing drawing = Given.wholeSvg(
                folder,
                "width='" + width + "' height='" + width + "' viewBox='0 0 10 10'",
                "<path stroke='black' d='M0 0L10 5'/>");
        assertEquals(millimetres, drawing.bounds().size(), 1e-3 * millimetres);
    }

    @Test
    void drawingWithoutUnitIsFitted() {
        String diagonal = "<path stroke='black' d='M3 3L7 5'/>";
        Drawing.Bounds fitted =
                Given.wholeSvg(folder, "viewBox='0 0 10 10'", diagonal).bounds();
        assertEquals(150, fitted.maxX(), 1e-3);
        assertEquals(75, fitted.maxY(), 1e-3);
        assertEquals(0, fitted.minX(), 0);
        assertEquals(
                150,
                Given.wholeSvg(folder, "width='640' height='480'", diagonal)
                        .bounds()
                        .size(),
                1e-3);
        assertEquals(150, Given.wholeSvg(folder, "", diagonal).bounds().size(), 1e-3);
        Drawing wide = SvgDrawing.read(folder.resolve("drawing.svg"), Optional.of(80.0));
        assertEquals(80, wide.bounds().size(), 1e-3);
    }

    @Test
    void localeChangesNothing() {
        Locale before = Locale.getDefault();
        Drawing plain = Given.svg(folder, MARK + "<path d='M1.5 2.5L30.25 40.75'/>");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(plain, Given.svg(folder, MARK + "<path d='M1.5 2.5L30.25 40.75'/>"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
