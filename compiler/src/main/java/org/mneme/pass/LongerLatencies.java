package org.mneme.pass;

import java.util.Map;
import java.util.Optional;
import org.mneme.lower.GradedDelays;
import org.mneme.lower.Latencies;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.SpikingLowering;
import org.mneme.model.SequenceMemory;

/** Latencies with room for relays: a circuit is lowered again with them, so that it keeps its timing law. */
final class LongerLatencies {
    private LongerLatencies() {}

    /**
     * Returns options whose delays are longer where a plan of relays lacks ticks.
     *
     * @param lowering whose circuit
     * @param memory lowered
     * @param options it was lowered with
     * @param plan of its graph
     * @return empty where no delay lacks a tick, or the lowering has no latencies to choose
     */
    static Optional<LoweringOptions> of(
            String lowering, SequenceMemory memory, LoweringOptions options, FanInPlan plan) {
        Map<String, FanInPlan.Split> splits = plan.splits();
        if (splits.values().stream().allMatch(split -> split.lack() == 0)) {
            return Optional.empty();
        }
        return switch (lowering) {
            case "spiking" -> spiking(memory, options, splits);
            case "graded" -> Optional.of(options.with(graded(options.graded(), splits)));
            default -> Optional.empty();
        };
    }

    private static GradedDelays graded(GradedDelays now, Map<String, FanInPlan.Split> splits) {
        return new GradedDelays(now.overlaps() + lack(splits, "phi"), now.votes() + lack(splits, "psi"));
    }

    /** The most that a projection lacks whose name begins so. */
    private static int lack(Map<String, FanInPlan.Split> splits, String prefix) {
        return splits.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .mapToInt(e -> e.getValue().lack())
                .max()
                .orElse(0);
    }

    /** B for the votes; R and Q for what goes to the inhibitor, which fires as late as they allow; A, so that A + B ≥ R + 1, and for the ramp. */
    private static Optional<LoweringOptions> spiking(
            SequenceMemory memory, LoweringOptions options, Map<String, FanInPlan.Split> splits) {
        if (SpikingLowering.dwells(memory, options)) {
            return Optional.empty();
        }
        Latencies now = SpikingLowering.latencies(memory, options);
        int answer = now.answer() + lack(splits, "next");
        int late = lack(splits, "hidden_inhibitor");
        int reset = now.reset() + late;
        int stop = now.stop() + late;
        int ramp = Math.max(0, lack(splits, "rails_ramp") - late);
        int volley = Math.max(now.volley() + ramp, reset + 1 - answer);
        Latencies longer = new Latencies(volley, answer, reset, stop);
        return longer.equals(now)
                ? Optional.empty()
                : Optional.of(options.with(options.spiking().with(longer)));
    }
}
