package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.report.ChartLegend.Placed;
import org.mneme.report.Series.Mark;
import org.mneme.report.Series.Point;

class ChartLegendTest {
    private static ChartLegend legend(List<Series> series) {
        return new ChartLegend(series, Look.of(series), 8, 924);
    }

    private static List<Series> named(Mark mark, int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(k -> new Series(name + k, mark, List.of(Point.of(k + 1, 1))))
                .toList();
    }

    @Test
    void namesStayOnThePageAndApart() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Series> series = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(k -> new Series(
                            k + (random.nextInt(9) == 0 ? "模" : "w").repeat(random.nextInt(200)), Mark.LINE, List.of()))
                    .toList();
            List<Placed> placed = legend(series).placed();
            String message = "seed " + seed + ": " + placed;
            assertEquals(series.size(), placed.size(), message);
            for (int k = 0; k < placed.size(); k++) {
                assertTrue(placed.get(k).x() >= 8 && placed.get(k).end() <= 924, message);
                if (k > 0 && placed.get(k).row() == placed.get(k - 1).row()) {
                    assertTrue(placed.get(k).x() > placed.get(k - 1).end(), message);
                } else {
                    assertEquals(
                            k == 0 ? 0 : placed.get(k - 1).row() + 1,
                            placed.get(k).row(),
                            message);
                }
            }
        }
    }

    @Test
    void rowsAreAboveThePlot() {
        Chart chart = SampleStudies.twelve();
        double height = legend(chart.series()).height();
        assertTrue(height >= 2 * ChartLegend.ROW, "twelve names need rows");
        String frame =
                Drawn.of(ChartPlot.of(chart)).all("path", "frame").getFirst().getAttribute("d");
        double top = Double.parseDouble(frame.substring(frame.indexOf(' ') + 1, frame.indexOf('V')));
        assertTrue(top > height + 14, frame);
    }

    @Test
    void equalNamesShareAnEntry() {
        Series dots = new Series("d=2", Mark.DOTS, List.of(Point.of(1, 1)));
        Series line = new Series("d=2", Mark.LINE, List.of(Point.of(1, 1)));
        List<Placed> placed = legend(List.of(dots, line, dots)).placed();
        assertEquals(1, placed.size());
        assertEquals(2, placed.getFirst().marks().size());
    }

    @Test
    void manyThinLinesAreOneEntry() {
        List<Placed> placed = legend(named(Mark.THIN, 100, "pattern ")).placed();
        assertEquals(
                List.of("pattern 0 … pattern 99"),
                placed.stream().map(Placed::name).toList());
    }

    @Test
    void moreNamesThanAnyoneReadsAreCut() {
        List<Placed> placed = legend(named(Mark.LINE, 100, "N=")).placed();
        assertEquals(41, placed.size());
        assertEquals("…", placed.getLast().name());
    }
}
