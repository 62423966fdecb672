package org.mneme.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.Pseudoinverse;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * The graded lowering in the real domain: the same circuit with payloads of 64-bit floats, so that an interaction needs no table.
 *
 * <p>For simulation only; boards accept the fixed domain.
 */
public final class RealLowering implements Lowering {
    /** e^{−x} of the smallest normal double. */
    private static final double LARGEST_EXPONENT = 708;

    /** By how much of N the matches of a real-valued sum may miss a threshold, as in the reference recall. */
    private static final double THRESHOLD_SLACK = 1e-9;

    @Override
    public String name() {
        return "real";
    }

    @Override
    public Lowered lower(SequenceMemory memory, LoweringOptions options) {
        GradedCircuit.requireExpressible(name(), memory, options);
        GradedCircuit circuit = new GradedCircuit(memory, options, new NumberDomain.Real());
        Optional<NumberMatrix> phi = memory.learning() == Learning.PSEUDOINVERSE
                ? Optional.of(Pseudoinverse.phi(memory.patterns()))
                : Optional.empty();
        // The sum that reaches a hidden unit at overlap m = 1.
        double scale = phi.isPresent() ? 1 : memory.features();
        List<String> notes = new ArrayList<>(GradedCircuit.timingNotes(memory));
        Optional<Phi> symmetric = Optional.empty();
        Phi asymmetric;
        if (memory.timing() instanceof Timing.Mixed mixed) {
            if (phi.isPresent()) {
                notes.add("the trace of real pseudoinverse weights is exact to rounding only");
            }
            Ints steps = GradedCircuit.steps(mixed);
            symmetric = Optional.of(phi(mixed.symmetric(), memory, 1, Parameter.of(scale)));
            asymmetric = phi(
                    memory.interaction(),
                    memory,
                    mixed.lambda(),
                    Parameter.perNeuron(
                            steps.stream().mapToDouble(tau -> scale * tau).toArray()));
        } else {
            asymmetric = phi(memory.interaction(), memory, 1, Parameter.of(scale));
        }
        GradedCircuit.Cue cue = new GradedCircuit.Cue(
                4 * (double) memory.count() * Math.max(1, lambda(memory)) * largestValue(memory), 1);
        return new Lowered(
                name(),
                "graded spikes in the real domain, " + options.graded().period() + " ticks a recall step",
                circuit.build(cue, symmetric, asymmetric, weights(memory, phi, 1), weights(memory, phi, -1)),
                circuit.codec(cue),
                Optional.empty(),
                bearable(memory),
                notes);
    }

    private static double lambda(SequenceMemory memory) {
        return memory.timing() instanceof Timing.Mixed mixed ? mixed.lambda() : 1;
    }

    /** |f| of the largest argument; with the pseudoinverse a noisy overlap can exceed 1. */
    private static double largestValue(SequenceMemory memory) {
        return memory.learning() == Learning.PSEUDOINVERSE ? 1e12 : 1;
    }

    private static Phi phi(Interaction f, SequenceMemory memory, double gain, Parameter scale) {
        int n = memory.features();
        Parameter perOverlap = Parameter.perNeuron(
                Arrays.stream(scale.values()).map(s -> s / n).toArray());
        return switch (f) {
            case Interaction.Linear linear -> new Phi.Power(Parameter.of(gain), scale, 1);
            case Interaction.Polynomial polynomial -> new Phi.Power(Parameter.of(gain), scale, polynomial.degree());
            case Interaction.Exponential exponential ->
                new Phi.Exponential(Parameter.of(gain), perOverlap, exponential.kappa(), n);
            case Interaction.Softmax softmax -> new Phi.Exponential(Parameter.of(gain), perOverlap, softmax.kappa(), n);
            case Interaction.Threshold threshold -> {
                // The pseudoinverse's real sums may miss an integer by their rounding.
                double slack = memory.learning() == Learning.PSEUDOINVERSE ? THRESHOLD_SLACK * n : 0;
                double least = 2 * (threshold.needed(n) - slack) - n;
                yield new Phi.Step(
                        Parameter.of(gain),
                        Parameter.perNeuron(Arrays.stream(perOverlap.values())
                                .map(s -> least * s)
                                .toArray()));
            }
        };
    }

    private static Weights weights(SequenceMemory memory, Optional<NumberMatrix> phi, int sign) {
        if (phi.isEmpty()) {
            return GradedCircuit.hebbian(memory, sign);
        }
        NumberMatrix m = phi.get();
        if (sign > 0) {
            return new Weights.Dense(m);
        }
        double[] negated = new double[Math.multiplyExact(m.rows(), m.columns())];
        for (int i = 0; i < m.rows(); i++) {
            for (int mu = 0; mu < m.columns(); mu++) {
                negated[i * m.columns() + mu] = -m.at(i, mu);
            }
        }
        return new Weights.Dense(new NumberMatrix.Real64(m.rows(), m.columns(), negated));
    }

    private static double bearable(SequenceMemory memory) {
        Interaction met = memory.timing() instanceof Timing.Mixed mixed ? mixed.symmetric() : memory.interaction();
        double n = memory.features();
        return switch (met) {
            case Interaction.Linear linear -> 0.5;
            case Interaction.Polynomial polynomial -> 0.5;
            case Interaction.Exponential exponential -> Math.min(0.5, LARGEST_EXPONENT / (2 * exponential.kappa() * n));
            case Interaction.Softmax softmax -> Math.min(0.5, LARGEST_EXPONENT / (2 * softmax.kappa() * n));
            case Interaction.Threshold threshold -> Math.min(0.5, (n - threshold.needed(memory.features())) / n);
        };
    }
}
