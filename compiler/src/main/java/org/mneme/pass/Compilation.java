package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.GraphValidator;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.AutoLowering;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowering;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.model.SequenceMemory;

/**
 * A memory on its way to a graph for a target: the lowering picked, then every pass and what it changed.
 *
 * @param lowered the graph after all passes, and its codec
 * @param passedOver the lowerings that were not picked though they stood before the one that was, and why
 * @param steps what was done, in order; the lowering first
 */
public record Compilation(Lowered lowered, List<AutoLowering.PassedOver> passedOver, List<Step> steps) {
    /** Copies the lists. */
    public Compilation {
        passedOver = List.copyOf(passedOver);
        steps = List.copyOf(steps);
    }

    /**
     * One pass.
     *
     * @param name of the pass
     * @param changes what it changed; empty where nothing was to be changed
     * @param sizes of the graph after it
     */
    public record Step(String name, List<String> changes, GraphSizes sizes) {
        /** Copies the list. */
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Lowers a memory and passes its graph through all passes for the target in the options.
     *
     * @param memory the memory
     * @param lowering name of the lowering, "auto" included
     * @param options the target's abilities among them
     * @return the graph and what led to it
     * @throws CannotLowerException if the lowering cannot express the memory, or the target not do the lowering
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the cue noise demanded
     */
    public static Compilation of(SequenceMemory memory, String lowering, LoweringOptions options) {
        LoweringOptions fitted = options.fitted();
        AutoLowering.Choice choice = Lowerings.named(lowering) instanceof AutoLowering auto
                ? auto.choose(memory, fitted)
                : new AutoLowering.Choice(named(lowering, memory, fitted), List.of());
        Lowered lowered = choice.lowered();
        SpikingGraph graph = lowered.graph();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "lower",
                List.of(String.format(
                        Locale.ROOT,
                        "%d patterns of %d features became %d populations and %d projections by %s",
                        memory.count(),
                        memory.features(),
                        graph.populations().size(),
                        graph.projections().size(),
                        lowered.lowering())),
                GraphSizes.of(graph)));
        for (Pass pass : passes(options)) {
            Passed passed = pass.apply(graph);
            graph = passed.graph();
            steps.add(new Step(pass.name(), passed.changes(), GraphSizes.of(graph)));
        }
        return new Compilation(lowered.with(GraphValidator.require(graph)), choice.passedOver(), steps);
    }

    private static Lowered named(String lowering, SequenceMemory memory, LoweringOptions options) {
        Lowering named = Lowerings.named(lowering);
        AutoLowering.lacking(named, memory, options.abilities()).ifPresent(reason -> {
            throw new CannotLowerException(
                    lowering, "a memory for that target (" + reason + ")", "use 'lowering: auto' or another target");
        });
        return named.lower(memory, options);
    }

    private static List<Pass> passes(LoweringOptions options) {
        return List.of(
                new DropEmptyProjections(),
                new NarrowWeights(),
                new RelayDelays(options.abilities().longestDelay()));
    }
}
