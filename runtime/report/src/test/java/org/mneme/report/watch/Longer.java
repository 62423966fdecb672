package org.mneme.report.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.score.OverlapSeries;
import org.mneme.runtime.score.RecallScore;

/** Results of runs that took other ways than they did. */
final class Longer {
    private Longer() {}

    /** A run that went through its states again and again, a state each step. */
    static RunResult of(RunResult result, int steps) {
        Performance performance = result.performance().orElseThrow();
        RecallScore recall = result.recall();
        int period = recall.winners().length();
        List<Moment> moments = new ArrayList<>();
        for (int k = 0; k < steps; k++) {
            Moment moment = performance.moments().get(k % performance.moments().size());
            moments.add(new Moment(3L * k, 3.0 * k, moment.state(), moment.pattern(), k == 0));
        }
        int[] ticks = IntStream.range(0, steps).map(k -> 3 * k).toArray();
        int[] winners = IntStream.range(0, steps)
                .map(k -> recall.winners().at(k % period))
                .toArray();
        OverlapSeries overlaps = new OverlapSeries(
                recall.overlaps().features(),
                steps - 1,
                recall.overlaps().patterns(),
                Ints.of(new int[steps]),
                Ints.of(new int[steps]),
                Optional.empty());
        return with(
                result,
                new RecallScore(
                        steps - 1,
                        recall.expected(),
                        recall.inOrder(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        Ints.of(winners),
                        recall.visited(),
                        recall.dwell(),
                        List.of(),
                        overlaps),
                Optional.of(new Performance(
                        performance.tickSeconds(),
                        performance.ticksPerStep(),
                        moments,
                        Ints.of(ticks),
                        3L * steps,
                        true)));
    }

    /** A run whose states were not kept. */
    static RunResult without(RunResult result) {
        return with(result, result.recall(), Optional.empty());
    }

    private static RunResult with(RunResult result, RecallScore recall, Optional<Performance> performance) {
        return new RunResult(
                result.name(),
                result.backend(),
                result.seeds(),
                result.settings(),
                result.cue(),
                result.f(),
                recall,
                result.interrupted(),
                result.ticks(),
                result.counters(),
                result.wallSeconds(),
                result.graph(),
                result.lowering(),
                result.raster(),
                result.dwellTimes(),
                result.drawing(),
                result.images(),
                result.controls(),
                result.board(),
                performance,
                result.scene(),
                result.notes());
    }
}
