package org.mneme.nir.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.ir.Decay;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Tensor;

/**
 * A membrane as a NIR neuron whose forward Euler step at dt is the membrane's tick.
 *
 * <p>With α = δv/4096 and β = δu/4096, a tick is u = (1 − β) u + a; v = (1 − α) v + u + bias; a spike iff v &gt; θ. Euler's step of τ_syn di/dt
 * = −i + w_in x; τ_mem dv/dt = v_leak − v + r i, the current first, x = a a step, is the same with
 *
 * <pre>
 * CubaLIF   τ_syn = dt/β, w_in = 1/β, τ_mem = dt/α, r = 1/α, v_leak = bias/α
 * LIF       τ = dt/α, r = 1/α, v_leak = bias/α                where β = 1
 * IF        r = 1/dt                                          where β = 1, α = 0, bias = 0 (else a constant input says it)
 * </pre>
 *
 * <p>θ of integer states becomes θ + ½, so that it does not matter whether a reader compares with &gt; or ≥.
 */
final class MembraneExport {
    /** An α or β of 0 becomes this where the node has no perfect integrator. */
    private static final double SLOWEST = 0x1p-20;

    private final Membrane membrane;
    private final int size;
    private final boolean fixed;
    private final double tickSeconds;
    private final List<String> losses = new ArrayList<>();

    private MembraneExport(Population population, Membrane membrane, NumberDomain domain, double tickSeconds) {
        this.membrane = membrane;
        this.size = population.size();
        this.fixed = domain instanceof NumberDomain.Fixed;
        this.tickSeconds = tickSeconds;
    }

    /**
     * A population's neurons.
     *
     * @param node the node
     * @param as what it is, for the report
     * @param bias a constant input that the node needs at every tick; empty for none
     * @param losses how it differs from the membrane; empty where it does not
     */
    record Neurons(NirNode node, String as, Optional<Tensor> bias, List<String> losses) {}

    /** The neurons of a population; empty where its leak cannot be said. */
    static Optional<Neurons> of(Population population, Membrane membrane, NumberDomain domain, double tickSeconds) {
        if (leaksLinearly(membrane.current()) || leaksLinearly(membrane.potential())) {
            return Optional.empty();
        }
        return Optional.of(new MembraneExport(population, membrane, domain, tickSeconds).neurons());
    }

    private static boolean leaksLinearly(Decay decay) {
        return decay instanceof Decay.Linear linear
                && Arrays.stream(linear.step().values()).anyMatch(step -> step != 0);
    }

    private Neurons neurons() {
        double[] alpha = fractions(membrane.potential());
        double[] beta = fractions(membrane.current());
        boolean current = Arrays.stream(beta).anyMatch(b -> b != 1);
        boolean forgets = Arrays.stream(alpha).allMatch(a -> a == 1);
        boolean integrates = Arrays.stream(alpha).allMatch(a -> a == 0);
        compare(forgets);
        if (current) {
            return cuba(finite(alpha, "v"), finite(beta, "u"));
        }
        return integrates ? integrator() : leaky(finite(alpha, "v"), forgets);
    }

    /** What one tick takes away, α or β, of each neuron. */
    private double[] fractions(Decay decay) {
        double[] fractions = new double[size];
        if (decay instanceof Decay.Fraction fraction) {
            Arrays.setAll(fractions, i -> fraction.delta().at(i) / Decay.Fraction.ALL);
        }
        if (fixed && Arrays.stream(fractions).anyMatch(f -> f != 0 && f != 1)) {
            lose("states are not truncated to integers");
        }
        return fractions;
    }

    private double[] finite(double[] fractions, String state) {
        if (Arrays.stream(fractions).noneMatch(f -> f == 0)) {
            return fractions;
        }
        lose(state + " loses 2⁻²⁰ of itself a tick instead of nothing");
        return Arrays.stream(fractions).map(f -> f == 0 ? SLOWEST : f).toArray();
    }

    private void lose(String loss) {
        if (!losses.contains(loss)) {
            losses.add(loss);
        }
    }

    /** Notes what no NIR neuron does; a membrane that forgets v between ticks does not miss its floor or the value it is reset to. */
    private void compare(boolean forgets) {
        if (membrane.reset() instanceof Membrane.Reset.Subtract && !forgets) {
            lose("v becomes 0 after a spike instead of v − θ");
        }
        Floor floor = Floor.of(membrane, size);
        if (floor.bounds() && !(forgets && floor.belowThreshold())) {
            lose("its floor of " + number(floor.highest()) + " is left out");
        }
        double refractory = Arrays.stream(membrane.refractory().values()).max().orElse(0);
        if (refractory > 0) {
            lose("its refractory period of " + number(refractory) + " ticks is left out");
        }
    }

    /** The floor of a membrane. */
    private record Floor(double highest, boolean belowThreshold) {
        static Floor of(Membrane membrane, int size) {
            double highest = Arrays.stream(membrane.floor().values()).max().orElseThrow();
            boolean below = IntStream.range(0, size)
                    .allMatch(
                            i -> membrane.floor().at(i) <= membrane.threshold().at(i));
            return new Floor(highest, below);
        }

        boolean bounds() {
            return highest != Double.NEGATIVE_INFINITY;
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private Neurons leaky(double[] alpha, boolean forgets) {
        NirNode node = new LIF(
                each(alpha, a -> tickSeconds / a),
                each(alpha, a -> 1 / a),
                tensor(i -> membrane.bias().at(i) / alpha[i]),
                threshold(),
                reset(),
                MetaValue.Group.EMPTY);
        return new Neurons(node, forgets ? "LIF with tau = dt" : "LIF", Optional.empty(), losses);
    }

    private Neurons integrator() {
        NirNode node = new IF(tensor(i -> 1 / tickSeconds), threshold(), reset(), MetaValue.Group.EMPTY);
        boolean biased = Arrays.stream(membrane.bias().values()).anyMatch(b -> b != 0);
        Optional<Tensor> bias = biased ? Optional.of(tensor(membrane.bias()::at)) : Optional.empty();
        return new Neurons(node, biased ? "IF with a constant input" : "IF", bias, losses);
    }

    private Neurons cuba(double[] alpha, double[] beta) {
        NirNode node = new CubaLIF(
                each(beta, b -> tickSeconds / b),
                each(alpha, a -> tickSeconds / a),
                each(alpha, a -> 1 / a),
                tensor(i -> membrane.bias().at(i) / alpha[i]),
                threshold(),
                reset(),
                each(beta, b -> 1 / b),
                MetaValue.Group.EMPTY);
        return new Neurons(node, "CubaLIF", Optional.empty(), losses);
    }

    private Tensor threshold() {
        return tensor(i -> membrane.threshold().at(i) + (fixed ? 0.5 : 0));
    }

    private Tensor reset() {
        return tensor(i -> switch (membrane.reset()) {
            case Membrane.Reset.Hard hard -> hard.value().at(i);
            case Membrane.Reset.Subtract _ -> Math.min(0, membrane.threshold().at(i));
        });
    }

    private Tensor each(double[] values, DoubleUnaryOperator function) {
        return tensor(i -> function.applyAsDouble(values[i]));
    }

    private Tensor tensor(IntToDoubleFunction value) {
        return Tensor.generate(Ints.of(size), value);
    }
}
