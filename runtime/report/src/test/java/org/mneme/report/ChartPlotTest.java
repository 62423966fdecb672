package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.report.Chart.Scale;
import org.mneme.report.Series.Mark;
import org.mneme.report.Series.Point;

class ChartPlotTest {
    private static final Scale X = Scale.linear("x");
    private static final Scale Y = Scale.linear("y");
    private static final List<Mark> MARKS = List.of(Mark.values());
    private static final Pattern START = Pattern.compile("M(-?[\\d.]+) (-?[\\d.]+)");

    private static int starts(Drawn drawn, String... classes) {
        Matcher matcher = START.matcher(drawn.all("path", classes).getLast().getAttribute("d"));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    @Test
    void everyMarkIsDrawn() {
        Point[] points = {new Point(1, 1, 0.5, 2), new Point(2, 3, 2, 4)};
        List<Series> series = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            series.add(SampleStudies.series(mark.name(), mark, points));
        }
        Drawn drawn = Drawn.of(ChartPlot.of(SampleStudies.chart(X, Y, series.toArray(Series[]::new))));
        // The last path of a class is in the legend.
        assertEquals(2, drawn.all("path", "c0", "full").size());
        assertEquals(1, drawn.all("path", "c0", "bar").size());
        assertEquals(2, drawn.all("path", "c1", "full").size());
        assertEquals(2, drawn.all("path", "c1", "curve").size());
        assertEquals(2, drawn.all("path", "c2", "curve").size());
        assertEquals(2, drawn.all("path", "c3", "bound").size());
        assertEquals(2, drawn.all("path", "c4", "area").size());
        assertEquals(2, drawn.all("path", "c5", "thin").size());
    }

    @Test
    void pointsWithoutAPlaceAreLeftOutAndSaidToBe() {
        Chart chart = SampleStudies.chart(
                Scale.log("x"),
                Scale.log("y"),
                SampleStudies.series(
                        "s",
                        Mark.DOTTED_LINE,
                        Point.of(1, 10),
                        Point.of(2, 0),
                        Point.of(3, Double.NaN),
                        Point.of(4, 20),
                        Point.of(-5, 20),
                        new Point(6, 30, -1, 40)));
        Plot plot = ChartPlot.of(chart);
        Drawn drawn = Drawn.of(plot);
        String dots = drawn.all("path", "full").getFirst().getAttribute("d");
        assertEquals(3, dots.split("M", -1).length - 1, dots);
        // Gaps before 4 and before 6.
        String line = drawn.all("path", "curve").getFirst().getAttribute("d");
        assertEquals(3, line.split("M", -1).length - 1, line);
        assertTrue(plot.caption().endsWith("Not drawn: 2 numbers that are not positive, on a logarithmic axis."));
        assertFalse(plot.document().contains("NaN") || plot.document().contains("Infinity"));
    }

    @Test
    void anEmptyChartSaysSo() {
        Drawn drawn = Drawn.of(ChartPlot.of(SampleStudies.empty()));
        assertTrue(drawn.texts().contains("no numbers to draw"), drawn.texts().toString());
        assertFalse(Drawn.of(ChartPlot.of(SampleStudies.degrees())).texts().contains("no numbers to draw"));
        Chart none = SampleStudies.chart(X, Y);
        assertTrue(Drawn.of(ChartPlot.of(none)).texts().contains("no numbers to draw"));
    }

