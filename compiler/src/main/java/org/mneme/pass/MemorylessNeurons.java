package org.mneme.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.ir.Decay;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/**
 * Expresses neurons without memory on targets whose membranes do not decay by a fraction; every spike stays as it was.
 *
 * <p>Where a membrane leaks a constant: by a leak that is larger than anything a tick can leave. Where it has a floor: by a perfect integrator with floor
 * 0, θ = 0, v_r = 0 and its threshold taken off by the bias: v = max(a + bias − θ, 0) spikes, and is reset, where it is above 0, and is 0
 * where not, so that each tick begins at 0.
 */
public final class MemorylessNeurons implements Pass {
    private final Target target;

    /**
     * Creates the pass.
     *
     * @param target whose membranes
     */
    public MemorylessNeurons(Target target) {
        this.target = target;
    }

    @Override
    public String name() {
        return "memoryless";
    }

    @Override
    public Passed apply(SpikingGraph graph) {
        if (target.has(Trait.POTENTIAL_DECAY) || !(graph.domain() instanceof NumberDomain.Fixed fixed)) {
            return Passed.unchanged(graph);
        }
        StaticBounds bounds = new StaticBounds(graph, fixed);
        List<Population> populations = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Population population : graph.populations()) {
            Optional<Membrane> other = population.model() instanceof Lif lif && isMemoryless(lif.membrane(), fixed)
                    ? rewritten(population, lif.membrane(), bounds)
                    : Optional.empty();
            other.ifPresent(m -> changes.add(population.name() + ": no memory, by "
                    + (m.potential() instanceof Decay.Linear
                            ? "a leak larger than what a tick can leave"
                            : "a floor of 0 and a threshold of 0")));
            populations.add(
                    other.isEmpty()
                            ? population
                            : new Population(population.name(), population.size(), new Lif(other.get())));
        }
        return changes.isEmpty()
                ? Passed.unchanged(graph)
                : new Passed(Graphs.with(graph, populations, graph.projections()), changes);
    }

    /** v = u + bias each tick; the threshold is one that v can pass, and the floor one that does not. */
    static boolean isMemoryless(Membrane membrane, NumberDomain.Fixed fixed) {
        return membrane.potential() instanceof Decay.Fraction fraction
                && StaticBounds.min(fraction.delta()) == Decay.Fraction.ALL
                && StaticBounds.max(membrane.threshold()) < fixed.maxState()
                && StaticBounds.max(membrane.floor()) <= StaticBounds.min(membrane.threshold());
    }

    private Optional<Membrane> rewritten(Population population, Membrane membrane, StaticBounds bounds) {
        if (target.has(Trait.LINEAR_LEAK)) {
            StaticBounds.Range v = bounds.potential(population, membrane, false);
            // what a tick can leave: at most θ, since above it the neuron fires, and v_r; at least the lowest sum
            double left = Math.max(Math.max(0, StaticBounds.max(membrane.threshold())), -v.low());
            double leak = target.limit(Quantity.LARGEST_LEAK);
            if (left <= leak && resets(membrane)) {
                return Optional.of(with(
                        membrane,
                        new Decay.Linear(Parameter.of(leak < Integer.MAX_VALUE ? leak : left)),
                        membrane.bias()));
            }
        }
        boolean biased = StaticBounds.max(membrane.threshold()) > 0
                || StaticBounds.min(membrane.threshold()) < 0
                || StaticBounds.min(membrane.bias()) < 0
                || StaticBounds.max(membrane.bias()) > 0;
        if (!target.has(Trait.FLOOR) || biased && !target.has(Trait.BIAS)) {
            return Optional.empty();
        }
        return Optional.of(new Membrane(
                membrane.current(),
                Decay.Fraction.of(0),
                difference(membrane.bias(), membrane.threshold()),
                Parameter.of(0),
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(0),
                membrane.refractory()));
    }

    /** Whether a spike leaves a v that the leak takes too. */
    private static boolean resets(Membrane membrane) {
        return membrane.reset() instanceof Membrane.Reset.Hard hard
                && StaticBounds.min(hard.value()) == 0
                && StaticBounds.max(hard.value()) == 0
                && StaticBounds.max(membrane.refractory()) == 0;
    }

    private static Membrane with(Membrane m, Decay potential, Parameter bias) {
        return new Membrane(m.current(), potential, bias, m.threshold(), m.reset(), m.floor(), m.refractory());
    }

    private static Parameter difference(Parameter a, Parameter b) {
        int length = Math.max(a.length(), b.length());
        double[] values =
                IntStream.range(0, length).mapToDouble(i -> a.at(i) - b.at(i)).toArray();
        double[] distinct = Arrays.stream(values).distinct().toArray();
        return distinct.length == 1 ? Parameter.of(distinct[0] + 0.0) : Parameter.perNeuron(values);
    }
}
