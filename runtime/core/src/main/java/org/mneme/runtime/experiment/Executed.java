package org.mneme.runtime.experiment;

import java.util.Optional;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.result.DwellTimes;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RasterSample;
import org.mneme.runtime.result.RunResult;

/** What an execution did, besides the states it showed. */
record Executed(
        String f,
        boolean interrupted,
        long ticks,
        Counters counters,
        double wallSeconds,
        Optional<GraphFigures> graph,
        Optional<RunResult.LoweringFigures> lowering,
        Optional<RasterSample> raster,
        Optional<DwellTimes> dwellTimes,
        Optional<BoardFigures> board) {
    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
