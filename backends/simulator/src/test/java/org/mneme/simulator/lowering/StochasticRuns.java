package org.mneme.simulator.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.ir.Escape;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.CodecControl;
import org.mneme.lower.Decoder;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.RecallStep;
import org.mneme.lower.StochasticLowering;
import org.mneme.lower.StochasticOptions;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionOptions;

/** Memories lowered by the stochastic lowering, and their runs. */
final class StochasticRuns {
    /** N of a hub. */
    private static final int FEATURES = 12;

    private StochasticRuns() {}

    /** Patterns of 12 features, pattern μ differing from pattern 0 in μ, and pattern 0 the successor of all: its rates never change. */
    static SequenceMemory hub(int count, double kappa) {
        Signs first = PatternSet.random(1, FEATURES, 7, 0).row(0);
        List<Signs> rows = new ArrayList<>();
        for (int mu = 0; mu < count; mu++) {
            rows.add(first.flip(Ints.range(mu).toArray()));
        }
        return SequenceMemory.of(
                PatternSet.of(rows), new Successors(Ints.of(new int[count])), new Interaction.Softmax(kappa));
    }

    static SequenceMemory random(int count, int features, long seed, Successors successors, double kappa) {
        return SequenceMemory.of(
                PatternSet.random(count, features, seed, 0), successors, new Interaction.Exponential(kappa));
    }

    static Lowered lowered(SequenceMemory memory, double stepSeconds) {
        return new StochasticLowering()
                .lower(
                        memory,
                        LoweringOptions.defaults()
                                .with(new StochasticOptions(0.01, 0.005, stepSeconds))
                                .with(Set.of(CodecControl.GATE, CodecControl.TEMPO)));
    }

    /** The same circuit with all rates so many times higher. */
    static Lowered hastened(Lowered lowered, double factor) {
        SpikingGraph graph = lowered.graph();
        List<Population> populations = graph.populations().stream()
                .map(p -> p.model() instanceof Escape(var membrane, Escape.Hazard.Table(IntTable table))
                        ? new Population(
                                p.name(),
                                p.size(),
                                new Escape(membrane, new Escape.Hazard.Table(hastened(table, factor))))
                        : p)
                .toList();
        return lowered.with(
                new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, graph.projections()));
    }

    private static IntTable hastened(IntTable table, double factor) {
        return IntTable.tabulate(table.min(), table.max(), x -> {
            double silent = StrictMath.log1p(-table.unsignedAt(x) / 0x1p32);
            return (int) (long) Math.min(-StrictMath.expm1(factor * silent) * 0x1p32, 0x1p32 - 1);
        });
    }

    static Execution open(Backend backend, Lowered lowered, long seed, String... recorded) {
        return backend.open(lowered.graph(), new ExecutionOptions(seed, 1, Set.of(recorded)));
    }

    static int firstId(Lowered lowered, String population) {
        SpikingGraph graph = lowered.graph();
        return graph.firstIds()[graph.populations().indexOf(graph.population(population))];
    }

    /** How often each hidden unit wins, until there are so many winners; unknown to the codec, from its spikes alone. */
    static long[] winners(Execution execution, Lowered lowered, int count) {
        int hidden = firstId(lowered, lowered.codec().hiddenPopulation());
        long[] wins = new long[lowered.graph().population("hidden").size()];
        int[] seen = new int[1];
        while (seen[0] < count) {
            execution.advance(execution.tick() + 1000, (tick, neuron, payload) -> {
                wins[neuron - hidden]++;
                seen[0]++;
            });
        }
        return wins;
    }

    /** The recall steps decoded up to a tick. */
    static List<RecallStep> steps(Execution execution, Lowered lowered, Decoder decoder, long untilTick) {
        int rails = firstId(lowered, lowered.codec().featurePopulation());
        int hidden = firstId(lowered, lowered.codec().hiddenPopulation());
        execution.advance(untilTick, (tick, neuron, payload) -> {
            if (neuron < hidden) {
                decoder.feature(tick, neuron - rails, payload);
            } else {
                decoder.hidden(tick, neuron - hidden, payload);
            }
        });
        return decoder.drain(untilTick);
    }

    /** Ticks from each step to the next. */
    static long[] dwells(List<RecallStep> steps) {
        long[] dwells = new long[steps.size() - 1];
        for (int k = 0; k < dwells.length; k++) {
            dwells[k] = steps.get(k + 1).tick() - steps.get(k).tick();
        }
        return dwells;
    }
}
