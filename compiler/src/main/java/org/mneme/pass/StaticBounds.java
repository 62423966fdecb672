package org.mneme.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.bits.IntTable;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** How large the numbers of a graph in the fixed domain can become, whatever spikes: proofs that nothing overflows, without saturation. */
final class StaticBounds {
    private final SpikingGraph graph;
    private final NumberDomain.Fixed domain;
    private final Map<String, Synapses> synapses = new LinkedHashMap<>();
    private final Map<String, Range> payloads = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /**
     * Numbers from low to high; infinite where there is no bound.
     *
     * @param low ≤ 0
     * @param high ≥ 0
     */
    record Range(double low, double high) {
        static final Range BINARY = new Range(0, 1);

        /** The largest magnitude. */
        double magnitude() {
            return Math.max(-low, high);
        }

        /** Bits of a signed integer that holds all; 65 where there is no bound. */
        int bits() {
            for (int b = 1; b <= Long.SIZE; b++) {
                if (low >= -Math.scalb(1.0, b - 1) && high <= Math.scalb(1.0, b - 1) - 1) {
                    return b;
                }
            }
            return Long.SIZE + 1;
        }

        private Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }
    }

    StaticBounds(SpikingGraph graph, NumberDomain.Fixed domain) {
        this.graph = graph;
        this.domain = domain;
        for (Projection p : graph.projections()) {
            synapses.put(
                    p.name(),
                    Synapses.of(
                            p.weights(),
                            graph.population(p.source()).size(),
                            graph.population(p.target()).size()));
        }
    }

    /** Whether a population is of this graph. */
    boolean has(Population population) {
        return graph.populations().contains(population);
    }

    Synapses synapses(Projection projection) {
        Synapses found = synapses.get(projection.name());
        if (found == null) {
            throw new IllegalArgumentException("not of this graph: " + projection.name());
        }
        return found;
    }

    /** The sum that a projection can bring to a neuron in a tick. */
    Range sum(Projection projection) {
        Synapses s = synapses(projection);
        Range payload = payload(graph.population(projection.source()));
        return new Range(
                s.positive() * payload.low() - s.negative() * payload.high(),
                s.positive() * payload.high() - s.negative() * payload.low());
    }

    /** The sum of all inputs of a neuron in a tick. */
    Range input(Population target) {
        Range sum = new Range(0, 0);
        for (Projection projection : graph.projections()) {
            if (projection.target().equals(target.name())) {
                sum = sum.plus(sum(projection));
            }
        }
        return sum;
    }

    /** The payloads a population can send. */
    Range payload(Population population) {
        Range known = payloads.get(population.name());
        if (known != null) {
            return known;
        }
        Range found = switch (population.model()) {
            case Lif _, Escape _ -> Range.BINARY;
            case Source source -> new Range((double) -source.maxPayload(), (double) source.maxPayload());
            case Graded graded -> payload(population, graded);
        };
        payloads.put(population.name(), found);
        return found;
    }

    private Range payload(Population population, Graded graded) {
        return switch (graded.phi()) {
            case Phi.Sign _ -> new Range(-1, 1);
            case Phi.Identity _ -> {
                if (!underWay.add(population.name())) {
                    yield new Range(domain.minState(), domain.maxState());
                }
                Range sum = sum(population, graded);
                underWay.remove(population.name());
                yield new Range(Math.max(sum.low(), (double) domain.minState()), Math.min(sum.high(), (double)
                        domain.maxState()));
            }
            case Phi.Table table -> {
                double low = 0;
                double high = 0;
                for (IntTable entries : table.tables()) {
                    for (int value : entries.values()) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
                yield new Range(low, high);
            }
            case Phi.Power _, Phi.Exponential _, Phi.Step _ ->
                throw new IllegalArgumentException("a real φ in the fixed domain");
        };
    }

    /** The sum x of a graded neuron, before saturation. */
    Range sum(Population population, Graded graded) {
        Range input = input(population);
        if (!graded.retain()) {
            return input;
        }
        return windows(population)
                .orElseGet(() -> new Range(
                        input.low() == 0 ? 0 : Double.NEGATIVE_INFINITY,
                        input.high() == 0 ? 0 : Double.POSITIVE_INFINITY));
    }

    /** A neuron that keeps its sum, and from which all that was added is taken off again some ticks later, holds a window of those ticks. */
    private Optional<Range> windows(Population population) {
        List<Projection> open = new ArrayList<>(graph.projections().stream()
                .filter(p -> p.target().equals(population.name()))
                .toList());
        open.sort(Comparator.comparingInt(p -> p.delay().min()));
        Range range = new Range(0, 0);
        while (!open.isEmpty()) {
            Projection first = open.removeFirst();
            Optional<Projection> end =
                    open.stream().filter(p -> takesOff(first, p)).findFirst();
            if (end.isEmpty()) {
                return Optional.empty();
            }
            open.remove(end.get());
            double ticks = end.get().delay().max() - first.delay().min();
            Range sum = sum(first);
            range = range.plus(new Range(sum.low() * ticks, sum.high() * ticks));
        }
        return Optional.of(range);
    }

    private boolean takesOff(Projection first, Projection later) {
        int targets = graph.population(first.target()).size();
        for (int j = 0; j < targets; j++) {
            if (later.delay().shared(j) <= first.delay().shared(j)) {
                return false;
            }
        }
        int sources = graph.population(first.source()).size();
        return first.source().equals(later.source()) && opposite(first.weights(), later.weights(), sources, targets);
    }

    private static boolean opposite(Weights a, Weights b, int sources, int targets) {
        if (a instanceof Weights.SignMatrix x && b instanceof Weights.SignMatrix y) {
            return x.equals(
                    new Weights.SignMatrix(y.plus(), y.mask(), y.orientation(), y.rows(), -y.scale(), y.unsigned()));
        }
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                if (a.at(i, j) != -b.at(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The synaptic current u, before saturation. */
    Range current(Population population, Membrane membrane) {
        return kept(membrane.current(), input(population));
    }

    /** The potential v, before saturation, floor and reset. */
    Range potential(Population population, Membrane membrane, boolean escapes) {
        Range step = current(population, membrane).plus(spread(membrane.bias()));
        double theta = max(membrane.threshold());
        double highest = kept(membrane.potential(), step).high();
        if (!escapes && membrane.reset() instanceof Membrane.Reset.Hard) {
            // after each tick v is at most θ: it spikes above, and v_r ≤ θ; a neuron that fires at random may stay
            // above
            highest = Math.min(highest, Math.max(0, theta) + step.high());
        }
        double floor = min(membrane.floor());
        double lowest = Math.max(kept(membrane.potential(), step).low(), floor + step.low());
        return new Range(Math.min(0, lowest), Math.max(0, highest));
    }

    /** What a variable that decays, and is added a step each tick, can reach. */
    private static Range kept(Decay decay, Range step) {
        return switch (decay) {
            case Decay.Fraction fraction -> {
                double least = min(fraction.delta());
                double gain = least == 0 ? Double.POSITIVE_INFINITY : Decay.Fraction.ALL / least;
                yield new Range(times(step.low(), gain), times(step.high(), gain));
            }
            case Decay.Linear linear -> {
                double leak = min(linear.step());
                yield new Range(
                        -step.low() <= leak ? step.low() : times(step.low(), Double.POSITIVE_INFINITY),
                        step.high() <= leak ? step.high() : times(step.high(), Double.POSITIVE_INFINITY));
            }
        };
    }

    private static double times(double value, double gain) {
        return value == 0 ? 0 : value * gain;
    }

    private static Range spread(Parameter parameter) {
        return new Range(Math.min(0, min(parameter)), Math.max(0, max(parameter)));
    }

    static double min(Parameter parameter) {
        double min = Double.POSITIVE_INFINITY;
        for (double value : parameter.values()) {
            min = Math.min(min, value);
        }
        return min;
    }

    static double max(Parameter parameter) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : parameter.values()) {
            max = Math.max(max, value);
        }
        return max;
    }
}
