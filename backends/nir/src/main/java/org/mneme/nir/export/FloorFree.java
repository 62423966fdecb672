package org.mneme.nir.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/**
 * Rewrites a graph so that integrators need no floor.
 *
 * <p>A population of perfect integrators with floor 0 and v_r = 0 is reset to 0 by single neurons that take more than it holds. Instead
 * they give it as much as lets every neuron fire, which resets v as well; and what that volley sends, the same each time, they take away
 * again where and when it arrives. As nothing else ever lowers v, it stays at 0 or above without a floor. All other populations spike
 * alike, as long as no two such resets come in one tick where what they take away twice would matter: a winner-take-all's {@code clear}
 * must spike for as many ticks as the longest delay.
 *
 * @param graph the rewritten graph
 * @param populations those that fire together at each reset
 */
record FloorFree(SpikingGraph graph, Set<String> populations) {
    /** Rewrites what it can. */
    static FloorFree of(SpikingGraph graph) {
        Set<String> found = new TreeSet<>();
        graph.populations().stream()
                .filter(population -> isResetIntegrator(graph, population))
                .forEach(population -> found.add(population.name()));
        if (found.isEmpty()) {
            return new FloorFree(graph, found);
        }
        List<Projection> projections = new ArrayList<>();
        for (Projection projection : graph.projections()) {
            if (found.contains(projection.target()) && isReset(projection)) {
                projections.add(firing(graph, projection));
                graph.projections().stream()
                        .filter(out -> out.source().equals(projection.target()))
                        .forEach(out -> projections.add(cancelling(graph, projection, out)));
            } else {
                projections.add(projection);
            }
        }
        List<Population> populations = graph.populations().stream()
                .map(population -> found.contains(population.name()) ? withoutFloor(population) : population)
                .toList();
        return new FloorFree(
                new SpikingGraph(graph.name(), graph.domain(), graph.tickSeconds(), populations, unique(projections)),
                found);
    }

    private static boolean isResetIntegrator(SpikingGraph graph, Population population) {
        if (!(population.model() instanceof Lif lif) || !isIntegrator(lif.membrane())) {
            return false;
        }
        double threshold = highest(lif.membrane().threshold());
        boolean reset = false;
        for (Projection projection : graph.projections()) {
            if (projection.target().equals(population.name()) && !onlyRaises(graph, projection)) {
                boolean resets = isReset(projection)
                        && graph.population(projection.source()).size() == 1
                        && projection.weights() instanceof Weights.Uniform uniform
                        && -uniform.weight() > threshold;
                if (!resets || projection.source().equals(population.name())) {
                    return false;
                }
                reset = true;
            }
        }
        return reset;
    }

    private static boolean isIntegrator(Membrane membrane) {
        return membrane.current().equals(Decay.Fraction.of(Decay.Fraction.ALL))
                && membrane.potential().equals(Decay.Fraction.of(0))
                && membrane.reset().equals(new Membrane.Reset.Hard(Parameter.of(0)))
                && membrane.floor().equals(Parameter.of(0))
                && membrane.bias().equals(Parameter.of(0))
                && membrane.refractory().equals(Parameter.of(0));
    }

    private static double highest(Parameter parameter) {
        return Arrays.stream(parameter.values()).max().orElseThrow();
    }

    private static boolean isReset(Projection projection) {
        return projection.weights() instanceof Weights.Uniform uniform
                && uniform.weight() < 0
                && projection.delay().length() == 1;
    }

    private static boolean onlyRaises(SpikingGraph graph, Projection projection) {
        return switch (projection.weights()) {
            case Weights.Uniform uniform -> uniform.weight() >= 0;
            case Weights.SignMatrix sign -> sign.unsigned() && sign.scale() >= 0;
            case Weights.OneToOne one -> Arrays.stream(one.weight().values()).allMatch(w -> w >= 0);
            case Weights.Dense _, Weights.Sparse _ -> {
                int targets = graph.population(projection.target()).size();
                yield IntStream.range(0, graph.population(projection.source()).size())
                        .allMatch(s -> IntStream.range(0, targets)
                                .allMatch(t -> projection.weights().at(s, t) >= 0));
            }
        };
    }

    private static Population withoutFloor(Population population) {
        if (!(population.model() instanceof Lif lif)) {
            throw new IllegalArgumentException(population + " is no Lif");
        }
        Membrane m = lif.membrane();
        Membrane without = new Membrane(
                m.current(),
                m.potential(),
                m.bias(),
                m.threshold(),
                m.reset(),
                Parameter.of(Double.NEGATIVE_INFINITY),
                m.refractory());
        return new Population(population.name(), population.size(), new Lif(without));
    }

    /** The reset, by more than the threshold instead of less than everything. */
    private static Projection firing(SpikingGraph graph, Projection reset) {
        if (!(graph.population(reset.target()).model() instanceof Lif lif)) {
            throw new IllegalArgumentException(reset + " leads to no Lif");
        }
        Weights weights = new Weights.Uniform(Math.floor(highest(lif.membrane().threshold())) + 1);
        return new Projection(reset.name(), reset.source(), reset.target(), reset.port(), weights, reset.delay());
    }

    /** Takes away what one volley of all neurons sends on, when it arrives. */
    private static Projection cancelling(SpikingGraph graph, Projection reset, Projection out) {
        int sources = graph.population(out.source()).size();
        double[] sums = new double[graph.population(out.target()).size()];
        for (int s = 0; s < sources; s++) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] -= out.weights().at(s, t);
            }
        }
        Weights weights =
                Arrays.stream(sums).allMatch(w -> w == sums[0]) ? new Weights.Uniform(sums[0]) : row(graph, sums);
        Ints delay =
                Ints.of(out.delay().stream().map(d -> d + reset.delay().at(0)).toArray());
        return new Projection(
                reset.name() + "." + out.name(), reset.source(), out.target(), out.port(), weights, delay);
    }

    private static Weights row(SpikingGraph graph, double[] weights) {
        return new Weights.Dense(
                graph.domain() instanceof NumberDomain.Fixed
                        ? new NumberMatrix.Int32(
                                1,
                                weights.length,
                                Arrays.stream(weights).mapToInt(w -> (int) w).toArray())
                        : new NumberMatrix.Real64(1, weights.length, weights));
    }

    private static List<Projection> unique(List<Projection> projections) {
        Map<String, Integer> taken = new HashMap<>();
        return projections.stream()
                .map(p -> {
                    int times = taken.merge(p.name(), 1, Integer::sum);
                    return times == 1
                            ? p
                            : new Projection(
                                    p.name() + "_" + times, p.source(), p.target(), p.port(), p.weights(), p.delay());
                })
                .toList();
    }
}
