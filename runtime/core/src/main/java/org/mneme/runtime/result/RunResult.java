package org.mneme.runtime.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.runtime.backend.BoardFigures;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.scene.Performance;
import org.mneme.runtime.scene.SceneRun;
import org.mneme.runtime.score.DrawingScore;
import org.mneme.runtime.score.RecallScore;

/**
 * Everything a run found. The same experiment, options and seed give the same result but for {@code wallSeconds}, whatever the number of
 * threads.
 *
 * @param name of the experiment
 * @param backend what executed it
 * @param seeds what each seed is for → the seed; "run" is always there
 * @param settings the experiment with all defaults filled in: texts, numbers, booleans, lists and mappings
 * @param cue what it was cued with
 * @param f how the interaction was computed: "exact", "table(24 bits)", "double", or "spikes" where a circuit of
 *     binary neurons takes its place
 * @param recall the score
 * @param interrupted whether it was ended before all steps were done; what is there is right as far as it goes
 * @param ticks executed; 0 by the reference recall
 * @param counters spikes and synaptic events; all 0 by the reference recall
 * @param wallSeconds time from the cue to the last step
 * @param graph what was executed; empty by the reference recall
 * @param lowering how it was made; empty by the reference recall
 * @param raster a sample of the spikes; empty by the reference recall
 * @param dwellTimes how long states were held, where that differs or the memory has a timing; empty by the reference recall
 * @param drawing the movement asked for and recalled, where the patterns encode one
 * @param images the images asked for and recalled, where the patterns are images
 * @param controls what the run was told besides its cue; empty where that is nothing
 * @param board what it ran on; empty where that is no board
 * @param performance the states it went through, in time
 * @param scene what they mean, where the patterns are of a motor memory, and how well it went
 * @param notes what the user should know
 */
public record RunResult(
        String name,
        String backend,
        Map<String, Long> seeds,
        Map<String, Object> settings,
        CueFigures cue,
        String f,
        RecallScore recall,
        boolean interrupted,
        long ticks,
        Counters counters,
        double wallSeconds,
        Optional<GraphFigures> graph,
        Optional<LoweringFigures> lowering,
        Optional<RasterSample> raster,
        Optional<DwellTimes> dwellTimes,
        Optional<DrawingScore> drawing,
        Optional<ImageSequence> images,
        Optional<ControlFigures> controls,
        Optional<BoardFigures> board,
        Optional<Performance> performance,
        Optional<SceneRun> scene,
        List<String> notes) {
    /** Creates the result of a run that was not on a board, and whose states were not kept. */
    public RunResult(
            String name,
            String backend,
            Map<String, Long> seeds,
            Map<String, Object> settings,
            CueFigures cue,
            String f,
            RecallScore recall,
            boolean interrupted,
            long ticks,
            Counters counters,
            double wallSeconds,
            Optional<GraphFigures> graph,
            Optional<LoweringFigures> lowering,
            Optional<RasterSample> raster,
            Optional<DwellTimes> dwellTimes,
            Optional<DrawingScore> drawing,
            Optional<ImageSequence> images,
            Optional<ControlFigures> controls,
            List<String> notes) {
        this(
                name,
                backend,
                seeds,
                settings,
                cue,
                f,
                recall,
                interrupted,
                ticks,
                counters,
                wallSeconds,
                graph,
                lowering,
                raster,
                dwellTimes,
                drawing,
                images,
                controls,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes);
    }

    /**
     * What a run was cued with.
     *
     * @param index the pattern
     * @param noise the fraction of its features that were flipped
     * @param flipped how many that is
     */
    public record CueFigures(int index, double noise, int flipped) {}

    /**
     * How the graph was made.
     *
     * @param name of the lowering
     * @param why it was picked
     * @param bearableCueNoise the largest fraction of flipped bits at which the cued pattern's hidden unit still spikes
     * @param ticksPerStep ticks a recall step takes
     * @param tickSeconds length of a tick, s
     * @param notes what the user should know
     */
    public record LoweringFigures(
            String name,
            String why,
            double bearableCueNoise,
            int ticksPerStep,
            double tickSeconds,
            List<String> notes) {
        /** Copies the list. */
        public LoweringFigures {
            notes = List.copyOf(notes);
        }
    }

    /** Copies the mappings and the list. */
    public RunResult {
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        notes = List.copyOf(notes);
    }

    /**
     * Says whether the recall was right from the first step to the last.
     *
     * @return true for exit code 0, false for 1
     */
    public boolean success() {
        return recall.success() && !interrupted;
    }

    /**
     * Returns the last line of a run.
     *
     * @return such as "recall: 57/57 patterns in order, 0 bit errors"
     */
    public String summaryLine() {
        return recall.summaryLine()
                + controls.map(ControlFigures::words).orElse("")
                + (interrupted ? ", interrupted after step " + recall.steps() : "");
    }
}
