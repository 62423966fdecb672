package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * The spiking lowering: binary spikes, {@code Lif} neurons, small integers; for any digital chip.
 *
 * <p>A threshold interaction becomes a {@link Coincidence}, an exponential or a softmax a {@link WinnerTakeAll}, a boxcar timing
 * {@link DwellCounters}. Equal, step for step, to {@link org.mneme.model.ThreeValuedRecall}.
 */
public final class SpikingLowering implements Lowering {
    private static final String NAME = "spiking";
    private static final String GRADED = "use 'exponential' or 'threshold', or 'lowering: graded'";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lowered lower(SequenceMemory memory, LoweringOptions options) {
        requireExpressible(memory);
        boolean tempo = options.controls().contains(CodecControl.TEMPO);
        boolean dwells = tempo || memory.timing() instanceof Timing.Mixed;
        boolean lateral = options.spiking().form() == SpikingOptions.Form.LATERAL;
        SpikingHidden hidden = switch (memory.interaction()) {
            case Interaction.Threshold threshold ->
                new Coincidence(memory.features(), threshold.needed(memory.features()));
            case Interaction.Exponential _ -> winnerTakeAll(memory, options, lateral, dwells);
            case Interaction.Softmax _ -> winnerTakeAll(memory, options, lateral, dwells);
            case Interaction.Linear _ -> throw graded("a linear interaction");
            case Interaction.Polynomial _ -> throw graded("a polynomial interaction");
        };
        Latencies latencies = hidden instanceof WinnerTakeAll all ? all.latencies() : latencies(options, true, dwells);
        Optional<DwellCounters> counters = dwells
                ? Optional.of(
                        new DwellCounters(dwell(memory), memory.successors().next(), tempo))
                : Optional.empty();
        requireStates(hidden, counters, options);
        SpikingCircuit circuit = build(memory, options, hidden, latencies, counters);
        double bearable = bearable(memory, hidden, options);
        SpikingCodec codec = new SpikingCodec(
                memory.features(),
                memory.count(),
                latencies.volley(),
                latencies.period(),
                circuit.clearTicks(),
                latencies.volley() + hidden.longestAnswer(),
                counters.map(c -> c.steps().max()).orElse(1),
                options.controls());
        return new Lowered(
                NAME,
                "binary spikes, " + circuitName(hidden) + ", " + latencies.period() + " ticks a clean recall step",
                circuit.build(),
                codec,
                Optional.empty(),
                bearable,
                notes(memory, hidden, bearable));
    }

    private static void requireExpressible(SequenceMemory memory) {
        if (memory.selfCoupling() == SelfCoupling.EXCLUDED) {
            throw new CannotLowerException(
                    NAME,
                    "excluded self-coupling (a hidden unit would have to answer each feature differently)",
                    "use 'self-coupling: included', or the reference recall (--backend reference)");
        }
        if (memory.learning() == Learning.PSEUDOINVERSE) {
            throw new CannotLowerException(
                    NAME,
                    "pseudoinverse learning (its weights are real numbers, matches are counted)",
                    "use 'learning: hebbian', or 'lowering: graded'");
        }
        if (memory.patterns().mask().isPresent()) {
            throw new CannotLowerException(
                    NAME,
                    "diluted patterns (their units would have different numbers of matches)",
                    "use patterns without zeros, or 'lowering: graded'");
        }
        if (memory.timing() instanceof Timing.Mixed mixed && mixed.trace() instanceof Timing.Trace.Kernel) {
            throw new CannotLowerException(
                    NAME,
                    "a slow trace with an arbitrary kernel",
                    "use 'steps-per-pattern' (a boxcar), or the reference recall (--backend reference)");
        }
    }

    private static CannotLowerException graded(String interaction) {
        return new CannotLowerException(NAME, interaction + " (its hidden units send graded spikes)", GRADED);
    }

    private static Ints dwell(SequenceMemory memory) {
        return Ints.of(IntStream.range(0, memory.count()).map(memory::dwell).toArray());
    }

    private static WinnerTakeAll winnerTakeAll(
            SequenceMemory memory, LoweringOptions options, boolean lateral, boolean dwells) {
        Latencies latencies = latencies(options, lateral, dwells);
        if (!lateral && (latencies.reset() < 2 || latencies.stop() < 2)) {
            throw new InvalidValueException(
                    "latencies",
                    "R = " + latencies.reset() + ", Q = " + latencies.stop(),
                    "possible through an inhibitor, which takes a tick to fire: R and Q are 2 or more; or use the lateral form");
        }
        return new WinnerTakeAll(memory.features(), latencies, lateral);
    }

