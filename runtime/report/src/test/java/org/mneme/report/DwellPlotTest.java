package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.runtime.result.DwellTimes;

class DwellPlotTest {
    private static String[] rows(DwellTimes times) {
        return DwellPlot.of(times).csv().text().split("\n");
    }

    @Test
    void everyTimeIsInOneBin() {
        DwellTimes times = SampleRuns.dwells();
        String[] rows = rows(times);
        assertEquals("from_s,until_s,count", rows[0]);
        assertTrue(rows.length <= 41, rows.length + " rows");
        assertEquals(
                times.total(),
                Arrays.stream(rows)
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.substring(row.lastIndexOf(',') + 1)))
                        .sum());
    }

    @Test
    void fewShortTimesHaveBinsOfOneTick() {
        String[] rows = rows(new DwellTimes(0.5, Ints.of(2, 4), Ints.of(7, 1)));
        assertEquals("0,0.5,0", rows[1]);
        assertEquals("1,1.5,7", rows[3]);
        assertEquals("2,2.5,1", rows[5]);
        assertEquals(6, rows.length);
    }

    @Test
    void barsAreAsHighAsTheirCounts() {
        Plot plot = DwellPlot.of(new DwellTimes(1, Ints.of(1, 2), Ints.of(2, 1)));
        Drawn drawn = Drawn.of(plot);
        String bars = drawn.all("path", "area").getFirst().getAttribute("d");
        double[] ups = Arrays.stream(bars.split("z"))
                .mapToDouble(bar -> Double.parseDouble(bar.replaceAll("M[^V]*V([0-9.]+)H.*", "$1")))
                .toArray();
        double foot = Double.parseDouble(bars.replaceAll("(?s).*V([0-9.]+)z$", "$1"));
        assertEquals(2, (foot - ups[0]) / (foot - ups[1]), 0.01);
        assertTrue(plot.caption().contains("3 times, 1.33333 s in the mean"), plot.caption());
    }
}
