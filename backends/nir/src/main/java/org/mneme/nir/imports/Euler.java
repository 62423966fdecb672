package org.mneme.nir.imports;

import java.util.Arrays;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Affine;
import org.mneme.nir.graph.AvgPool2d;
import org.mneme.nir.graph.Conv1d;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.CubaLI;
import org.mneme.nir.graph.CubaLIF;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Flatten;
import org.mneme.nir.graph.I;
import org.mneme.nir.graph.IF;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.LI;
import org.mneme.nir.graph.LIF;
import org.mneme.nir.graph.Linear;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.graph.Threshold;

/**
 * The forward Euler step of one neuron node. With α = dt/τ_mem, β = dt/τ_syn and x the sum of what arrives at a tick, where a spike
 * counts 1:
 *
 * <pre>
 * LIF, LI          v += α (v_leak − v + r x)
 * IF, I            v += dt r x
 * CubaLIF, CubaLI  i += β (w_in x − i), then v += α (v_leak − v + r i) with the new i
 * Threshold        v  = x
 * </pre>
 *
 * <p>LIF, IF, CubaLIF and Threshold spike iff v &gt; v_threshold, strictly, and v is then v_reset. All states start at 0.
 */
final class Euler {
    private final String name;
    private final NirNode node;
    private final Ints shape;
    private final Steps steps;
    private final double[] one;
    private final double[] zero;
    private final double[] never;

    private Euler(String name, NirNode node, Ints shape, Steps steps) {
        this.name = name;
        this.node = node;
        this.shape = shape;
        this.steps = steps;
        this.one = ElementWise.filled(Tensor.size(shape), 1);
        this.zero = new double[one.length];
        this.never = ElementWise.filled(one.length, Dynamics.NEVER);
    }

    static Dynamics of(String name, NirNode node, Ints shape, Steps steps) {
        return new Euler(name, node, shape, steps).dynamics();
    }

    /** Whether the node's output is its state at every tick, not spikes. */
    static boolean sendsState(NirNode node) {
        return node instanceof LI || node instanceof CubaLI || node instanceof I;
    }

    private Dynamics dynamics() {
        return switch (node) {
            case LIF _ -> leaky(one, one, "tau", of("v_threshold"), reset());
            case LI _ -> leaky(one, one, "tau", never, zero);
            case CubaLIF _ -> current(of("v_threshold"), reset());
            case CubaLI _ -> current(never, zero);
            case IF _ -> integrating(of("v_threshold"), reset());
            case I _ -> integrating(never, zero);
            case Threshold _ -> {
                double[] threshold = of("threshold");
                double[] reset =
                        Arrays.stream(threshold).map(t -> Math.min(0, t)).toArray();
                yield new Dynamics(one, one, one, one, zero, threshold, reset);
            }
            case Affine _, AvgPool2d _, Conv1d _, Conv2d _, Delay _, Flatten _, Input _, Linear _, NirGraph _ ->
                throw new IllegalArgumentException(name + " is no neuron");
            case Output _, Scale _, SumPool2d _ -> throw new IllegalArgumentException(name + " is no neuron");
        };
    }

    private Dynamics leaky(double[] beta, double[] input, String tau, double[] threshold, double[] reset) {
        double[] alpha = steps.of(name, node, tau, shape);
        double[] gain = ElementWise.times(alpha, of("r"));
        double[] drive = ElementWise.times(alpha, of("v_leak"));
        return new Dynamics(beta, input, alpha, gain, drive, threshold, reset);
    }

    private Dynamics current(double[] threshold, double[] reset) {
        double[] beta = steps.of(name, node, "tau_syn", shape);
        return leaky(beta, ElementWise.times(beta, of("w_in")), "tau_mem", threshold, reset);
    }

    private Dynamics integrating(double[] threshold, double[] reset) {
        double[] gain = ElementWise.times(steps.tickSeconds(), of("r"));
        return new Dynamics(one, one, zero, gain, zero, threshold, reset);
    }

    private double[] of(String parameter) {
        return NeuronParameters.values(name, node, parameter, shape);
    }

    private double[] reset() {
        double[] reset = of("v_reset");
        double[] threshold = of("v_threshold");
        for (int i = 0; i < reset.length; i++) {
            if (reset[i] > threshold[i]) {
                throw new NodeParameterException(
                        name,
                        node.type(),
                        "v_reset",
                        "of neuron " + i + " is " + reset[i] + ", above its v_threshold " + threshold[i]
                                + ", so that it would spike at every tick; lower it");
            }
        }
        return reset;
    }
}
