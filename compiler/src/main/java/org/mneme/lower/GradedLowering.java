package org.mneme.lower;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.Pseudoinverse;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Tabulation;
import org.mneme.model.Timing;

/**
 * The graded lowering in the fixed domain: signed graded spikes, two ticks a recall step, or more where boards need relays.
 *
 * <p>{@code feature} = Graded(sign), {@code hidden} = Graded(table); Φ and Ψ at {@link GradedDelays}. Equal, step for step, to the reference recall with the same
 * table and self-coupling included. For MixedNet the slow trace is an integrator {@code hidden_A} fed +Φ at delay 1 and −Φ at delay 1 + 2τ, 2 the period.
 */
public final class GradedLowering implements Lowering {
    @Override
    public String name() {
        return "graded";
    }

    @Override
    public Lowered lower(SequenceMemory memory, LoweringOptions options) {
        GradedCircuit.requireExpressible(name(), memory, options);
        Optional<QuantizedWeights> quantized = memory.learning() == Learning.PSEUDOINVERSE
                ? Optional.of(QuantizedWeights.of(
                        Pseudoinverse.phi(memory.patterns()),
                        longestTrace(memory),
                        Strengths.largest(options.abilities().board()).orElse(Short.MAX_VALUE)))
                : Optional.empty();
        List<String> notes = new ArrayList<>();
        Sums sums = new Sums(
                memory.features(),
                quantized.map(QuantizedWeights::scale).orElse((double) memory.features()),
                quantized.map(QuantizedWeights::largest).orElse((long) memory.features()));
        Tabulated tables = memory.timing() instanceof Timing.Mixed mixed
                ? mixedTables(memory, mixed, options, sums)
                : plainTables(memory, options, sums, notes);
        double bearable = Tables.bearableNoise(tables.cued(), cleanSum(memory, sums))
                .orElseThrow(() -> new CannotLowerException(
                        name(),
                        "patterns whose own hidden unit sends payload 0 of " + options.payloadBits() + " bits",
                        "use more payload bits, a smaller kappa, lambda or threshold, or 'lowering: real'"));
        if (options.cueNoise() > bearable) {
            throw new CueNoiseException(
                    options.cueNoise(), bearable, "use a smaller kappa, a polynomial, or 'lowering: real'");
        }
        GradedCircuit circuit = new GradedCircuit(memory, options, new NumberDomain.Fixed(options.stateBits()));
        GradedCircuit.Cue cue = GradedCircuit.Cue.of(
                1
                        + (double) options.maxPayload()
                                * memory.count()
                                * (tables.symmetric().isPresent() ? 2 : 1),
                options);
        Phi asymmetric = new Phi.Table(tables.asymmetric(), tables.choice());
        notes.addAll(GradedCircuit.timingNotes(memory));
        return new Lowered(
                name(),
                "graded spikes of " + options.payloadBits() + " bits, "
                        + options.graded().period() + " ticks a recall step",
                circuit.build(
                        cue,
                        tables.symmetric().map(Phi.Table::of),
                        asymmetric,
                        phi(memory, quantized, false),
                        phi(memory, quantized, true)),
                circuit.codec(cue),
                Optional.of(new Tabulation(
                        tables.symmetric(),
                        tables.asymmetric(),
                        tables.choice(),
                        quantized.map(QuantizedWeights::plus),
                        options.payloadBits())),
                bearable,
                notes);
    }

    /** The sum at a stored pattern: for diluted ones their overlap with themselves, the least of all that are not 0. */
    private static double cleanSum(SequenceMemory memory, Sums sums) {
        if (memory.patterns().mask().isEmpty() || memory.learning() == Learning.PSEUDOINVERSE) {
            return sums.scale();
        }
        BitMatrix mask = memory.patterns().mask().get();
        return IntStream.range(0, mask.rows())
                .map(mask::bitCount)
                .filter(known -> known > 0)
                .min()
                .orElse(memory.features());
    }

    private static int longestTrace(SequenceMemory memory) {
        return memory.timing() instanceof Timing.Mixed mixed
                ? GradedCircuit.steps(mixed).max()
                : 1;
    }

