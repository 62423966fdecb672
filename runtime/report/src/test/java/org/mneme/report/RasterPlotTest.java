package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.result.RasterSample;

class RasterPlotTest {
    private static long marks(Plot plot) {
        return Drawn.of(plot).all("path", "spikes").stream()
                .mapToLong(path ->
                        path.getAttribute("d").chars().filter(c -> c == 'M').count())
                .sum();
    }

    @Test
    void eachSpikeIsAMarkAndARow() {
        RasterSample raster = SampleRuns.raster("feature", 12, 40);
        Plot plot = RasterPlot.of(raster);
        assertEquals(40, marks(plot));
        assertEquals(40, plot.csv().rows());
        RasterSample.Dot dot = raster.dots().get(7);
        assertEquals(
                dot.tick() + "," + raster.lanes().get(dot.lane()).name() + "," + dot.neuron() + "," + dot.payload(),
                plot.csv().text().split("\n")[8].replaceAll("(,-?\\d+)$", "$1.0"));
    }

    @Test
    void largerPayloadsAreStronger() {
        RasterSample raster = new RasterSample(
                List.of(new RasterSample.Lane("hidden", 3, 1)),
                List.of(
                        new RasterSample.Dot(1, 0, 0, 100),
                        new RasterSample.Dot(1, 0, 1, -40),
                        new RasterSample.Dot(1, 0, 2, 5)),
                3,
                2,
                "");
        Plot plot = RasterPlot.of(raster);
        Drawn drawn = Drawn.of(plot);
        assertEquals(1, drawn.all("path", "spikes", "c0", "few").size());
        assertEquals(1, drawn.all("path", "spikes", "minus", "some").size());
        assertTrue(plot.caption().contains("the larger the payload"));
    }

    @Test
    void thinningIsSaid() {
        Plot plot = RasterPlot.of(SampleRuns.raster("feature", 100, RasterSample.MOST_DOTS));
        assertTrue(plot.caption().contains("Thinned to some."), plot.caption());
        assertTrue(Drawn.of(plot).texts().contains("4 neurons, 1 in 2 shown"));
    }

    @Test
    void manyPopulationsAreCut() {
        Plot plot = RasterPlot.of(
                new RasterSample(Collections.nCopies(1000, new RasterSample.Lane("layer", 3, 1)), List.of(), 0, 5, ""));
        assertEquals(24, Drawn.of(plot).all("rect", "box").size());
        assertTrue(plot.caption().contains("Only the first 24 populations"));
    }

    @Test
    void silenceIsSaid() {
        Plot plot = RasterPlot.of(SampleRuns.raster("feature", 0, 0));
        assertEquals(0, marks(plot));
        assertTrue(plot.caption().contains("There were none."));
        assertEquals("tick,population,neuron,payload\n", plot.csv().text());
        Plot none = RasterPlot.of(new RasterSample(List.of(), List.of(), 0, 0, ""));
        assertTrue(Drawn.of(none).all("rect", "box").isEmpty());
    }
}
