package org.mneme.report;

import java.math.BigDecimal;
import java.util.List;
import org.mneme.runtime.result.DwellTimes;

/** How long states were held, as a histogram. */
final class DwellPlot {
    private static final double HEIGHT = 280;
    private static final int MOST_BINS = 40;

    private DwellPlot() {}

    /**
     * Draws a histogram of at most {@value #MOST_BINS} bins, each of the same whole number of ticks.
     *
     * @param times at least one
     * @return the plot
     */
    static Plot of(DwellTimes times) {
        int width = times.ticks().max() / MOST_BINS + 1;
        int[] bins = new int[times.ticks().max() / width + 1];
        for (int k = 0; k < times.ticks().length(); k++) {
            bins[times.ticks().at(k) / width] += times.counts().at(k);
        }
        double bin = width * times.tickSeconds();
        int most = 1;
        for (int count : bins) {
            most = Math.max(most, count);
        }
        Frame frame = Frame.of(
                HEIGHT,
                new Frame.Range(0, bins.length * bin, "time from one change of the state to the next, s", false),
                new Frame.Range(0, most, "how often", true));
        Svg svg = new Svg();
        frame.draw(svg);
        String bars = bars(frame, bins, bin);
        svg.path("area c0", bars).path("curve thin c0", bars);
        String at = "M" + Svg.at(frame.x().at(times.meanSeconds()), frame.y().to());
        svg.path("dash axis", at + "V" + Svg.number(frame.y().from()));
        Frame.legend(svg, List.of(Frame.Entry.line("dash axis", "mean")));
        return new Plot(
                "dwell-times",
                "Dwell times",
                "How long states were held: " + Words.count(times.total(), "time") + ", "
                        + Words.number(times.meanSeconds()) + " s in the mean, in bins of " + Words.number(bin)
                        + " s. Neither the cue nor the last state counts.",
                Frame.WIDTH,
                HEIGHT,
                svg.toString(),
                new Csv(
                        "from_s,until_s,count",
                        bins.length,
                        k -> seconds(times, (long) k * width) + "," + seconds(times, (k + 1L) * width) + ","
                                + bins[k]));
    }

    /** Exact: a multiple of the decimal that the tick is written as. */
    private static String seconds(DwellTimes times, long ticks) {
        BigDecimal exact = BigDecimal.valueOf(times.tickSeconds()).multiply(BigDecimal.valueOf(ticks));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String bars(Frame frame, int[] bins, double bin) {
        StringBuilder d = new StringBuilder();
        for (int k = 0; k < bins.length; k++) {
            if (bins[k] > 0) {
                d.append('M')
                        .append(Svg.at(frame.x().at(k * bin), frame.y().from()))
                        .append('V')
                        .append(Svg.number(frame.y().at(bins[k])))
                        .append('H')
                        .append(Svg.number(frame.x().at((k + 1) * bin)))
                        .append('V')
                        .append(Svg.number(frame.y().from()))
                        .append('z');
            }
        }
        return d.toString();
    }
}
