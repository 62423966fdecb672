package org.mneme.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/**
 * A projection as accounting sees it.
 *
 * @param projection it stands for
 * @param source index of the population that spikes
 * @param target index of the population that hears
 * @param costs pairs whose weight is not 0
 * @param stored pairs of which a synapse is stored, zero or not, where these count: a {@link Graded} neuron answers when it is reached;
 *     else empty
 * @param spans of the weights of each target; a single one where all have the same
 * @param pieces the pairs apart by weight, where synapses have no weight of their own; else empty
 */
record Fibre(
        Projection projection,
        int source,
        int target,
        Reach costs,
        Optional<Reach> stored,
        List<WeightSpan> spans,
        List<Piece> pieces) {
    /**
     * Synapses of one weight.
     *
     * @param weight not 0
     * @param reach their pairs
     */
    record Piece(double weight, Reach reach) {}

    static List<Fibre> of(SpikingGraph graph, boolean byWeight) {
        var index = graph.populationIndex();
        List<Fibre> fibres = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            int source = index.getOrDefault(projection.source(), 0);
            int target = index.getOrDefault(projection.target(), 0);
            Population from = graph.populations().get(source);
            Population to = graph.populations().get(target);
            Weights weights = projection.weights();
            Reach costs = Reaches.where(weights, from.size(), to.size(), w -> w != 0);
            fibres.add(new Fibre(
                    projection,
                    source,
                    target,
                    costs,
                    to.model() instanceof Graded
                            ? Optional.of(Reaches.stored(weights, from.size(), to.size()))
                            : Optional.empty(),
                    spans(weights, from.size(), to.size()),
                    byWeight ? pieces(weights, from.size(), to.size()) : List.of()));
        }
        return fibres;
    }

    /** Pairs along which a spike must travel. */
    Reach heard() {
        return stored.orElse(costs);
    }

    /** What weights the targets from…to−1 have. */
    WeightSpan span(int from, int to) {
        if (spans.size() == 1) {
            return spans.getFirst();
        }
        WeightSpan all = WeightSpan.NONE;
        for (int t = from; t < to; t++) {
            all = all.and(spans.get(t));
        }
        return all;
    }

    private static List<WeightSpan> spans(Weights weights, int sources, int targets) {
        return switch (weights) {
            case Weights.SignMatrix sign -> {
                WeightSpan up = WeightSpan.of(sign.scale());
                yield List.of(sign.unsigned() ? up : up.and(WeightSpan.of(-sign.scale())));
            }
            case Weights.Uniform uniform -> List.of(WeightSpan.of(uniform.weight()));
            case Weights.OneToOne one -> {
                if (one.weight().length() == 1) {
                    yield List.of(WeightSpan.of(one.weight().at(0)));
                }
                yield Arrays.stream(one.weight().values())
                        .mapToObj(WeightSpan::of)
                        .toList();
            }
            case Weights.Dense dense -> {
                WeightSpan[] spans = none(targets);
                for (int s = 0; s < sources; s++) {
                    for (int t = 0; t < targets; t++) {
                        spans[t] = spans[t].and(WeightSpan.of(dense.values().at(s, t)));
                    }
                }
                yield List.of(spans);
            }
            case Weights.Sparse sparse -> {
                WeightSpan[] spans = none(targets);
                for (int k = 0; k < sparse.targets().length(); k++) {
                    int t = sparse.targets().at(k);
                    spans[t] = spans[t].and(WeightSpan.of(sparse.values().at(0, k)));
                }
                yield List.of(spans);
            }
        };
    }

    private static WeightSpan[] none(int targets) {
        WeightSpan[] spans = new WeightSpan[targets];
        Arrays.fill(spans, WeightSpan.NONE);
        return spans;
    }

    private static List<Piece> pieces(Weights weights, int sources, int targets) {
        double[] values = switch (weights) {
            case Weights.SignMatrix sign ->
                sign.unsigned() ? new double[] {sign.scale()} : new double[] {sign.scale(), -sign.scale()};
            case Weights.Uniform uniform -> new double[] {uniform.weight()};
            case Weights.OneToOne one -> one.weight().values();
            case Weights.Dense dense -> values(dense.values());
            case Weights.Sparse sparse -> values(sparse.values());
        };
        return Arrays.stream(values)
                .filter(w -> w != 0)
                .distinct()
                .sorted()
                .mapToObj(value -> new Piece(value, Reaches.where(weights, sources, targets, w -> w == value)))
                .toList();
    }

    private static double[] values(NumberMatrix matrix) {
        double[] values = new double[Math.multiplyExact(matrix.rows(), matrix.columns())];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                values[r * matrix.columns() + c] = matrix.at(r, c);
            }
        }
        return values;
    }
}
