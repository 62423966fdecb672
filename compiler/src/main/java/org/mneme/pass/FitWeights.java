package org.mneme.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.GraphSizes;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Target;
import org.mneme.targets.WeightFormat;

/**
 * Fits weights to a target's formats: for each projection the cheapest format and smallest exponent that hold all its weights exactly; else,
 * where rounding is allowed, those with the least squared error, half away from zero.
 */
final class FitWeights {
    private static final int NAMED = 5;

    /** Formats that a sentence names. */
    private static final int FORMATS = 3;

    private final Target target;
    private final boolean rounds;
    private final List<WeightFact> facts = new ArrayList<>();
    private final List<Misfit> misfits = new ArrayList<>();

    /**
     * Prepares a fit.
     *
     * @param target whose formats
     * @param rounds whether weights may be rounded: not those of circuits that count
     */
    FitWeights(Target target, boolean rounds) {
        this.target = target;
        this.rounds = rounds;
    }

    List<WeightFact> facts() {
        return facts;
    }

    List<Misfit> misfits() {
        return misfits;
    }

    /** Returns the graph with the weights that the target holds; empty where all are held exactly. */
    Optional<SpikingGraph> apply(SpikingGraph graph) {
        if (!(graph.domain() instanceof NumberDomain.Fixed)) {
            return Optional.empty();
        }
        if (target.formats().isEmpty()) {
            misfits.add(Misfit.lacking(
                    "target " + target.name(), "no weight format is known", "assume one with --assume FILE"));
            return Optional.empty();
        }
        List<Projection> projections = new ArrayList<>();
        boolean changed = false;
        for (Projection projection : graph.projections()) {
            Optional<Projection> rounded = rounded(graph, projection);
            changed |= rounded.isPresent();
            projections.add(rounded.orElse(projection));
        }
        return changed ? Optional.of(Graphs.with(graph, projections)) : Optional.empty();
    }

    /** The projection with other weights, where some had to be rounded. */
    private Optional<Projection> rounded(SpikingGraph graph, Projection projection) {
        int sources = graph.population(projection.source()).size();
        int targets = graph.population(projection.target()).size();
        SortedMap<Long, Long> weights = histogram(projection.weights(), sources, targets);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Optional<WeightFit> found = WeightFit.of(target.formats(), weights);
        if (found.isEmpty()) {
            misfits.add(tooLarge(projection, weights));
            return Optional.empty();
        }
        WeightFit fit = found.get();
        double largest = fit.largestError(weights);
        if (largest == 0) {
            facts.add(fact(projection, fit, weights, 0, List.of()));
            return Optional.empty();
        }
        if (!rounds) {
            misfits.add(notHeld(projection, weights, fit));
            return Optional.empty();
        }
        List<String> vanished = vanished(graph, projection, fit);
        facts.add(fact(projection, fit, weights, largest, vanished));
        return Optional.of(with(projection, held(projection.weights(), fit)));
    }

