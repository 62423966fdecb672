package org.mneme.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.patterns.PenPoint;
import org.mneme.runtime.result.DwellTimes;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.GraphFigures.PopulationFigures;
import org.mneme.runtime.result.GraphFigures.ProjectionFigures;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.result.RasterSample;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.Mistake;
import org.mneme.runtime.score.OverlapSeries;
import org.mneme.runtime.score.RecallScore;

/** Results of runs that were never run. */
final class SampleRuns {
    private SampleRuns() {}

    /** A recall of a cycle of P patterns of N features for K steps that misses the successor once, at half of its steps. */
    static RecallScore recall(int patterns, int features, int steps) {
        Random random = new Random(1);
        int[] winners = IntStream.rangeClosed(0, steps).map(t -> t % patterns).toArray();
        int[] overlaps = IntStream.rangeClosed(0, steps).map(_ -> features).toArray();
        int[] expected = overlaps.clone();
        if (steps > 1) {
            winners[steps / 2] = (winners[steps / 2] + 2) % patterns;
            overlaps[steps / 2] = features / 2;
            expected[steps / 2] = -features / 4;
        }
        Optional<Ints> all = Optional.empty();
        if ((steps + 1L) * patterns <= OverlapSeries.MOST_NUMBERS) {
            int[] numbers = new int[(steps + 1) * patterns];
            for (int k = 0; k < numbers.length; k++) {
                int t = k / patterns;
                numbers[k] = k % patterns == winners[t] ? overlaps[t] : random.nextInt(features / 2 + 1) - features / 4;
            }
            all = Optional.of(Ints.of(numbers));
        }
        List<Mistake> mistakes = steps > 1
                ? List.of(
                        new Mistake.WrongPattern(steps / 2, (steps / 2) % patterns, winners[steps / 2]),
                        new Mistake.WrongDwell(steps - 1, 0, 1, 2),
                        new Mistake.WrongBits(1, 1, 3))
                : List.of();
        return new RecallScore(
                steps,
                steps,
                steps / 2,
                1,
                0,
                3,
                0,
                0,
                Ints.of(winners),
                Ints.of(winners),
                Ints.of(IntStream.range(0, steps).map(t -> 1 + t % 2).toArray()),
                mistakes,
                new OverlapSeries(features, steps, patterns, Ints.of(overlaps), Ints.of(expected), all));
    }

    /** A run of the reference recall: no graph, no spikes, no drawing. */
    static RunResult bare(String name, RecallScore recall) {
        return new RunResult(
                name,
                "reference",
                Map.of("run", 1L),
                Map.of("sequence", "cycle"),
                new RunResult.CueFigures(0, 0, 0),
                "exact",
                recall,
                false,
                0,
                Counters.NONE,
                0.25,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** A run whose patterns are images. */
    static RunResult images(ImageSequence images) {
        RunResult run = bare("images", recall(10, images.width() * images.height(), 20));
        return new RunResult(
                run.name(),
                run.backend(),
                run.seeds(),
                run.settings(),
                run.cue(),
                run.f(),
                run.recall(),
                run.interrupted(),
                run.ticks(),
                run.counters(),
                run.wallSeconds(),
                run.graph(),
                run.lowering(),
                run.raster(),
                run.dwellTimes(),
                run.drawing(),
                Optional.of(images),
                run.controls(),
                run.notes());
    }

    /** A run with everything there can be; all names are this one. */
    static RunResult full(String name, RecallScore recall, RasterSample raster, DrawingScore drawing) {
        GraphFigures graph = graph(
                List.of(
                        new PopulationFigures("cue", 8, "Source"),
                        new PopulationFigures(name, 8, "Graded"),
                        new PopulationFigures("hidden", 4, "Graded")),
                List.of(
                        new ProjectionFigures(name, name, "hidden", "SignMatrix", 32, 1, 1),
                        new ProjectionFigures("psi", "hidden", name, "SignMatrix", 32, 1, 5),
                        new ProjectionFigures("cue", "cue", name, "OneToOne", 8, 1, 1)));
        return new RunResult(
                name,
                "simulator",
                Map.of("run", 1L),
                Map.of("name", name, "patterns", Map.of("random", Map.of("count", 4)), "dwell", List.of(1, 2)),
                new RunResult.CueFigures(0, 0.25, 2),
                "table(24 bits)",
                recall,
                false,
                12,
                new Counters(30, 200, 0),
                0.25,
                Optional.of(graph),
                Optional.of(new RunResult.LoweringFigures("graded", "because of " + name, 0.3, 2, 1e-3, List.of())),
                Optional.of(raster),
                Optional.of(dwells()),
                Optional.of(drawing),
                Optional.empty(),
                Optional.empty(),
                List.of("a note on " + name));
    }

    /** Dwells of 20 to 419 ticks of 1 ms, the shorter the more often. */
    static DwellTimes dwells() {
        return new DwellTimes(
                1e-3,
                Ints.of(IntStream.range(20, 420).toArray()),
                Ints.of(IntStream.range(20, 420).map(t -> 1 + 2000 / t).toArray()));
    }

    static RunResult full(String name) {
        return full(name, recall(4, 8, 4), raster(name, 12, 40), drawing(6, 0.5));
    }

    /** Too much of everything. */
    static RunResult huge() {
        return full(
                "huge",
                recall(500, 400, 499),
                raster("feature", 1_000_000, RasterSample.MOST_DOTS),
                drawing(60_000, 30));
    }

    static GraphFigures graph(List<PopulationFigures> populations, List<ProjectionFigures> projections) {
        return new GraphFigures("fixed (32-bit states)", 20, 72, 72, populations, projections);
    }

    static RasterSample raster(String name, long ticks, int dots) {
        Random random = new Random(2);
        List<RasterSample.Dot> kept = new ArrayList<>();
        for (int k = 0; k < dots; k++) {
            int lane = random.nextInt(2);
            double payload = (random.nextInt(7) - 3.5) * (lane + 1);
            kept.add(new RasterSample.Dot(k * ticks / dots, lane, random.nextInt(lane == 0 ? 8 : 4), payload));
        }
        return new RasterSample(
                List.of(new RasterSample.Lane(name, 8, 1), new RasterSample.Lane("hidden", 4, 2)),
                kept,
                dots,
                ticks,
                dots == RasterSample.MOST_DOTS ? "thinned to some" : "");
    }

    /** A spiral of so many points, recalled so many millimetres away; every tenth point is a pen-up move. */
    static DrawingScore drawing(int points, double error) {
        List<PenPoint> asked = new ArrayList<>();
        List<PenPoint> recalled = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double radius = 20.0 * k / points;
            PenPoint p = new PenPoint(30 + radius * Math.cos(k), 30 + radius * Math.sin(k), k % 10 != 5);
            asked.add(p);
            recalled.add(new PenPoint(p.x() + error, p.y(), p.down()));
        }
        return new DrawingScore(asked, recalled, List.of(asked), error, error, 0, 2, error <= 2);
    }
}
