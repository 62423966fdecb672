package org.mneme.report.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.lower.Lowered;
import org.mneme.model.SequenceMemory;
import org.mneme.runtime.experiment.Experiment;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.scene.Scene;

/**
 * What a page has to know of a memory before it is shown anything.
 *
 * @param name of the experiment
 * @param backend what executes it
 * @param tickSeconds length of a tick, s
 * @param ticksPerStep ticks that a clean recall step takes, ≥ 1
 * @param patterns P
 * @param features N
 * @param seed of the run
 * @param scene what states mean, where they mean something
 * @param lanes the populations of the raster, top to bottom
 * @param bins of the overlaps
 * @param motifs what can be played by itself; possibly none
 * @param dwell recall steps that each pattern is held, P numbers; none where all are held for one
 * @param next the pattern that follows each, −1 where none does; none where that is not known
 * @param controls what the user can do
 */
public record WatchModel(
        String name,
        String backend,
        double tickSeconds,
        int ticksPerStep,
        int patterns,
        int features,
        long seed,
        Optional<Scene> scene,
        List<WatchLane> lanes,
        OverlapBins bins,
        List<Motif> motifs,
        Optional<Ints> dwell,
        Optional<Ints> next,
        WatchControls controls) {
    /** The most patterns whose dwell times and successors are sent. */
    private static final int MOST_TIMED = 20_000;

    /** Copies the lists. */
    public WatchModel {
        lanes = List.copyOf(lanes);
        motifs = List.copyOf(motifs);
    }

    /**
     * Returns the model of a memory that is about to run.
     *
     * @param experiment what is stored
     * @param lowered what is executed
     * @param backend what executes it
     * @param seed of the run
     * @param controls what the user can do
     * @return the model; its lanes are those of {@link WatchLanes#of(Lowered)}, its bins and scene those of a {@link StepReader}
     */
    public static WatchModel of(
            Experiment experiment, Lowered lowered, String backend, long seed, WatchControls controls) {
        SequenceMemory memory = experiment.memory();
        return new WatchModel(
                experiment.name(),
                backend,
                lowered.graph().tickSeconds(),
                lowered.codec().ticksPerStep(),
                memory.patterns().count(),
                memory.patterns().features(),
                seed,
                experiment.encoded().scene(),
                WatchLanes.of(lowered).lanes(),
                OverlapBins.of(memory.patterns().count()),
                motifs(experiment),
                dwell(memory),
                memory.patterns().count() > MOST_TIMED
                        ? Optional.empty()
                        : Optional.of(memory.successors().next()),
                controls);
    }

    /**
     * Returns the motifs of a memory as a page names them.
     *
     * @param experiment what is stored
     * @return those with names by their names, others by their numbers from 0 on; none of a cycle or a chain
     */
    public static List<Motif> motifs(Experiment experiment) {
        if (!experiment.named().isEmpty()) {
            return experiment.named();
        }
        List<Motif> motifs = new ArrayList<>();
        experiment.motifs().forEach(patterns -> motifs.add(new Motif("" + motifs.size(), patterns)));
        return motifs;
    }

    private static Optional<Ints> dwell(SequenceMemory memory) {
        int count = memory.patterns().count();
        boolean all = count > MOST_TIMED || IntStream.range(0, count).allMatch(mu -> memory.dwell(mu) == 1);
        return all
                ? Optional.empty()
                : Optional.of(
                        Ints.of(IntStream.range(0, count).map(memory::dwell).toArray()));
    }

    /**
     * Returns it as a page is sent it: a line of JSON that is safe in HTML.
     *
     * @return JSON, without a line feed
     */
    public String json() {
        return WatchJson.model(this);
    }
}