    private static WeightFact fact(
            Projection projection,
            WeightFit fit,
            SortedMap<Long, Long> weights,
            double largest,
            List<String> vanished) {
        long synapses = weights.values().stream().mapToLong(Long::longValue).sum();
        long gone = weights.entrySet().stream()
                .filter(e -> e.getKey() != 0 && fit.held(e.getKey()) == 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new WeightFact(
                projection.name(),
                fit.format().name(),
                fit.exponent(),
                largest,
                Math.sqrt(fit.squaredError(weights) / synapses),
                gone,
                vanished);
    }

    private Misfit tooLarge(Projection projection, SortedMap<Long, Long> weights) {
        long largest = Math.max(Math.abs(weights.firstKey()), weights.lastKey());
        return Misfit.lacking(
                "projection " + projection.name(),
                "a weight of " + largest + " is beyond every weight format of " + target.name() + " (" + formats()
                        + ")",
                "use smaller numbers: fewer patterns or features, shorter dwells, or fewer payload bits");
    }

    private Misfit notHeld(Projection projection, SortedMap<Long, Long> weights, WeightFit fit) {
        long first = weights.keySet().stream()
                .filter(w -> fit.held(w) != w)
                .findFirst()
                .orElseThrow();
        return Misfit.lacking(
                "projection " + projection.name(),
                String.format(
                        Locale.ROOT,
                        "no one of the weight formats (%s) holds all its weights, and a circuit that counts cannot do"
                                + " with %d for %d",
                        formats(),
                        fit.held(first),
                        first),
                "use a target with finer weights, or other latencies or dwells");
    }

    /** The widest formats in words, and how many more there are. */
    private String formats() {
        List<String> names = new ArrayList<>();
        List<WeightFormat> widest = target.formats().stream()
                .sorted(Comparator.comparingDouble(FitWeights::width).reversed())
                .limit(FORMATS)
                .toList();
        for (WeightFormat f : widest) {
            names.add(String.format(
                    Locale.ROOT,
                    "%s %d…%d by %d, 2^%d…2^%d",
                    f.name(),
                    f.low(),
                    f.high(),
                    f.step(),
                    f.lowestExponent(),
                    f.highestExponent()));
        }
        int more = target.formats().size() - widest.size();
        return String.join("; ", names) + (more == 0 ? "" : "; and " + more + " more");
    }

    /** From the smallest to the largest weight. */
    private static double width(WeightFormat format) {
        return ((double) format.high() - format.low()) * Math.scalb(1.0, format.highestExponent());
    }

    private static Projection with(Projection p, Weights weights) {
        return new Projection(p.name(), p.source(), p.target(), p.port(), weights, p.delay());
    }

    /** Weight → how many stored synapses have it; a sign matrix is not looked into. */
    private static SortedMap<Long, Long> histogram(Weights weights, int sources, int targets) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        long stored = GraphSizes.stored(weights, sources, targets);
        switch (weights) {
            case Weights.SignMatrix sign -> {
                counts.merge((long) sign.scale(), stored, Long::sum);
                if (!sign.unsigned()) {
                    counts.merge((long) -sign.scale(), stored, Long::sum);
                }
            }
            case Weights.Uniform uniform -> counts.merge((long) uniform.weight(), stored, Long::sum);
            case Weights.OneToOne one -> {
                for (double w : one.weight().values()) {
                    counts.merge((long) w, 1L, Long::sum);
                }
            }
            case Weights.Dense dense -> count(dense.values(), counts);
            case Weights.Sparse sparse -> count(sparse.values(), counts);
        }
        if (stored == 0) {
            counts.clear();
        }
        return counts;
    }

    private static void count(NumberMatrix values, SortedMap<Long, Long> counts) {
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                counts.merge((long) values.at(r, c), 1L, Long::sum);
            }
        }
    }

    private static Weights held(Weights weights, WeightFit fit) {
        return switch (weights) {
            case Weights.SignMatrix sign ->
                new Weights.SignMatrix(
                        sign.plus(),
                        sign.mask(),
                        sign.orientation(),
                        sign.rows(),
                        (double) fit.held((long) sign.scale()),
                        sign.unsigned());
            case Weights.Uniform uniform -> new Weights.Uniform((double) fit.held((long) uniform.weight()));
            case Weights.OneToOne one -> {
                double[] values = one.weight().values();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (double) fit.held((long) values[i]);
                }
                yield new Weights.OneToOne(values.length == 1 ? Parameter.of(values[0]) : Parameter.perNeuron(values));
            }
            case Weights.Dense dense -> new Weights.Dense(held(dense.values(), fit));
            case Weights.Sparse sparse ->
                new Weights.Sparse(
                        sparse.targetCount(), sparse.offsets(), sparse.targets(), held(sparse.values(), fit));
        };
    }

    private static NumberMatrix held(NumberMatrix values, WeightFit fit) {
        int[] held = new int[Math.multiplyExact(values.rows(), values.columns())];
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                held[r * values.columns() + c] = (int) fit.held((long) values.at(r, c));
            }
        }
        NumberMatrix wide = new NumberMatrix.Int32(values.rows(), values.columns(), held);
        return NarrowWeights.narrowest(wide);
    }

    /** The first synapses whose weight became 0. */
    private static List<String> vanished(SpikingGraph graph, Projection projection, WeightFit fit) {
        List<String> named = new ArrayList<>();
        int sources = graph.population(projection.source()).size();
        int targets = graph.population(projection.target()).size();
        for (int i = 0; i < sources && named.size() < NAMED; i++) {
            for (int j = 0; j < targets && named.size() < NAMED; j++) {
                long weight = (long) projection.weights().at(i, j);
                if (weight != 0 && fit.held(weight) == 0) {
                    named.add(projection.source() + " " + i + " → " + projection.target() + " " + j);
                }
            }
        }
        return named;
    }
}
