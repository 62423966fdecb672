package org.mneme.lower;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        if (memory.timing() instanceof Timing.Mixed mixed && steps(mixed).max() > longestTrace(options)) {
            throw new CannotLowerException(
                    lowering,
                    "a trace over " + steps(mixed).max() + " steps, which ends after more ticks than a delay can have",
                    "shorten the dwell to at most " + longestTrace(options) + " steps");
        }
    }

    private static int longestTrace(LoweringOptions options) {
        return (Integer.MAX_VALUE - options.graded().overlaps())
                / options.graded().period();
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

    Codec codec(Cue cue) {
        return new GradedCodec(
                memory.features(),
                memory.timing() instanceof Timing.Mixed ? SYMMETRIC : HIDDEN,
                options.graded().overlaps(),
                options.graded().period(),
                cue.payload());
    }

    /**
     * How a cue outweighs what hidden units can send at once, so that a further cue replaces the state.
     *
     * @param weight of its synapses
     * @param payload of its spikes
     */
    record Cue(double weight, long payload) {
        /** A cue of at least a strength: by its weight alone where the target's synapses hold it, else by payloads too. */
        static Cue of(double strength, LoweringOptions options) {
            OptionalLong heaviest = Strengths.largest(options.abilities().board());
            if (heaviest.isEmpty()) {
                return new Cue(strength, 1);
            }
            long weight = (long) Math.min(strength, (double) heaviest.getAsLong());
            long held = Strengths.atLeast(options.abilities().board(), weight);
            return new Cue((double) held, (long) Math.ceil(strength / (double) held));
        }
    }

    SpikingGraph build(Cue cue, Optional<? extends Phi> symmetric, Phi asymmetric, Weights plus, Weights minus) {
        GraphBuilder graph = new GraphBuilder(options.name(), domain, options.tickSeconds())
                .population(GradedCodec.CUE, memory.features(), new Source(cue.payload()))
                .population(GradedCodec.FEATURE, memory.features(), new Graded(new Phi.Sign(), false, false));
        int in = options.graded().overlaps();
        int out = options.graded().votes();
        Weights next = rows(Optional.of(memory.successors().next()));
        if (memory.timing() instanceof Timing.Mixed mixed) {
            graph.population(SYMMETRIC, memory.count(), new Graded(symmetric.orElseThrow(), false, false))
                    .population(ASYMMETRIC, memory.count(), new Graded(asymmetric, true, false))
                    .projection("phi_S", GradedCodec.FEATURE, SYMMETRIC, plus, in)
                    .projection("phi_A", GradedCodec.FEATURE, ASYMMETRIC, plus, in)
                    .projection("phi_A_end", GradedCodec.FEATURE, ASYMMETRIC, minus, traceEnd(steps(mixed)))
                    .projection("psi_S", SYMMETRIC, GradedCodec.FEATURE, rows(Optional.empty()), out)
                    .projection("psi_A", ASYMMETRIC, GradedCodec.FEATURE, next, out);
        } else {
            graph.population(HIDDEN, memory.count(), new Graded(asymmetric, false, false))
                    .projection("phi", GradedCodec.FEATURE, HIDDEN, plus, in)
                    .projection("psi", HIDDEN, GradedCodec.FEATURE, next, out);
        }
        return graph.projection(
                        "cue",
                        GradedCodec.CUE,
                        GradedCodec.FEATURE,
                        new Weights.OneToOne(Parameter.of(cue.weight())),
                        1)
                .build();
    }

    private Ints traceEnd(Ints steps) {
        GradedDelays delays = options.graded();
        return Ints.of(steps.stream()
                .map(tau -> delays.overlaps() + delays.period() * tau)
                .toArray());
    }
}
