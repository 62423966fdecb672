package org.mneme.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.InputException;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.Lowered;
import org.mneme.lower.Lowering;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.lower.SpikingOptions;
import org.mneme.model.SequenceMemory;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * Lowers a memory for a described target, again and again where the target asks for it: with longer latencies for relays, with votes that
 * relays can carry, with payloads whose sums fit.
 */
final class BoardLowering {
    private static final int MOST_ROUNDS = 12;
    private static final int NARROWEST_PAYLOAD = 2;

    private final SequenceMemory memory;
    private final Lowering lowering;
    private final Target target;
    private final List<Compilation.Step> steps = new ArrayList<>();
    private LoweringOptions options;

    BoardLowering(SequenceMemory memory, Lowering lowering, Target target, LoweringOptions options) {
        this.options = options;
        this.memory = memory;
        this.lowering = lowering;
        this.target = target;
    }

    /** What was done, the first lowering left out. */
    List<Compilation.Step> steps() {
        return steps;
    }

    /** The options of the last lowering. */
    LoweringOptions options() {
        return options;
    }

    /** Other options, and why. */
    private record Change(LoweringOptions options, String why) {}

    /**
     * Lowers until nothing is to be changed, or nothing helps.
     *
     * @param first lowered with the options
     * @return the last
     */
    Lowered lower(Lowered first) {
        Lowered lowered = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Change> change = change(lowered);
            if (change.isEmpty()) {
                return lowered;
            }
            Lowered again;
            try {
                again = lowering.lower(memory, change.get().options());
            } catch (InputException e) {
                // The change does not help; what does not fit is said about the graph that there is.
                return lowered;
            }
            options = change.get().options();
            lowered = again;
            steps.add(new Compilation.Step("lower-again", List.of(change.get().why()), GraphSizes.of(lowered.graph())));
        }
        return lowered;
    }

    private Optional<Change> change(Lowered lowered) {
        SpikingGraph graph = new DropEmptyProjections().apply(lowered.graph()).graph();
        FanInPlan plan = FanIn.plan(graph, target);
        return votes(plan).or(() -> latencies(lowered, plan)).or(() -> payloads(lowered, graph, plan));
    }

    /** Relays carry no signs: where votes by majority do not fit, votes by OR may. */
    private Optional<Change> votes(FanInPlan plan) {
        if (plan.misfits().isEmpty()
                || !(lowering instanceof SpikingLowering)
                || options.spiking().votes() == SpikingOptions.Votes.ANY
                || SpikingLowering.dwells(memory, options)) {
            return Optional.empty();
        }
        LoweringOptions any = options.with(options.spiking().with(SpikingOptions.Votes.ANY));
        SpikingGraph graph = lowering.lower(memory, any).graph();
        return FanIn.plan(graph, target).misfits().size() < plan.misfits().size()
                ? Optional.of(new Change(
                        any,
                        "rails by OR, which relays can carry: "
                                + plan.misfits().getFirst().excess()))
                : Optional.empty();
    }

    private Optional<Change> latencies(Lowered lowered, FanInPlan plan) {
        return LongerLatencies.of(lowered.lowering(), memory, options, plan)
                .map(longer -> new Change(
                        longer,
                        lowered.lowering().equals("graded")
                                ? String.format(
                                        Locale.ROOT,
                                        "overlaps after %d and votes after %d ticks, to have time for relays",
                                        longer.graded().overlaps(),
                                        longer.graded().votes())
                                : "latencies A, B, R, Q = " + text(longer) + ", to have time for relays"));
    }

    private String text(LoweringOptions longer) {
        var l = SpikingLowering.latencies(memory, longer);
        return String.format(Locale.ROOT, "%d, %d, %d, %d", l.volley(), l.answer(), l.reset(), l.stop());
    }

    /** Payloads so narrow that relays can send their sums, and that no sum overflows where a chip would wrap. */
    private Optional<Change> payloads(Lowered lowered, SpikingGraph graph, FanInPlan plan) {
        if (!lowered.lowering().equals("graded")) {
            return Optional.empty();
        }
        int excess = plan.excessBits();
        for (Misfit misfit : TargetChecks.of(graph, graph, target, new Grounds(target))) {
            if (misfit.exceeded().isPresent() && dependsOnPayloads(graph, misfit)) {
                Misfit.Exceeded e = misfit.exceeded().get();
                excess = (int) Math.max(excess, e.used() - e.limit());
            }
        }
        int bits = options.payloadBits() - excess;
        return excess > 0 && bits >= NARROWEST_PAYLOAD
                ? Optional.of(new Change(
                        options.withPayloadBits(bits), "payloads of " + bits + " bits, so that sums of them fit"))
                : Optional.empty();
    }

    private static boolean dependsOnPayloads(SpikingGraph graph, Misfit misfit) {
        Quantity quantity = misfit.exceeded().orElseThrow().quantity();
        return (quantity == Quantity.STATE_BITS
                        || quantity == Quantity.INPUT_SUM_BITS
                        || quantity == Quantity.PAYLOAD_BITS)
                && graph.populations().stream()
                        .filter(p -> misfit.object().equals("population " + p.name()))
                        .anyMatch(p -> !(p.model() instanceof Graded graded) || !graded.retain());
    }
}