    /** The integer sums that reach a hidden unit: x = scale · m, never beyond ±largest. */
    private record Sums(int features, double scale, long largest) {}

    private record Tabulated(Optional<IntTable> symmetric, List<IntTable> asymmetric, Ints choice) {
        /** The table that a cue meets first. */
        IntTable cued() {
            return symmetric.orElseGet(asymmetric::getFirst);
        }
    }

    private static Tabulated plainTables(
            SequenceMemory memory, LoweringOptions options, Sums sums, List<String> notes) {
        double anchor = anchor(memory, notes);
        IntTable table = Tables.of(
                memory.interaction(),
                new Tables.Shape(
                        sums.features(), sums.scale(), sums.largest(), gain(memory.interaction(), options), anchor));
        return new Tabulated(Optional.empty(), List.of(table), Ints.of(0));
    }

    /** f_S and f_A share the scale M / max(1, λ); λ is inside f_A's tables, one for each distinct τ. */
    private static Tabulated mixedTables(
            SequenceMemory memory, Timing.Mixed mixed, LoweringOptions options, Sums sums) {
        BigDecimal lambda = BigDecimal.valueOf(mixed.lambda());
        BigDecimal shared =
                BigDecimal.valueOf(options.maxPayload()).divide(lambda.max(BigDecimal.ONE), MathContext.DECIMAL128);
        double n = sums.features();
        IntTable symmetric = Tables.of(
                mixed.symmetric(), new Tables.Shape(sums.features(), sums.scale(), sums.largest(), shared, n));
        Ints steps = GradedCircuit.steps(mixed);
        Map<Integer, Integer> index = new LinkedHashMap<>();
        List<IntTable> tables = new ArrayList<>();
        int[] choice = new int[steps.length()];
        for (int mu = 0; mu < choice.length; mu++) {
            int tau = steps.at(mu);
            choice[mu] = index.computeIfAbsent(tau, t -> {
                long largest = Math.multiplyExact(sums.largest(), (long) t);
                if (largest >= 1L << options.stateBits() - 1 || largest > 1L << 26) {
                    throw new CannotLowerException(
                            "graded",
                            "a trace over " + t + " steps of sums up to " + sums.largest(),
                            "shorten the dwell");
                }
                tables.add(Tables.of(
                        memory.interaction(),
                        new Tables.Shape(sums.features(), sums.scale() * t, largest, shared.multiply(lambda), n)));
                return tables.size() - 1;
            });
        }
        return new Tabulated(Optional.of(symmetric), tables, Ints.of(choice));
    }

    private static BigDecimal gain(Interaction f, LoweringOptions options) {
        return f instanceof Interaction.Threshold ? BigDecimal.ONE : BigDecimal.valueOf(options.maxPayload());
    }

    /** c: the overlap at which an exponential reaches its largest payload, above every competitor of a clean pattern. */
    private static double anchor(SequenceMemory memory, List<String> notes) {
        double kappa = switch (memory.interaction()) {
            case Interaction.Exponential exponential -> exponential.kappa();
            case Interaction.Softmax softmax -> softmax.kappa();
            case Interaction.Linear linear -> 0;
            case Interaction.Polynomial polynomial -> 0;
            case Interaction.Threshold threshold -> 0;
        };
        if (kappa == 0 || memory.learning() == Learning.PSEUDOINVERSE) {
            return memory.features();
        }
        OverlapSurvey survey = OverlapSurvey.of(memory.patterns());
        notes.add("largest overlap of different patterns: " + survey.largest() + " of " + memory.features()
                + (survey.exact() ? "" : " (sampled)"));
        return Math.min(memory.features(), survey.largest() + 8 / kappa);
    }

    private static Weights phi(SequenceMemory memory, Optional<QuantizedWeights> quantized, boolean negative) {
        if (quantized.isPresent()) {
            NumberMatrix values =
                    negative ? quantized.get().minus() : quantized.get().plus();
            return new Weights.Dense(values);
        }
        return GradedCircuit.hebbian(memory, negative ? -1 : 1);
    }
}
