package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.score.DrawingScore;

class DrawingPlotTest {
    private static DrawingScore score(List<PenPoint> asked, List<PenPoint> recalled) {
        return new DrawingScore(asked, recalled, List.of(asked), 0, 0, 0, 2, true);
    }

    @ParameterizedTest
    @CsvSource({"100, 20", "20, 100", "60, 60", "3000, 1", "0.5, 0.5"})
    void aMillimetreIsAsLongInBothDirections(double wide, double high) {
        List<PenPoint> points = List.of(
                new PenPoint(7, 9, true), new PenPoint(7 + wide, 9, true), new PenPoint(7 + wide, 9 + high, true));
        Plot plot = DrawingPlot.of(score(points, points));
        List<double[]> drawn = Drawn.of(plot).points("curve", "c1");
        double right = drawn.get(1)[0] - drawn.get(0)[0];
        double down = drawn.get(2)[1] - drawn.get(1)[1];
        assertEquals(wide / high, right / down, 0.02 * wide / high + 0.02 / down * wide / high);
        assertTrue(right <= plot.width() && down <= plot.height());
    }

    @Test
    void penUpMovesAreDashed() {
        List<PenPoint> points = List.of(
                new PenPoint(0, 0, true),
                new PenPoint(10, 0, true),
                new PenPoint(20, 10, false),
                new PenPoint(30, 0, true),
                new PenPoint(40, 0, true));
        Drawn drawn = Drawn.of(DrawingPlot.of(score(points, points)));
        assertEquals(2 * 2, drawn.points("curve", "c1").size());
        assertEquals(3, drawn.points("dash", "c1").size());
        assertEquals(1, drawn.points("dots", "small", "c1").size());
        assertEquals(4, drawn.points("dots", "large", "c1").size());
    }

    @Test
    void pointsThatAreHeldBendTheCurveAsOthersDo() {
        List<PenPoint> points =
                List.of(new PenPoint(0, 0, true), new PenPoint(10, 10, true), new PenPoint(20, 0, true));
        List<PenPoint> held =
                points.stream().flatMap(p -> Collections.nCopies(3, p).stream()).toList();
        String once = Drawn.of(DrawingPlot.of(score(points, points)))
                .all("path", "curve", "c1")
                .getFirst()
                .getAttribute("d");
        assertTrue(once.contains("C"), once);
        assertEquals(
                once,
                Drawn.of(DrawingPlot.of(score(held, held)))
                        .all("path", "curve", "c1")
                        .getFirst()
                        .getAttribute("d"));
    }

    @Test
    void pointsOnALineAreJoinedByThatLine() {
        List<PenPoint> points = List.of(
                new PenPoint(0, 0, true),
                new PenPoint(10, 0, true),
                new PenPoint(20, 0, true),
                new PenPoint(20, 9, false));
        String d = Drawn.of(DrawingPlot.of(score(points, points)))
                .all("path", "curve", "c1")
                .getFirst()
                .getAttribute("d");
        List<String> heights = new ArrayList<>();
        Matcher numbers = Pattern.compile("[\\d.]+ ([\\d.]+)").matcher(d);
        while (numbers.find()) {
            heights.add(numbers.group(1));
        }
        assertEquals(1 + 3 + 3, heights.size(), d);
        assertEquals(1, heights.stream().distinct().count(), d);
    }

    @Test
    void pointsOutOfToleranceAreLedToWhereTheyShouldBe() {
        Plot near = DrawingPlot.of(SampleRuns.drawing(6, 1));
        assertFalse(near.caption().contains("out of tolerance"));
        Plot far = DrawingPlot.of(SampleRuns.drawing(6, 3));
        assertTrue(far.caption().contains("out of tolerance"));
        assertEquals(6 * 2, Drawn.of(far).points("axis").size());
    }

    @Test
    void tableHoldsTheNumbersDrawn() {
        Plot plot = DrawingPlot.of(SampleRuns.drawing(6, 0.5));
        String[] cells = plot.csv().text().split("\n")[3].split(",");
        PenPoint asked = SampleRuns.drawing(6, 0.5).asked().get(2);
        assertEquals(asked.x(), Double.parseDouble(cells[1]));
        assertEquals(asked.y(), Double.parseDouble(cells[2]));
        assertEquals("true", cells[3]);
        assertEquals(asked.x() + 0.5, Double.parseDouble(cells[4]));
    }

    @Test
    void nothingAndUnknownPointsCanBeDrawn() {
        assertFalse(
                Drawn.of(DrawingPlot.of(score(List.of(), List.of()))).texts().isEmpty());
        PenPoint unknown = new PenPoint(Double.NaN, Double.POSITIVE_INFINITY, true);
        PenPoint known = new PenPoint(1, 2, true);
        Plot plot = DrawingPlot.of(score(List.of(known, known, known), List.of(known, unknown, known)));
        assertFalse(plot.document().contains("NaN"));
        assertEquals(2, Drawn.of(plot).points("dots", "c1").size());
    }

    @Test
    void manyStrokesAreCut() {
        List<PenPoint> stroke = List.of(new PenPoint(0, 0, true), new PenPoint(1, 1, true));
        Plot plot = DrawingPlot.of(
                new DrawingScore(stroke, stroke, Collections.nCopies(100_000, stroke), 0, 0, 0, 2, true));
        assertTrue(plot.caption().contains("Cut: only the first 15000 strokes"), plot.caption());
        assertTrue(plot.body().length() < 2_000_000);
    }

    @Test
    void manyPointsAreThinned() {
        Plot plot = DrawingPlot.of(SampleRuns.drawing(60_000, 30));
        assertTrue(plot.caption().contains("Thinned: 1 in 6 points is drawn."), plot.caption());
        assertTrue(plot.body().length() < 2_000_000);
        assertEquals(60_000, plot.csv().rows());
    }
}
