package org.mneme.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.InputException;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.GraphValidator;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.lower.AutoLowering;
import org.mneme.lower.CannotLowerException;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowering;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.lower.SpikingLowering;
import org.mneme.model.SequenceMemory;
import org.mneme.targets.Target;

/**
 * A memory on its way to a graph for a target: the lowering picked, then every pass and what it changed.
 *
 * @param lowered the graph after all passes, and its codec
 * @param passedOver the lowerings that were not picked though they stood before the one that was, and why
 * @param steps what was done, in order; the lowering first
 * @param fitting to a described target; empty for any other
 */
public record Compilation(
        Lowered lowered, List<AutoLowering.PassedOver> passedOver, List<Step> steps, Optional<Fitting> fitting) {
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
     * How a graph was fitted to a described target.
     *
     * @param target the target
     * @param options that the memory was lowered with in the end: latencies with room for relays, payloads whose sums fit
     * @param weights how each projection's weights are held
     * @param unrounded the same memory with the weights that were meant, where any was rounded: what recall is to be compared with
     */
    public record Fitting(
            Target target, LoweringOptions options, List<WeightFact> weights, Optional<Lowered> unrounded) {
        /** Copies the list. */
        public Fitting {
            weights = List.copyOf(weights);
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
     * @throws UnfitException if a described target cannot do or hold the graph; everything that does not fit is listed
     * @throws org.mneme.lower.CueNoiseException if it cannot bear the cue noise demanded
     */
    public static Compilation of(SequenceMemory memory, String lowering, LoweringOptions options) {
        LoweringOptions fitted = options.fitted();
        Optional<Target> board = options.abilities().board();
        if (Lowerings.named(lowering) instanceof AutoLowering auto) {
            return board.isEmpty()
                    ? of(memory, auto.choose(memory, fitted), fitted)
                    : ofAnyThatFits(memory, auto, fitted, board.get());
        }
        AutoLowering.Choice choice = new AutoLowering.Choice(named(lowering, memory, fitted), List.of());
        return board.isEmpty() ? of(memory, choice, fitted) : of(memory, choice, fitted, board.get());
    }

    /** The first lowering whose graph fits the target. */
    private static Compilation ofAnyThatFits(
            SequenceMemory memory, AutoLowering auto, LoweringOptions options, Target target) {
        Map<String, String> refused = new LinkedHashMap<>();
        Optional<UnfitException> first = Optional.empty();
        while (true) {
            AutoLowering.Choice choice;
            try {
                choice = auto.choose(memory, options, refused);
            } catch (InputException e) {
                if (first.isPresent()) {
                    throw first.get();
                }
                throw e;
            }
            try {
                return of(memory, choice, options, target);
            } catch (UnfitException e) {
                first = Optional.of(first.orElse(e));
                refused.put(
                        e.lowering(), e.misfits().stream().map(Misfit::sentence).collect(Collectors.joining(", and ")));
            }
        }
    }

    private static Compilation of(SequenceMemory memory, AutoLowering.Choice choice, LoweringOptions options) {
        Lowered lowered = choice.lowered();
        SpikingGraph graph = lowered.graph();
        List<Step> steps = new ArrayList<>();
        steps.add(lowering(memory, lowered));
        for (Pass pass : passes(options)) {
            Passed passed = pass.apply(graph);
            graph = passed.graph();
            steps.add(new Step(pass.name(), passed.changes(), GraphSizes.of(graph)));
        }
        return new Compilation(
                lowered.with(GraphValidator.require(graph)), choice.passedOver(), steps, Optional.empty());
    }

    private static Compilation of(
            SequenceMemory memory, AutoLowering.Choice choice, LoweringOptions options, Target target) {
        Lowered first = choice.lowered();
        List<Step> steps = new ArrayList<>(List.of(lowering(memory, first)));
        Lowering again = Lowerings.named(first.lowering());
        BoardLowering board = new BoardLowering(memory, again, target, options);
        Lowered lowered = board.lower(first);
        steps.addAll(board.steps());
        BoardPasses.Result passed = BoardPasses.apply(lowered.graph(), target, !(again instanceof SpikingLowering));
        steps.addAll(passed.steps());
        if (!passed.misfits().isEmpty()) {
            throw new UnfitException(target.name(), first.lowering(), passed.misfits());
        }
        Lowered noted = lowered.noting(passed.notes());
        Lowered result = withPhi(noted, passed).with(GraphValidator.require(passed.graph()));
        Optional<Lowered> unrounded = passed.unrounded().map(graph -> noted.with(GraphValidator.require(graph)));
        return new Compilation(
                result,
                choice.passedOver(),
                steps,
                Optional.of(new Fitting(target, board.options(), passed.weights(), unrounded)));
    }

    /** Lets the reference that the graph equals have the weights that the target holds. */
    private static Lowered withPhi(Lowered lowered, BoardPasses.Result passed) {
        if (lowered.tabulation().isEmpty() || lowered.tabulation().get().phi().isEmpty()) {
            return lowered;
        }
        return passed.rounded().projections().stream()
                .filter(p -> p.name().equals("phi") || p.name().equals("phi_S"))
                .filter(p -> p.weights() instanceof Weights.Dense)
                .findFirst()
                .map(p -> lowered.withPhi(((Weights.Dense) p.weights()).values()))
                .orElse(lowered);
    }

    private static Step lowering(SequenceMemory memory, Lowered lowered) {
        SpikingGraph graph = lowered.graph();
        return new Step(
                "lower",
                List.of(String.format(
                        Locale.ROOT,
                        "%d patterns of %d features became %d populations and %d projections by %s",
                        memory.count(),
                        memory.features(),
                        graph.populations().size(),
                        graph.projections().size(),
                        lowered.lowering())),
                GraphSizes.of(graph));
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
