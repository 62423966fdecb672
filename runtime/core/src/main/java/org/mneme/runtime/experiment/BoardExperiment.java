package org.mneme.runtime.experiment;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mneme.lower.Abilities;
import org.mneme.lower.Codec;
import org.mneme.lower.Lowered;
import org.mneme.map.Workload;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;
import org.mneme.targets.Target;

/** An experiment on its way to a board: its graph for a target, and what of it is to be mapped. */
public final class BoardExperiment {
    private BoardExperiment() {}

    /**
     * Lowers an experiment's memory for a board.
     *
     * @param experiment what is stored; the target in its settings is passed over
     * @param target the board's
     * @param options the run; its cue noise is what the lowering has to bear, its controls what it needs inputs for
     * @return the graph, its codec and every pass
     * @throws org.mneme.lower.CannotLowerException if the lowering asked for cannot express the memory, or the target not do it
     * @throws org.mneme.pass.UnfitException if the target cannot do or hold the graph; everything that does not fit is listed
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the noise
     */
    public static Compilation compile(Experiment experiment, Target target, RunOptions options) {
        return ExperimentRun.compile(experiment.with(experiment.options().with(Abilities.of(target))), options);
    }

    /**
     * Returns what is to be mapped: the graph, heard by the host where it is decoded, with the rates of a short recall.
     *
     * @param experiment what is stored
     * @param lowered its graph after all passes
     * @param options the run; its cue, or the first pattern that something follows, and its seed are those of the recall that is measured
     * @return the workload; the same for the same arguments
     */
    public static Workload workload(Experiment experiment, Lowered lowered, RunOptions options) {
        Map<String, Double> rates = ExpectedRates.of(
                lowered, experiment.memory().patterns().row(cue(experiment.memory(), options.cue())), options.seed());
        return workload(lowered, rates);
    }

    private static int cue(SequenceMemory memory, int wanted) {
        return IntStream.concat(IntStream.of(wanted), IntStream.range(0, memory.count()))
                .filter(mu -> memory.successors().of(mu) != Successors.NONE)
                .findFirst()
                .orElse(wanted);
    }

    /**
     * Returns what is to be mapped, with rates that are known.
     *
     * @param lowered a graph after all passes
     * @param rates population → expected spikes of one of its neurons in a tick
     * @return the workload
     */
    public static Workload workload(Lowered lowered, Map<String, Double> rates) {
        Codec codec = lowered.codec();
        Set<String> probed = codec.featurePopulation().equals(codec.hiddenPopulation())
                ? Set.of(codec.featurePopulation())
                : Set.of(codec.featurePopulation(), codec.hiddenPopulation());
        return new Workload(lowered.graph(), probed, rates);
    }
}
