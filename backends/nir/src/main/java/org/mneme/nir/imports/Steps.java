package org.mneme.nir.imports;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Tensor;

/** Time constants in steps of Euler's method. */
final class Steps {
    private final FlatGraph graph;
    private final double tickSeconds;

    Steps(FlatGraph graph, double tickSeconds) {
        this.graph = graph;
        this.tickSeconds = tickSeconds;
    }

    double tickSeconds() {
        return tickSeconds;
    }

    /**
     * α = dt/τ of each element, in 0…1; exactly 1 where both are the same number in single precision, as files often hold.
     *
     * @throws UnstableStepException if an α is above 1
     */
    double[] of(String name, NirNode node, String parameter, Ints shape) {
        double[] taus = NeuronParameters.values(name, node, parameter, shape);
        double[] steps = new double[taus.length];
        for (int i = 0; i < steps.length; i++) {
            if (!(taus[i] > 0)) {
                throw new NodeParameterException(
                        name, node.type(), parameter, "of neuron " + i + " is " + taus[i] + " s, not above 0 s");
            }
            steps[i] = (float) taus[i] == (float) tickSeconds ? 1 : tickSeconds / taus[i];
            if (steps[i] > 1) {
                double shortest = DoubleStream.of(taus).min().orElseThrow();
                throw new UnstableStepException(
                        name,
                        node.type(),
                        parameter,
                        tickSeconds,
                        shortest,
                        shortest().orElse(shortest));
            }
        }
        return steps;
    }

    /** The shortest time constant of the whole graph. */
    private OptionalDouble shortest() {
        return graph.nodes().values().stream()
                .flatMap(Steps::timeConstants)
                .flatMapToDouble(tensor -> DoubleStream.of(tensor.values()))
                .filter(tau -> tau > 0)
                .min();
    }

    private static Stream<Tensor> timeConstants(NirNode node) {
        return NeuronParameters.of(node).entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("tau"))
                .map(Map.Entry::getValue);
    }
}
