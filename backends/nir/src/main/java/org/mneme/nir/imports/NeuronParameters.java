package org.mneme.nir.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

/** The element-wise parameters of a node, by the names that files give them. */
final class NeuronParameters {
    private NeuronParameters() {}

    /** Whether the node has a state, or decides to spike: whether it becomes a population. */
    static boolean isNeuron(NirNode node) {
        return switch (node) {
            case CubaLI _, CubaLIF _, I _, IF _, LI _, LIF _, Threshold _ -> true;
            case Affine _, AvgPool2d _, Conv1d _, Conv2d _, Delay _, Flatten _, Input _, Linear _, NirGraph _ -> false;
            case Output _, Scale _, SumPool2d _ -> false;
        };
    }

    /** Empty for nodes whose parameters are not element by element. */
    static SequencedMap<String, Tensor> of(NirNode node) {
        SequencedMap<String, Tensor> found = new LinkedHashMap<>();
        switch (node) {
            case LIF n -> {
                found.put("tau", n.tau());
                found.put("r", n.r());
                found.put("v_leak", n.vLeak());
                found.put("v_threshold", n.vThreshold());
                found.put("v_reset", n.vReset());
            }
            case CubaLIF n -> {
                found.put("tau_syn", n.tauSyn());
                found.put("tau_mem", n.tauMem());
                found.put("r", n.r());
                found.put("v_leak", n.vLeak());
                found.put("v_threshold", n.vThreshold());
                found.put("v_reset", n.vReset());
                found.put("w_in", n.wIn());
            }
            case IF n -> {
                found.put("r", n.r());
                found.put("v_threshold", n.vThreshold());
                found.put("v_reset", n.vReset());
            }
            case LI n -> {
                found.put("tau", n.tau());
                found.put("r", n.r());
                found.put("v_leak", n.vLeak());
            }
            case CubaLI n -> {
                found.put("tau_syn", n.tauSyn());
                found.put("tau_mem", n.tauMem());
                found.put("r", n.r());
                found.put("v_leak", n.vLeak());
                found.put("w_in", n.wIn());
            }
            case I n -> found.put("r", n.r());
            case Threshold n -> found.put("threshold", n.threshold());
            case Scale n -> found.put("scale", n.scale());
            case Delay n -> found.put("delay", n.delay());
            case Affine _, AvgPool2d _, Conv1d _, Conv2d _, Flatten _, Input _, Linear _, NirGraph _, Output _ -> {}
            case SumPool2d _ -> {}
        }
        return found;
    }

    /** The shape that all parameters of a node fit; empty where it has none. */
    static Optional<Ints> shape(String name, NirNode node) {
        List<String> names = List.copyOf(of(node).sequencedKeySet());
        Optional<Ints> shape = Optional.empty();
        for (String parameter : names) {
            Ints own = of(node).getOrDefault(parameter, Tensor.scalar(0)).shape();
            Ints before = shape.orElse(own);
            shape = Optional.of(Broadcast.together(before, own)
                    .orElseThrow(() -> new NodeParameterException(
                            name,
                            node.type(),
                            parameter,
                            "has the shape " + own + ", which does not fit the " + before + " of "
                                    + names.getFirst())));
        }
        return shape;
    }

    /** The finite numbers of one parameter, one an element of the node. */
    static double[] values(String name, NirNode node, String parameter, Ints shape) {
        Tensor tensor = of(node).getOrDefault(parameter, Tensor.scalar(0));
        double[] values = Broadcast.spread(tensor, shape);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new NodeParameterException(
                        name, node.type(), parameter, "of neuron " + i + " is " + values[i] + ", not a finite number");
            }
        }
        return values;
    }

    /** One number where all are equal. */
    static double[] shared(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]) ? new double[] {values[0]} : values;
    }
}
