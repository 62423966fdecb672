package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** Splits projections into routes, one a delay, and counts the synapses of each. */
final class Routes {
    private final int sources;
    private final int targets;
    /** The distinct delays, ascending. */
    private final int[] delays;
    /** Which of the delays each target has; empty where there is one. */
    private final int[] groupOf;

    private final int[] groupSize;

    private Routes(Ints delay, int sources, int targets) {
        this.sources = sources;
        this.targets = targets;
        this.delays = delay.stream().sorted().distinct().toArray();
        this.groupOf = new int[delays.length == 1 ? 0 : targets];
        this.groupSize = new int[delays.length];
        for (int j = 0; j < groupOf.length; j++) {
            groupOf[j] = Arrays.binarySearch(delays, delay.at(j));
        }
        for (int j = 0; j < targets; j++) {
            groupSize[group(j)]++;
        }
    }

    /** All routes of a graph, in the order in which inputs are added: by projection, then delay. */
    static List<Route> of(SpikingGraph graph) {
        Map<String, Integer> index = graph.populationIndex();
        List<Route> routes = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            int source = index.getOrDefault(projection.source(), -1);
            int target = index.getOrDefault(projection.target(), -1);
            Routes split = new Routes(
                    projection.delay(),
                    graph.populations().get(source).size(),
                    graph.populations().get(target).size());
            boolean binary = switch (graph.populations().get(source).model()) {
                case Lif _, Escape _ -> true;
                case Graded _, Source _ -> false;
            };
            split.add(projection.weights(), source, target, binary, routes);
        }
        return routes;
    }

    private void add(Weights weights, int source, int target, boolean binary, List<Route> routes) {
        FanOut[] fanOuts = fanOuts(weights);
        int[][] members = members();
        for (int g = 0; g < delays.length; g++) {
            routes.add(new Route(
                    routes.size(),
                    source,
                    target,
                    weights,
                    delays[g],
                    delays.length == 1,
                    delays.length == 1 ? new int[0] : members[g],
                    binary,
                    fanOuts[g]));
        }
    }

    private int group(int target) {
        return groupOf.length == 0 ? 0 : groupOf[target];
    }

    private int[][] members() {
        int[][] members = new int[delays.length][];
        Arrays.setAll(members, g -> new int[groupSize[g]]);
        int[] filled = new int[delays.length];
        for (int j = 0; j < targets; j++) {
            members[group(j)][filled[group(j)]++] = j;
        }
        return members;
    }

    private FanOut[] fanOuts(Weights weights) {
        return switch (weights) {
            case Weights.SignMatrix signs -> fanOuts(signs);
            case Weights.Uniform uniform -> bySize(uniform.weight() != 0);
            case Weights.Dense dense -> {
                int[][] counts = new int[delays.length][sources];
                for (int i = 0; i < sources; i++) {
                    for (int j = 0; j < targets; j++) {
                        counts[group(j)][i] += dense.values().at(i, j) == 0 ? 0 : 1;
                    }
                }
                yield counted(counts);
            }
            case Weights.Sparse sparse -> {
                int[][] counts = new int[delays.length][sources];
                for (int i = 0; i < sources; i++) {
                    for (int s = sparse.offsets().at(i); s < sparse.offsets().at(i + 1); s++) {
                        counts[group(sparse.targets().at(s))][i] +=
                                sparse.values().at(0, s) == 0 ? 0 : 1;
                    }
                }
                yield counted(counts);
            }
            case Weights.OneToOne one -> {
                int[][] counts = new int[delays.length][sources];
                for (int i = 0; i < sources; i++) {
                    counts[group(i)][i] = one.weight().at(i) == 0 ? 0 : 1;
                }
                yield counted(counts);
            }
        };
    }

    private FanOut[] fanOuts(Weights.SignMatrix signs) {
        if (signs.scale() == 0) {
            return bySize(false);
        }
        if (signs.mask().isPresent()) {
            return counted(setBits(signs, signs.mask().get()));
        }
        if (signs.unsigned()) {
            return counted(setBits(signs, signs.plus()));
        }
        if (signs.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS) {
            int[] present = new int[delays.length];
            for (int j = 0; j < targets; j++) {
                present[group(j)] += signs.matrixRow(j) == Weights.SignMatrix.ABSENT ? 0 : 1;
            }
            return Arrays.stream(present).mapToObj(FanOut::common).toArray(FanOut[]::new);
        }
        if (signs.rows().isEmpty()) {
            return bySize(true);
        }
        int[][] counts = new int[delays.length][sources];
        for (int i = 0; i < sources; i++) {
            for (int g = 0; g < delays.length; g++) {
                counts[g][i] = signs.matrixRow(i) == Weights.SignMatrix.ABSENT ? 0 : groupSize[g];
            }
        }
        return counted(counts);
    }

    private int[][] setBits(Weights.SignMatrix signs, BitMatrix bits) {
        boolean bySource = signs.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES;
        int[][] counts = new int[delays.length][sources];
        for (int r = 0; r < signs.viewRows(); r++) {
            int row = signs.matrixRow(r);
            for (int w = 0; row != Weights.SignMatrix.ABSENT && w < bits.wordsPerRow(); w++) {
                for (long rest = bits.word(row, w); rest != 0; rest &= rest - 1) {
                    int column = 64 * w + Long.numberOfTrailingZeros(rest);
                    counts[group(bySource ? column : r)][bySource ? r : column]++;
                }
            }
        }
        return counts;
    }

    private FanOut[] bySize(boolean nonZero) {
        return Arrays.stream(groupSize)
                .mapToObj(size -> FanOut.common(nonZero ? size : 0))
                .toArray(FanOut[]::new);
    }

    private static FanOut[] counted(int[][] counts) {
        return Arrays.stream(counts).map(FanOut::of).toArray(FanOut[]::new);
    }
}
