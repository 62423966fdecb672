package org.mneme.lower;

import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.model.CapacityTheory;
import org.mneme.model.Interaction;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/** The circuit that the graded lowerings of both domains share. */
record GradedCircuit(SequenceMemory memory, LoweringOptions options, NumberDomain domain) {
    private static final String HIDDEN = "hidden";
    private static final String SYMMETRIC = "hidden_S";
    private static final int LONGEST_TRACE = (Integer.MAX_VALUE - 1) / GradedCodec.PERIOD;
    private static final String ASYMMETRIC = "hidden_A";

    static void requireExpressible(String lowering, SequenceMemory memory, LoweringOptions options) {
        for (CodecControl control : options.controls()) {
            throw new CannotLowerException(
                    lowering, "a " + control.word() + " at run time", "use 'lowering: spiking' or 'stochastic'");
        }
        if (memory.selfCoupling() == SelfCoupling.EXCLUDED) {
            throw new CannotLowerException(
                    lowering,
                    "excluded self-coupling (a hidden unit would have to answer each feature differently)",
                    "use 'self-coupling: included', or the reference recall (--backend reference)");
        }
        if (memory.timing() instanceof Timing.Mixed mixed && mixed.trace() instanceof Timing.Trace.Kernel) {
            throw new CannotLowerException(
                    lowering,
                    "a slow trace with an arbitrary kernel",
                    "use 'steps-per-pattern' (a boxcar), or the reference recall (--backend reference)");
        }
        if (memory.timing() instanceof Timing.Mixed mixed
                && (memory.interaction() instanceof Interaction.Softmax
                        || mixed.symmetric() instanceof Interaction.Softmax)) {
            throw new CannotLowerException(
                    lowering,
                    "a softmax beside another term (each is divided by a sum over all hidden units)",
                    "use 'exponential', or the reference recall (--backend reference)");
        }
        if (memory.timing() instanceof Timing.Mixed mixed && steps(mixed).max() > LONGEST_TRACE) {
            throw new CannotLowerException(
                    lowering,
                    "a trace over " + steps(mixed).max() + " steps, which ends after more ticks than a delay can have",
                    "shorten the dwell to at most " + LONGEST_TRACE + " steps");
        }
    }

    /** τ of each pattern, or one for all. */
    static Ints steps(Timing.Mixed mixed) {
        return switch (mixed.trace()) {
            case Timing.Trace.Boxcar boxcar -> boxcar.steps();
            case Timing.Trace.Kernel kernel -> throw new IllegalArgumentException("refused before");
        };
    }

    static Weights.SignMatrix hebbian(SequenceMemory memory, double scale) {
        return new Weights.SignMatrix(
                memory.patterns().plus(),
                memory.patterns().mask(),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.empty(),
                scale,
                false);
    }

    private Weights rows(Optional<Ints> view) {
        return new Weights.SignMatrix(
                memory.patterns().plus(),
                memory.patterns().mask(),
                Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                view,
                1,
                false);
    }

    /** What a dwell that the theory does not promise to be exact is worth saying. */
    static List<String> timingNotes(SequenceMemory memory) {
        if (!(memory.timing() instanceof Timing.Mixed mixed)) {
            return List.of();
        }
        int degree = switch (memory.interaction()) {
            case Interaction.Linear linear -> 1;
            case Interaction.Polynomial polynomial -> polynomial.degree();
            case Interaction.Exponential exponential -> 0;
            case Interaction.Softmax softmax -> 0;
            case Interaction.Threshold threshold -> 0;
        };
        if (degree == 0) {
            return List.of();
        }
        return steps(mixed).stream()
                .distinct()
                .sorted()
                .boxed()
                .flatMap(tau -> CapacityTheory.dwellWarning(tau, mixed.lambda(), degree).stream())
                .toList();
    }

    Codec codec() {
        return new GradedCodec(memory.features(), memory.timing() instanceof Timing.Mixed ? SYMMETRIC : HIDDEN);
    }

    SpikingGraph build(
            double cueWeight, Optional<? extends Phi> symmetric, Phi asymmetric, Weights plus, Weights minus) {
        GraphBuilder graph = new GraphBuilder(options.name(), domain, options.tickSeconds())
                .population(GradedCodec.CUE, memory.features(), new Source(1))
                .population(GradedCodec.FEATURE, memory.features(), new Graded(new Phi.Sign(), false, false));
        Weights next = rows(Optional.of(memory.successors().next()));
        if (memory.timing() instanceof Timing.Mixed mixed) {
            graph.population(SYMMETRIC, memory.count(), new Graded(symmetric.orElseThrow(), false, false))
                    .population(ASYMMETRIC, memory.count(), new Graded(asymmetric, true, false))
                    .projection("phi_S", GradedCodec.FEATURE, SYMMETRIC, plus, 1)
                    .projection("phi_A", GradedCodec.FEATURE, ASYMMETRIC, plus, 1)
                    .projection("phi_A_end", GradedCodec.FEATURE, ASYMMETRIC, minus, traceEnd(steps(mixed)))
                    .projection("psi_S", SYMMETRIC, GradedCodec.FEATURE, rows(Optional.empty()), 1)
                    .projection("psi_A", ASYMMETRIC, GradedCodec.FEATURE, next, 1);
        } else {
            graph.population(HIDDEN, memory.count(), new Graded(asymmetric, false, false))
                    .projection("phi", GradedCodec.FEATURE, HIDDEN, plus, 1)
                    .projection("psi", HIDDEN, GradedCodec.FEATURE, next, 1);
        }
        return graph.projection(
                        "cue", GradedCodec.CUE, GradedCodec.FEATURE, new Weights.OneToOne(Parameter.of(cueWeight)), 1)
                .build();
    }

    private static Ints traceEnd(Ints steps) {
        return Ints.of(steps.stream().map(tau -> 1 + GradedCodec.PERIOD * tau).toArray());
    }
}