    @Test
    void everythingIsOnThePageWhateverTheNumbers() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Scale x = random.nextBoolean() ? X : Scale.log("x");
            Scale y = random.nextBoolean() ? Y : Scale.log("y");
            double size = Math.pow(10, random.nextInt(80) - 40);
            List<Series> series = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(4); k++) {
                List<Point> points = new ArrayList<>();
                for (int p = 0; p < random.nextInt(6); p++) {
                    double value = random.nextGaussian() * size;
                    points.add(new Point(
                            random.nextGaussian() * size,
                            value,
                            random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : value - size * random.nextDouble(),
                            random.nextInt(5) == 0 ? Double.NaN : value + size * random.nextDouble()));
                }
                series.add(new Series("s" + k, MARKS.get(random.nextInt(MARKS.size())), points));
            }
            Plot plot = ChartPlot.of(SampleStudies.chart(x, y, series.toArray(Series[]::new)));
            String message = "seed " + seed + ": " + series;
            assertFalse(plot.body().contains("NaN") || plot.body().contains("Infinity"), message);
            Matcher matcher = START.matcher(plot.body());
            while (matcher.find()) {
                double left = Double.parseDouble(matcher.group(1));
                double top = Double.parseDouble(matcher.group(2));
                assertTrue(left >= 0 && left <= plot.width() && top >= 0 && top <= plot.height(), message);
            }
        }
    }

    @Test
    void errorBarsReachTheirEnds() {
        Chart chart = SampleStudies.chart(
                X, Y, SampleStudies.series("s", Mark.DOTS, new Point(0, 5, 0, 10), new Point(1, 5, 5, 5)));
        Drawn drawn = Drawn.of(ChartPlot.of(chart));
        List<double[]> dot = drawn.points("full");
        List<double[]> bar = drawn.points("bar");
        assertEquals(3, starts(drawn, "bar"), "only one point has an interval");
        double up = dot.getFirst()[1] - bar.get(0)[1];
        double down = bar.get(1)[1] - dot.getFirst()[1];
        assertEquals(up, down, 0.02);
        assertTrue(up > 100, "half of the axis");
    }

    @Test
    void anIntervalDownToZeroDoesNotStretchALogarithmicAxis() {
        Chart chart = SampleStudies.chart(
                X,
                Scale.log("y"),
                SampleStudies.series("s", Mark.DOTS, new Point(0, 100, 1e-30, 1000), new Point(1, 200, 0, 300)));
        List<String> texts = Drawn.of(ChartPlot.of(chart)).texts();
        assertTrue(texts.contains("10") && !texts.contains("10⁻³⁰") && !texts.contains("0.1"), texts.toString());
    }

    @Test
    void longLinesAreDrawnByTheirExtremes() {
        List<Point> points = IntStream.range(0, 100_000)
                .mapToObj(k -> Point.of(k, k == 54_321 ? 7 : Math.sin(k)))
                .toList();
        Chart chart = SampleStudies.chart(X, Y, new Series("s", Mark.LINE, points));
        Drawn drawn = Drawn.of(ChartPlot.of(chart));
        List<double[]> line = drawn.points("curve");
        assertTrue(line.size() > 1000 && line.size() < 4000, "" + line.size());
        double highest = line.stream().mapToDouble(p -> p[1]).min().orElseThrow();
        double rest = line.stream()
                .mapToDouble(p -> p[1])
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertTrue(rest - highest > 100, "the single high point is drawn");
    }

    @Test
    void namesAreEscaped() {
        String name = "<script>alert('1')</script>]]>&\"";
        Chart chart = new Chart(
                "odd", name, name, Scale.linear(name), Scale.log(name), List.of(SampleStudies.series(name, Mark.THIN)));
        Drawn drawn = Drawn.of(ChartPlot.of(chart));
        assertEquals(3, drawn.texts().stream().filter(name::equals).count());
        assertEquals(0, drawn.all("script").size());
    }

    @Test
    void countsHaveWholeTicks() {
        Chart chart = SampleStudies.chart(
                X, Y, SampleStudies.series("s", Mark.DOTS, Point.of(0, 0), Point.of(1, 1), Point.of(3, 2)));
        List<String> texts = Drawn.of(ChartPlot.of(chart)).texts();
        assertTrue(texts.containsAll(List.of("0", "1", "2", "3")), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.contains(".")), texts.toString());
    }

    @Test
    void aNamesBoundIsSeenBesideItsLineInTheLegend() {
        Point[] points = {Point.of(0, 1), Point.of(1, 2)};
        Drawn drawn = Drawn.of(ChartPlot.of(SampleStudies.chart(
                X,
                Y,
                SampleStudies.series("d=2", Mark.LINE, points),
                SampleStudies.series("d=2", Mark.DASHED, points),
                SampleStudies.series("bound", Mark.DASHED, points))));
        assertEquals("M8 14h24", drawn.all("path", "curve").getLast().getAttribute("d"));
        assertEquals("M8 20h24", drawn.all("path", "bound", "c0").getLast().getAttribute("d"));
        assertTrue(drawn.all("path", "bound", "c1").getLast().getAttribute("d").endsWith(" 14h24"));
    }
}
