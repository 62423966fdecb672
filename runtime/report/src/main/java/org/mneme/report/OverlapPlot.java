package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mneme.runtime.score.OverlapSeries;
import org.mneme.runtime.score.RecallScore;

/** Overlaps over time, as in the overlap figure of Chaudhry et al. (2023). */
final class OverlapPlot {
    private static final double HEIGHT = 340;
    private static final long MOST_POINTS = 25_000;
    private static final String EXPECTED = "curve bold ink";
    private static final String NEAREST = "curve c0";

    private OverlapPlot() {}

    /**
     * Draws m of the pattern expected, of the pattern nearest, and of all patterns: a curve each where they are few, the band they lie in
     * where they are many, neither where their overlaps were not kept.
     *
     * @param score the recall
     * @return the plot
     */
    static Plot of(RecallScore score) {
        OverlapSeries series = score.overlaps();
        int count = series.winner().length();
        Frame frame = Frame.of(
                HEIGHT,
                new Frame.Range(0, Math.max(1, count - 1), "recall step t", true),
                new Frame.Range(lowest(series), 1, "overlap m = h / N", false));
        Svg svg = new Svg();
        frame.draw(svg);
        boolean few = series.all().isPresent() && (long) series.patterns() * count <= MOST_POINTS;
        List<Frame.Entry> legend = new ArrayList<>();
        if (few) {
            patterns(svg, frame, series);
            legend.add(Frame.Entry.line("curve thin c0", "each pattern, in " + Style.series() + " colours"));
        } else if (series.all().isPresent()) {
            svg.path("band", band(frame, series));
            legend.add(new Frame.Entry("band", "v-5h20v10h-20z", "the other patterns"));
        }
        svg.path(EXPECTED, Trace.line(frame, count, expected(series)));
        if (!few) {
            svg.path(NEAREST, Trace.line(frame, count, nearest(series)));
            legend.add(Frame.Entry.line(NEAREST, "nearest pattern"));
        }
        legend.add(Frame.Entry.line(EXPECTED, "pattern expected"));
        Frame.legend(svg, legend);
        return new Plot(
                "overlaps",
                "Overlaps over time",
                "Overlap of the decoded state S(t) with stored patterns: 1 where all features agree, 0 where half of them do. The recall "
                        + "is right while the pattern expected stays at the top."
                        + (count > Trace.MOST_POINTS
                                ? " Thinned: of each stretch of steps only the least and the largest overlap is drawn."
                                : ""),
                Frame.WIDTH,
                HEIGHT,
                svg.toString(),
                csv(score));
    }

    private static IntToDoubleFunction expected(OverlapSeries series) {
        return t -> (double) series.expected().at(t) / series.features();
    }

    private static IntToDoubleFunction nearest(OverlapSeries series) {
        return t -> (double) series.winner().at(t) / series.features();
    }

    /** The least number shown, a multiple of a tenth. */
    private static double lowest(OverlapSeries series) {
        int least = series.all().orElse(series.expected()).min();
        return Math.min(0, Math.floor(10.0 * Math.min(least, series.expected().min()) / series.features()) / 10);
    }

    private static void patterns(Svg svg, Frame frame, OverlapSeries series) {
        for (int colour = 0; colour < Style.series(); colour++) {
            StringBuilder d = new StringBuilder();
            for (int mu = colour; mu < series.patterns(); mu += Style.series()) {
                int pattern = mu;
                d.append(Trace.line(frame, series.winner().length(), t -> series.of(pattern, t)));
            }
            svg.path("curve thin over c" + colour, d);
        }
    }

    /** From the least to the second largest overlap. */
    private static String band(Frame frame, OverlapSeries series) {
        int count = series.winner().length();
        double[] least = new double[count];
        double[] second = new double[count];
        for (int t = 0; t < count; t++) {
            int step = t;
            double[] sorted = IntStream.range(0, series.patterns())
                    .mapToDouble(mu -> series.of(mu, step))
                    .sorted()
                    .toArray();
            least[t] = sorted[0];
            second[t] = sorted[Math.max(0, sorted.length - 2)];
        }
        String above = Trace.line(frame, count, t -> second[t]);
        String back = Trace.line(frame, count, t -> least[t]);
        List<String> points = new ArrayList<>(List.of(back.substring(1).split("L")));
        return above + "L" + String.join("L", points.reversed()) + "z";
    }

    private static Csv csv(RecallScore score) {
        OverlapSeries series = score.overlaps();
        return new Csv(
                "step,nearest_pattern,nearest_m,expected_m",
                series.winner().length(),
                t -> t + "," + score.winners().at(t) + ","
                        + Csv.cell(nearest(series).applyAsDouble(t)) + ","
                        + Csv.cell(expected(series).applyAsDouble(t)));
    }
}