    /** Those asked for, or the shortest. */
    private static Latencies latencies(LoweringOptions options, boolean fast, boolean dwells) {
        int reset = fast ? 1 : 2;
        int volley = fast || dwells ? 1 : 2;
        Latencies chosen =
                options.spiking().latencies().orElseGet(() -> new Latencies(volley, dwells ? 2 : 1, reset, reset));
        if (dwells && chosen.answer() < 2) {
            throw new InvalidValueException(
                    "latencies",
                    "B = " + chosen.answer(),
                    "possible where patterns are held: a counter takes a tick to fire, so B is 2 or more");
        }
        return chosen;
    }

    private static void requireStates(SpikingHidden hidden, Optional<DwellCounters> counters, LoweringOptions options) {
        long largest =
                Math.max(hidden.largest(), counters.map(DwellCounters::largest).orElse(0L));
        if (largest >= 1L << options.stateBits() - 1) {
            throw new CannotLowerException(
                    NAME,
                    "states up to " + largest + " in " + options.stateBits() + " bits",
                    "use wider states, shorter latencies or a shorter dwell");
        }
    }

    private static SpikingCircuit build(
            SequenceMemory memory,
            LoweringOptions options,
            SpikingHidden hidden,
            Latencies latencies,
            Optional<DwellCounters> counters) {
        int p = memory.count();
        Rails rails = Rails.of(memory.patterns().plus());
        SpikingCircuit circuit = new SpikingCircuit(options, memory.features(), p, hidden.membrane());
        circuit.connect(
                "matches",
                RailsCodec.RAILS,
                RailsCodec.HIDDEN,
                rails.matches(hidden.matchWeight()),
                latencies.volley());
        hidden.addTo(circuit);
        if (counters.isPresent()) {
            boolean inhibitor = hidden instanceof WinnerTakeAll all && !all.lateral();
            counters.get().addTo(circuit, rails, latencies.answer(), inhibitor);
        } else {
            circuit.connect(
                    "next",
                    RailsCodec.HIDDEN,
                    RailsCodec.RAILS,
                    rails.votes(Optional.of(memory.successors().next()), 1),
                    latencies.answer());
        }
        // up to three votes a winner (hold, leave, next), and the cue
        circuit.silence(RailsCodec.RAILS, 3L * p + 2);
        circuit.silence(RailsCodec.HIDDEN, hidden.largest() + 1);
        if (options.controls().contains(CodecControl.GATE)) {
            GateLatch.add(circuit.graph(), RailsCodec.HIDDEN, p, hidden.largest() + 1.0);
        }
        return circuit;
    }

    private static double bearable(SequenceMemory memory, SpikingHidden hidden, LoweringOptions options) {
        int n = memory.features();
        return switch (hidden) {
            case Coincidence coincidence -> {
                // One division, so that a fraction k/N is the double that a user writes for it.
                double borne = Math.min(0.5, (n - coincidence.needed()) / (double) n);
                if (options.cueNoise() > borne) {
                    throw new CueNoiseException(options.cueNoise(), borne, "need fewer matches, or use 'exponential'");
                }
                yield borne;
            }
            case WinnerTakeAll _ -> {
                // f flips leave h = N − 2f of the cued pattern, and give another at most 2f more than it has
                int flips = (n - OverlapSurvey.of(memory.patterns()).largest() - 1) / 4;
                yield Math.min(0.5, flips / (double) n);
            }
        };
    }

    private static String circuitName(SpikingHidden hidden) {
        return switch (hidden) {
            case Coincidence _ -> "coincidence";
            case WinnerTakeAll all -> all.lateral() ? "winner-take-all by lateral inhibition" : "winner-take-all";
        };
    }

    private static List<String> notes(SequenceMemory memory, SpikingHidden hidden, double bearable) {
        List<String> notes = new ArrayList<>();
        if (hidden instanceof WinnerTakeAll) {
            notes.add("winner-take-all is the interaction at kappa → ∞: its kappa is not used");
            notes.add("a cue with up to " + Math.round(bearable * memory.features())
                    + (OverlapSurvey.looksAtAllPairs(memory.patterns())
                            ? " flipped bits is sure to be"
                            : " flipped bits is expected, from a sample of the patterns, to be")
                    + " nearest to its own pattern; more cost ticks, and may lead elsewhere");
        }
        if (memory.timing() instanceof Timing.Mixed) {
            notes.add("counters hold each pattern for its own number of steps: lambda and the symmetric interaction are"
                    + " not used");
        }
        return notes;
    }
}
