package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.score.RecallScore;

class CurvesTest {
    private static final double HALF_A_HUNDREDTH = 0.00501;

    /** Row t of a table, as numbers. */
    private static double[] row(Plot plot, int t) {
        String[] cells = plot.csv().text().split("\n")[t + 1].split(",");
        double[] numbers = new double[cells.length];
        for (int c = 0; c < cells.length; c++) {
            numbers[c] = Double.parseDouble(cells[c]);
        }
        return numbers;
    }

    @Test
    void overlapTableHoldsTheNumbersDrawn() {
        RecallScore score = SampleRuns.recall(4, 8, 4);
        Plot plot = OverlapPlot.of(score);
        List<double[]> points = Drawn.of(plot).points("ink");
        assertEquals("step,nearest_pattern,nearest_m,expected_m", plot.csv().header());
        assertEquals(5, plot.csv().rows());
        assertEquals(5, points.size());
        Frame frame = Frame.of(340, new Frame.Range(0, 4, "", true), new Frame.Range(-0.3, 1, "", false));
        for (int t = 0; t <= 4; t++) {
            double[] row = row(plot, t);
            assertEquals(score.winners().at(t), row[1]);
            assertEquals(score.overlaps().winner().at(t) / 8.0, row[2]);
            assertEquals(frame.x().at(row[0]), points.get(t)[0], HALF_A_HUNDREDTH);
            assertEquals(frame.y().at(row[3]), points.get(t)[1], HALF_A_HUNDREDTH);
        }
    }

    @Test
    void fewPatternsHaveACurveEachAndManyABand() {
        Drawn few = Drawn.of(OverlapPlot.of(SampleRuns.recall(4, 8, 4)));
        assertEquals(4 + 1, few.all("path", "thin").size());
        Drawn many = Drawn.of(OverlapPlot.of(SampleRuns.recall(400, 400, 399)));
        assertEquals(1 + 1, many.all("path", "band").size());
        assertTrue(many.all("path", "thin").isEmpty());
        Drawn unknown = Drawn.of(OverlapPlot.of(SampleRuns.recall(1000, 400, 1000)));
        assertTrue(unknown.all("path", "band").isEmpty());
    }

    @Test
    void longCurvesKeepTheirExtremes() {
        int count = 100_000;
        Frame frame = Frame.of(340, new Frame.Range(0, count, "", true), new Frame.Range(0, 1, "", false));
        String d = Trace.line(frame, count, t -> t == 77_777 ? 1 : t == 33_333 ? 0 : 0.5);
        assertTrue(d.contains("L" + Svg.at(frame.x().at(77_777), frame.y().at(1))));
        assertTrue(d.contains("L" + Svg.at(frame.x().at(33_333), frame.y().at(0))));
        assertTrue(d.length() < 40 * Trace.MOST_POINTS);
        assertTrue(OverlapPlot.of(SampleRuns.recall(7, 8, count)).caption().contains("Thinned"));
    }

    @Test
    void orderTableHoldsTheStairsDrawn() {
        RecallScore score = SampleRuns.recall(4, 8, 6);
        Plot plot = OrderPlot.of(score);
        int[] winners =
                IntStream.rangeClosed(0, 6).map(t -> (int) row(plot, t)[1]).toArray();
        assertEquals(score.winners(), org.mneme.bits.Ints.of(winners));
        List<double[]> treads = Drawn.of(plot).points("bold");
        Frame frame = Frame.of(320 + 48, Frame.TOP + 48, Frame.Range.places(7, ""), new Frame.Range(0, 3, "", true));
        for (int t = 0; t <= 6; t++) {
            assertEquals(frame.x().at(t - 0.5), treads.get(t)[0], HALF_A_HUNDREDTH);
            assertEquals(frame.y().at(winners[t]), treads.get(t)[1], HALF_A_HUNDREDTH);
        }
    }

    @Test
    void orderShowsTheFirstMistakeOfEachKind() {
        List<String> texts = Drawn.of(OrderPlot.of(SampleRuns.recall(4, 8, 6))).texts();
        assertTrue(
                texts.containsAll(List.of("order lost, step 3", "wrong dwell, step 5", "wrong bits, step 1")),
                texts.toString());
    }

    @Test
    void aLongOrderIsCutAroundItsFirstMistake() {
        Plot plot = OrderPlot.of(SampleRuns.recall(4, 8, 20_000));
        assertTrue(plot.caption().contains("Cut: only the steps 0…4999 of 20000"), plot.caption());
        assertEquals(20_001, plot.csv().rows());
    }

    @Test
    void stairsLeaveAGapWhereNoPatternIsNear() {
        Frame frame = Frame.of(320, Frame.Range.places(5, ""), new Frame.Range(0, 3, "", true));
        int[] winners = {1, 1, -1, 2, 2};
        String d = Trace.stairs(frame, 0, 5, true, t -> winners[t]);
        assertEquals(2, d.chars().filter(c -> c == 'M').count());
        assertFalse(d.contains("L"));
    }

    @Test
    void mapTableHoldsAllOverlaps() {
        RecallScore score = SampleRuns.recall(4, 8, 4);
        Plot plot = OverlapMap.of(score.overlaps());
        assertEquals(5 * 4, plot.csv().rows());
        assertEquals(score.overlaps().of(3, 2), row(plot, 2 * 4 + 3)[2]);
        assertEquals(3, row(plot, 2 * 4 + 3)[1]);
    }

    @Test
    void aMapLargerThanItsPlaceIsThinned() {
        assertTrue(OverlapMap.of(SampleRuns.recall(5, 8, 3000).overlaps())
                .caption()
                .contains("Thinned"));
        assertFalse(
                OverlapMap.of(SampleRuns.recall(5, 8, 300).overlaps()).caption().contains("Thinned"));
    }

    @Test
    void noTextLeavesThePicture() {
        for (int steps : new int[] {1, 9, 99, 1000, 123_456}) {
            RecallScore score = SampleRuns.recall(7, 8, steps);
            for (Plot plot : List.of(OverlapPlot.of(score), OrderPlot.of(score))) {
                double rightmost = Drawn.of(plot).all("text").stream()
                        .map(text -> {
                            double width = Svg.width(text.getTextContent());
                            double x = Double.parseDouble(text.getAttribute("x"));
                            return switch (text.getAttribute("text-anchor")) {
                                case "end" -> x;
                                case "middle" -> x + width / 2;
                                default -> x + width;
                            };
                        })
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                assertTrue(rightmost <= plot.width(), plot.id() + " of " + steps + " steps: " + rightmost);
            }
        }
    }
}
