package org.mneme.board.equality;

import java.util.List;
import java.util.Optional;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;
import org.mneme.runtime.backend.Execution;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.ExecutionOptions;
import org.mneme.simulator.property.Case;
import org.mneme.simulator.property.Comparison;
import org.mneme.simulator.property.Run;
import org.mneme.simulator.reference.DenseBackend;

/** The property of boards: spike for spike, state for state, counter for counter what the dense reference stepper does. */
final class Equality {
    private Equality() {}

    /**
     * Runs a case on a board and on the dense reference stepper.
     *
     * @param board the board
     * @param given a case whose graph its target accepts
     * @return the first difference
     */
    static Optional<String> difference(Backend board, Case given) {
        return Comparison.difference(board, new DenseBackend(), given, 1, judge -> isIdle(judge, given));
    }

    /** A spike that meets only weights of 0, and no graded neuron, takes no axon of a board: it is not under way there. */
    static boolean isIdle(Execution judge, Case given) {
        if (judge.idle()) {
            return true;
        }
        ExecutionImage image = judge.save();
        List<ExecutionImage.ImageSpike> matter = image.spikes().stream()
                .filter(spike -> matters(spike, image.tick(), given.graph()))
                .toList();
        ExecutionOptions options = new ExecutionOptions(given.executionSeed(), 1, Run.everything(given));
        try (Execution without = new DenseBackend().open(given.graph(), options)) {
            without.restore(new ExecutionImage(image.tick(), image.states(), matter, image.counters()));
            return without.idle();
        }
    }

    private static boolean matters(ExecutionImage.ImageSpike spike, long tick, SpikingGraph graph) {
        int[] first = graph.firstIds();
        boolean matters = spike.tick() >= tick;
        for (Projection projection : graph.projections()) {
            Population source = graph.population(projection.source());
            Population target = graph.population(projection.target());
            int i = spike.neuron() - first[graph.populations().indexOf(source)];
            for (int j = 0; j < target.size() && i >= 0 && i < source.size() && !matters; j++) {
                matters = spike.tick() + projection.delay().shared(j) >= tick
                        && projection.weights().stores(i, j)
                        && (target.model() instanceof Graded
                                || projection.weights().at(i, j) != 0);
            }
        }
        return matters;
    }
}
