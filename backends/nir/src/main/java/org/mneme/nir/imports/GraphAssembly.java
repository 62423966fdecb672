package org.mneme.nir.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NeuronModel;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;

/** Puts populations and projections together; every connection takes at least one tick. */
final class GraphAssembly {
    private final GraphBuilder builder;
    private final List<Population> populations = new ArrayList<>();
    private final Set<String> names;
    private final Set<String> projectionNames = new HashSet<>();
    private final List<Runnable> projections = new ArrayList<>();
    private Optional<String> tonic = Optional.empty();

    /** Starts a graph; names are those of its nodes, which no other population may have. */
    GraphAssembly(String graphName, double tickSeconds, Set<String> names) {
        this.builder = new GraphBuilder(graphName, new NumberDomain.Real(), tickSeconds);
        this.names = new HashSet<>(names);
    }

    SpikingGraph build() {
        populations.forEach(p -> builder.population(p.name(), p.size(), p.model()));
        projections.forEach(Runnable::run);
        return builder.build();
    }

    boolean hasTonic() {
        return tonic.isPresent();
    }

    void input(String name, int size) {
        populations.add(new Population(name, size, new Source(Integer.MAX_VALUE)));
    }

    /** A population of Lif neurons and all that arrives at it. */
    void lif(String name, Dynamics dynamics, Signal in) {
        TreeMap<Integer, double[]> constants = new TreeMap<>(in.constants());
        Dynamics driven = dynamics;
        if (!dynamics.hasCurrent() && constants.containsKey(0)) {
            driven = dynamics.drivenBy(Optional.ofNullable(constants.remove(0)).orElseThrow());
        }
        population(name, driven.size(), driven.lif());
        arrivals(name, in, constants, dynamics.kick());
    }

    /**
     * A population that sends its state v at every tick at which it is not 0: a graded sum that gets (1 − α) v back a tick later. A
     * current, a sum of the same kind, gets what v gets, so that v has the new current's part at once.
     */
    void integrator(String name, Dynamics dynamics, Signal in) {
        sum(name, dynamics.kept());
        TreeMap<Integer, double[]> constants = new TreeMap<>(in.constants());
        if (dynamics.hasCurrent()) {
            String current = free(name + ".current");
            sum(current, dynamics.keptCurrent());
            oneToOne(current, name, dynamics.carry());
            arrivals(current, in, constants, dynamics.currentKick());
        }
        arrivals(name, in, constants, dynamics.kick());
        drive(name, 1, dynamics.drive());
    }

    private void sum(String name, double[] kept) {
        population(name, kept.length, new Graded(new Phi.Identity(), false, false));
        oneToOne(name, name, kept);
    }

    private void oneToOne(String source, String target, double[] weights) {
        RowMatrix matrix = RowMatrix.identity(weights.length).scaled(weights);
        if (!matrix.isEmpty()) {
            projection(source, target, Synapses.weights(matrix), Ints.of(1));
        }
    }

    private void population(String name, int size, NeuronModel model) {
        populations.add(new Population(name, size, model));
    }

    private void arrivals(String name, Signal in, Map<Integer, double[]> constants, double[] gain) {
        Map<String, TreeMap<Integer, RowMatrix>> byRoot = new TreeMap<>();
        in.parts()
                .forEach((path, matrix) -> byRoot.computeIfAbsent(path.root(), root -> new TreeMap<>())
                        .merge(Math.max(1, path.delay()), matrix.scaled(gain), RowMatrix::plus));
        byRoot.forEach((root, byDelay) -> {
            byDelay.values().removeIf(RowMatrix::isEmpty);
            if (!byDelay.isEmpty()) {
                project(root, name, byDelay);
            }
        });
        TreeMap<Integer, double[]> late = new TreeMap<>();
        constants.forEach(
                (tick, values) -> late.merge(Math.max(1, tick), ElementWise.times(gain, values), ElementWise::plus));
        late.forEach((tick, values) -> drive(name, tick, values));
    }

    private void project(String source, String target, NavigableMap<Integer, RowMatrix> byDelay) {
        Optional<Synapses.Joined> joined = Synapses.join(byDelay);
        if (joined.isPresent()) {
            projection(
                    source,
                    target,
                    Synapses.weights(joined.get().matrix()),
                    joined.get().delays());
        } else {
            byDelay.forEach((delay, matrix) -> projection(source, target, Synapses.weights(matrix), Ints.of(delay)));
        }
    }

    /** A constant from a tick on, ≥ 1: a neuron that spikes at every tick sends it. */
    private void drive(String target, int from, double[] values) {
        for (double value : values) {
            if (value != 0) {
                projection(tonic(), target, Synapses.column(values), Ints.of(from));
                return;
            }
        }
    }

    private String tonic() {
        if (tonic.isEmpty()) {
            String name = free("tonic");
            population(
                    name,
                    1,
                    new Lif(new Membrane(
                            Decay.Fraction.of(Decay.Fraction.ALL),
                            Decay.Fraction.of(Decay.Fraction.ALL),
                            Parameter.of(1),
                            Parameter.of(0.5),
                            new Membrane.Reset.Hard(Parameter.of(0)),
                            Parameter.of(Double.NEGATIVE_INFINITY),
                            Parameter.of(0))));
            tonic = Optional.of(name);
        }
        return tonic.orElseThrow();
    }

    private void projection(String source, String target, Weights weights, Ints delay) {
        String name = source + " → " + target;
        for (int i = 2; !projectionNames.add(name); i++) {
            name = source + " → " + target + " (" + i + ")";
        }
        String unique = name;
        projections.add(() -> builder.projection(unique, source, target, weights, delay));
    }

    private String free(String name) {
        String candidate = name;
        while (!names.add(candidate)) {
            candidate += "_";
        }
        return candidate;
    }
}
