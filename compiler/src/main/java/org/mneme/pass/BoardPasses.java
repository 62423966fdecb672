package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * All passes for a described target: what does not fit it is listed, whatever is rewritten leaves every spike of the graph's populations as
 * it was, but for weights that are rounded where that is allowed.
 */
public final class BoardPasses {
    private final Target target;
    private final boolean rounds;
    private final Grounds grounds;

    private BoardPasses(Target target, boolean rounds) {
        this.target = target;
        this.rounds = rounds;
        this.grounds = new Grounds(target);
    }

    /**
     * What the passes return.
     *
     * @param graph for the target; where there are misfits it is as far as the passes came
     * @param rounded the graph before it was rewritten, with the weights that the target holds
     * @param unrounded the graph for the target with the weights that were meant; empty where none was rounded
     * @param steps what was done
     * @param weights how each projection's weights are held
     * @param misfits all that the target cannot do or hold; empty where it can execute the graph
     * @param notes values of the target that this rests on and that are not known for sure
     */
    public record Result(
            SpikingGraph graph,
            SpikingGraph rounded,
            Optional<SpikingGraph> unrounded,
            List<Compilation.Step> steps,
            List<WeightFact> weights,
            List<Misfit> misfits,
            List<String> notes) {
        /** Copies the lists. */
        public Result {
            steps = List.copyOf(steps);
            weights = List.copyOf(weights);
            misfits = List.copyOf(misfits);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Fits a graph to a target.
     *
     * @param graph without mistakes
     * @param target the target
     * @param rounds whether weights that the target does not hold may be rounded
     * @return the graph and what does not fit
     */
    public static Result apply(SpikingGraph graph, Target target, boolean rounds) {
        return new BoardPasses(target, rounds).run(graph);
    }

    private Result run(SpikingGraph given) {
        List<Compilation.Step> steps = new ArrayList<>();
        SpikingGraph graph = given;
        for (Pass pass : List.of(new DropEmptyProjections(), new NarrowWeights())) {
            graph = step(pass, graph, steps);
        }
        FitWeights rounding = new FitWeights(target, rounds);
        Optional<SpikingGraph> changed = rounding.apply(graph);
        SpikingGraph rounded = changed.orElse(graph);
        steps.add(new Compilation.Step("quantize", changes(rounding), GraphSizes.of(rounded)));
        grounds.limit(Quantity.INPUT_AXONS_PER_CORE);
        FanInPlan plan = FanIn.plan(rounded, target);
        List<Misfit> misfits = new ArrayList<>(rounding.misfits());
        misfits.addAll(plan.misfits());
        misfits.addAll(tooShort(plan));
        if (plan.excessBits() > 0) {
            misfits.add(tooWide(plan));
        }
        Optional<SpikingGraph> unrounded = changed.isPresent() ? Optional.of(graph) : Optional.empty();
        SpikingGraph fitted = rounded;
        if (tooShort(plan).isEmpty()) {
            for (Pass pass : rewriting(plan)) {
                fitted = step(pass, fitted, steps);
                unrounded = unrounded.map(meant -> pass.apply(meant).graph());
            }
        }
        FitWeights formats = new FitWeights(target, false);
        formats.apply(fitted);
        if (rounding.misfits().isEmpty()) {
            misfits.addAll(formats.misfits());
        }
        formats.facts().forEach(fact -> grounds.format(fact.format()));
        misfits.addAll(TargetChecks.of(fitted, rounded, target, grounds));
        return new Result(fitted, rounded, unrounded, steps, merged(rounding, formats), misfits, grounds.notes());
    }

    private static SpikingGraph step(Pass pass, SpikingGraph graph, List<Compilation.Step> steps) {
        Passed passed = pass.apply(graph);
        steps.add(new Compilation.Step(pass.name(), passed.changes(), GraphSizes.of(passed.graph())));
        return passed.graph();
    }

    private List<Pass> rewriting(FanInPlan plan) {
        long longest = Math.clamp(grounds.limit(Quantity.LONGEST_DELAY), 1, Integer.MAX_VALUE);
        return List.of(new SplitFanIn(plan), new RelayDelays(Math.toIntExact(longest)), new MemorylessNeurons(target));
    }

    private static List<String> changes(FitWeights rounding) {
        return rounding.facts().stream()
                .filter(fact -> !fact.exact())
                .map(WeightFact::sentence)
                .toList();
    }

    /** The formats of all projections; those that were rounded with the errors of the rounding. */
    private static List<WeightFact> merged(FitWeights rounding, FitWeights formats) {
        List<WeightFact> inexact =
                rounding.facts().stream().filter(fact -> !fact.exact()).toList();
        List<WeightFact> merged = new ArrayList<>(inexact);
        formats.facts().stream()
                .filter(fact ->
                        inexact.stream().noneMatch(other -> other.projection().equals(fact.projection())))
                .forEach(merged::add);
        return merged;
    }

    private static List<Misfit> tooShort(FanInPlan plan) {
        List<Misfit> misfits = new ArrayList<>();
        plan.splits().forEach((name, split) -> {
            if (split.lack() > 0) {
                misfits.add(Misfit.lacking(
                        "projection " + name,
                        String.format(
                                Locale.ROOT,
                                "it must go through %d levels of relays, a tick each, and has a delay of %d",
                                split.levels(),
                                split.delay()),
                        "use a delay of at least " + (split.levels() + 1) + ", or fewer sources"));
            }
        });
        return misfits;
    }

    private Misfit tooWide(FanInPlan plan) {
        return Misfit.lacking(
                "relays",
                "the sums that they send are " + plan.excessBits() + " bits wider than payload and state of "
                        + target.name(),
                "use that many fewer payload bits, or fewer patterns");
    }
}
