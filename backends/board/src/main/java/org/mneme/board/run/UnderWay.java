package org.mneme.board.run;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.ir.Weights.SignMatrix;
import org.mneme.ir.Weights.SignMatrix.Orientation;

/** Spikes that were told and are still under way, as far as the graph alone says so: a board that is certainly not idle need not be asked. */
final class UnderWay {
    /** By neuron: for how many ticks at least any spike of its population is under way; 0 where some spike may meet no synapse. */
    private final int[] lasting;

    /** The last tick at which a spike is known to arrive. */
    private long until = -1;

    UnderWay(SpikingGraph graph) {
        int[] first = graph.firstIds();
        this.lasting = new int[first[first.length - 1]];
        for (int p = 0; p < graph.populations().size(); p++) {
            String name = graph.populations().get(p).name();
            int size = graph.populations().get(p).size();
            int longest = graph.projections().stream()
                    .filter(projection -> projection.source().equals(name))
                    .filter(projection -> everySourceHasSynapses(projection.weights(), size))
                    .map(Projection::delay)
                    .mapToInt(delay -> delay.min())
                    .max()
                    .orElse(0);
            Arrays.fill(lasting, first[p], first[p + 1], longest);
        }
    }

    private static boolean everySourceHasSynapses(Weights weights, int sources) {
        return switch (weights) {
            case Weights.Uniform _, Weights.Dense _, Weights.OneToOne _ -> true;
            case Weights.Sparse sparse ->
                IntStream.range(0, sources)
                        .allMatch(i -> sparse.offsets().at(i) < sparse.offsets().at(i + 1));
            case SignMatrix matrix -> {
                IntStream rows = IntStream.range(0, matrix.viewRows()).map(matrix::matrixRow);
                yield matrix.orientation() == Orientation.ROWS_ARE_SOURCES
                        ? rows.allMatch(row -> row != SignMatrix.ABSENT)
                        : rows.anyMatch(row -> row != SignMatrix.ABSENT);
            }
        };
    }

    /** Takes a spike that was told. */
    void add(long tick, int neuron) {
        if (lasting[neuron] > 0) {
            until = Math.max(until, tick + lasting[neuron]);
        }
    }

    /** Whether a spike is known to meet a synapse at a tick or later. */
    boolean goesOn(long tick) {
        return until >= tick;
    }
}
