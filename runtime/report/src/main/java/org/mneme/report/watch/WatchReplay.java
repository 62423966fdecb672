package org.mneme.report.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.runtime.result.GraphFigures;
import org.mneme.runtime.result.RasterSample;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.Scene;
import org.mneme.runtime.score.OverlapSeries;

/**
 * A run that is over, to be played by a page.
 *
 * @param model of the memory
 * @param chunk all that happened
 * @param spikesUntil the first tick whose spikes are not there
 * @param leftOut what is not shown, a sentence without a full stop; empty where nothing is left out
 */
public record WatchReplay(WatchModel model, WatchChunk chunk, long spikesUntil, String leftOut) {
    /** The most bytes of JSON. */
    static final int LARGEST = 2_000_000;

    private static final String HIDDEN = "hidden";

    /**
     * Returns the replay of a run.
     *
     * @param result a run whose states were kept
     * @return the replay; empty of a run without spikes and without a scene, or whose states were not kept
     */
    public static Optional<WatchReplay> of(RunResult result) {
        return result.performance()
                .filter(p -> !p.moments().isEmpty())
                .filter(_ -> result.raster().isPresent() || result.scene().isPresent())
                .map(performance -> new Maker(result, performance).fitting());
    }

    /**
     * Returns it as it stands in a page.
     *
     * @return JSON that is safe in HTML, without a line feed
     */
    public String json() {
        return "{\"model\":" + model.json() + ",\"chunk\":" + chunk.json() + ",\"spikesUntil\":" + spikesUntil
                + ",\"leftOut\":" + WatchJson.quoted(leftOut) + "}";
    }

    /** Makes a replay of a result. */
    private static final class Maker {
        private final RunResult result;
        private final Performance performance;
        private final Optional<Scene> scene;
        private final WatchModel model;
        private final WatchLanes lanes;
        private final List<WatchStep> steps = new ArrayList<>();

        Maker(RunResult result, Performance performance) {
            this.result = result;
            this.performance = performance;
            this.scene = result.scene().map(run -> run.scene());
            this.lanes = WatchLanes.of(
                    result.raster().orElse(new RasterSample(List.of(), List.of(), 0, 0, "")), result.graph());
            OverlapSeries overlaps = result.recall().overlaps();
            this.model = new WatchModel(
                    result.name(),
                    result.backend(),
                    performance.tickSeconds(),
                    performance.ticksPerStep(),
                    overlaps.patterns(),
                    overlaps.features(),
                    result.seeds().getOrDefault("run", 0L),
                    scene,
                    lanes.lanes(),
                    overlaps.all().isPresent() ? OverlapBins.of(overlaps.patterns()) : OverlapBins.UNKNOWN,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    WatchControls.replay());
            readSteps();
        }

        private void readSteps() {
            Ints ticks = performance.stepTicks();
            Ints winners = result.recall().winners();
            int count = Math.min(ticks.length(), winners.length());
            List<Moment> moments = performance.moments();
            long last = performance.whole() ? Long.MAX_VALUE : moments.getLast().tick();
            int at = 0;
            for (int k = 0; k < count && ticks.at(k) <= last; k++) {
                int before = at;
                while (at + 1 < moments.size() && moments.get(at + 1).tick() <= ticks.at(k)) {
                    at++;
                }
                Moment moment = moments.get(at);
                steps.add(step(k, moment, moment.begins() && (k == 0 || at > before)));
            }
        }

        private WatchStep step(int k, Moment moment, boolean begins) {
            OverlapSeries series = result.recall().overlaps();
            int winner = result.recall().winners().at(k);
            Signs state = moment.state();
            Optional<StepReader.Overlaps> seen = series.all()
                    .map(all ->
                            new StepReader.Overlaps(all, k * series.patterns(), series.patterns(), series.features()));
            long tick = performance.stepTicks().at(k);
            WatchStep step = StepReader.step(k, tick, state, winner, seen, model.bins(), scene, winner < 0, begins);
            return seen.isPresent()
                    ? step
                    : step.withOverlap(OverlapBins.percent(series.winner().at(k), series.features()));
        }

        /** The replay of as many evenly spaced steps as there is room for. */
        WatchReplay fitting() {
            WatchReplay replay = thinned(1);
            for (int every = 2; size(replay) > LARGEST && every <= steps.size(); every *= 2) {
                replay = thinned(every);
            }
            return replay;
        }

        private static int size(WatchReplay replay) {
            return replay.json().getBytes(StandardCharsets.UTF_8).length;
        }

        private WatchReplay thinned(int every) {
            List<WatchStep> kept = new ArrayList<>();
            for (int k = 0; k < steps.size(); k++) {
                if (k % every == 0 || k == steps.size() - 1 || steps.get(k).begins()) {
                    kept.add(steps.get(k));
                }
            }
            double wanted = 1 / performance.tickSeconds();
            WatchChunk chunk = new WatchChunk(
                    performance.endTick(),
                    WatchChunk.State.PAUSED,
                    wanted,
                    wanted,
                    1,
                    units(),
                    0,
                    result.cue().noise(),
                    steps.size() - kept.size(),
                    kept,
                    spikes(),
                    ToldWords.of(result));
            long until = result.raster().map(RasterSample::untilTick).orElse(0L);
            return new WatchReplay(model, chunk, until, leftOut(kept.size()));
        }

        private int units() {
            return result.graph().stream()
                    .flatMap(graph -> graph.populations().stream())
                    .filter(p -> p.name().equals(HIDDEN))
                    .mapToInt(GraphFigures.PopulationFigures::size)
                    .findFirst()
                    .orElse(model.patterns());
        }

        private List<WatchSpike> spikes() {
            List<WatchSpike> spikes = new ArrayList<>();
            for (RasterSample.Dot dot : result.raster().map(RasterSample::dots).orElse(List.of())) {
                int row = lanes.row(dot.lane(), dot.neuron(), dot.payload());
                if (row != WatchLane.NONE) {
                    spikes.add(new WatchSpike(dot.tick(), row));
                }
            }
            return spikes;
        }

        private String leftOut(int kept) {
            StringJoiner text = new StringJoiner("; ");
            if (kept < steps.size()) {
                text.add(String.format(Locale.ROOT, "%d of %d recall steps are shown", kept, steps.size()));
            }
            if (!performance.whole()) {
                text.add("the end of the run is not shown");
            }
            result.raster()
                    .map(RasterSample::thinning)
                    .filter(t -> !t.isEmpty())
                    .ifPresent(t -> text.add("spikes are " + t));
            if (result.raster()
                    .map(raster -> raster.lanes().size() > lanes.lanes().size())
                    .orElse(false)) {
                text.add("only the first " + WatchLanes.MOST_LANES + " populations are shown");
            }
            if (result.recall().overlaps().all().isEmpty()) {
                text.add("overlaps were kept of the nearest pattern only");
            }
            return text.toString();
        }
    }
}
