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
 * {@link DwellCounters}. Equal, step for step, to {@link org.mneme.model.ThreeValuedRecall}; with votes by
 * {@link SpikingOptions.Votes#ANY}, which a target that does not add inputs of both signs needs, as long as one unit wins a step.
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
        boolean dwells = dwells(memory, options);
        boolean lateral = options.spiking().form() == SpikingOptions.Form.LATERAL;
        requireSums(memory, options, dwells);
        SpikingHidden hidden = switch (memory.interaction()) {
            case Interaction.Threshold threshold ->
                new Coincidence(memory.features(), threshold.needed(memory.features()));
            case Interaction.Exponential _ -> winnerTakeAll(memory, options, lateral, dwells);
            case Interaction.Softmax _ -> winnerTakeAll(memory, options, lateral, dwells);
            case Interaction.Linear _ -> throw graded("a linear interaction");
            case Interaction.Polynomial _ -> throw graded("a polynomial interaction");
        };
        Latencies latencies = latencies(memory, options);
        Optional<DwellCounters> counters = dwells
                ? Optional.of(new DwellCounters(
                        dwell(memory),
                        memory.successors().next(),
                        tempo,
                        options.abilities().board()))
                : Optional.empty();
        requireStates(hidden, counters, options);
        SpikingCircuit circuit = build(memory, options, hidden, latencies, counters);
        double bearable = bearable(memory, hidden, options);
        SpikingCodec clearable = new SpikingCodec(
                memory.features(),
                memory.count(),
                latencies.volley(),
                latencies.period(),
                circuit.clearing(),
                latencies.volley() + hidden.longestAnswer(),
                counters.map(c -> c.steps().max()).orElse(1),
                options.controls());
        return new Lowered(
                NAME,
                "binary spikes, " + circuitName(hidden) + (any(options) ? ", rails by OR, " : ", ") + latencies.period()
                        + " ticks a clean recall step",
                circuit.build(),
                options.abilities().signedSums() ? clearable : new OrCodec(clearable),
                Optional.empty(),
                bearable,
                notes(memory, hidden, bearable, options));
    }

    /** Whether a rail fires where any winner is for it. */
    private static boolean any(LoweringOptions options) {
        return options.spiking().votes() == SpikingOptions.Votes.ANY
                || !options.abilities().signedSums();
    }

    /** Refuses what takes a sum of both signs where there is none. */
    private static void requireSums(SequenceMemory memory, LoweringOptions options, boolean dwells) {
        if (dwells && any(options)) {
            throw new CannotLowerException(
                    NAME,
                    "a dwell with votes by OR (a counter takes a vote back, which takes a sum of both signs)",
                    "leave out the timing and the tempo, or use fewer patterns or another target");
        }
        if (options.abilities().signedSums()) {
            return;
        }
        String target = "target " + options.abilities().target();
        if (!(memory.interaction() instanceof Interaction.Threshold)) {
            throw new CannotLowerException(
                    NAME,
                    "winner-take-all on " + target + ", which does not add inputs of both signs",
                    "use a 'threshold' interaction");
        }
        if (!options.controls().isEmpty()) {
            throw new CannotLowerException(
                    NAME,
                    "gates or a tempo on " + target + ", which does not add inputs of both signs",
                    "leave them out, or use another target");
        }
    }

    /**
     * Says whether counters hold patterns: where each is to be held for some steps, or for as long as a tempo says.
     *
     * @param memory the memory
     * @param options the controls among them
     * @return whether the circuit has counters
     */
    public static boolean dwells(SequenceMemory memory, LoweringOptions options) {
        return options.controls().contains(CodecControl.TEMPO) || memory.timing() instanceof Timing.Mixed;
    }

    /**
     * Returns the latencies that a memory is lowered with: those asked for, or the shortest.
     *
     * @param memory the memory
     * @param options the form among them
     * @return A, B, R, Q
     * @throws InvalidValueException if those asked for are too short where patterns are held
     */
    public static Latencies latencies(SequenceMemory memory, LoweringOptions options) {
        boolean fast = memory.interaction() instanceof Interaction.Threshold
                || options.spiking().form() == SpikingOptions.Form.LATERAL;
        return latencies(options, fast, dwells(memory, options));
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
        return new WinnerTakeAll(memory.features(), latencies, lateral, dwells);
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
        // up to three votes a winner (hold, leave, next), or one, and the cue
        long railsStop = (counters.isPresent() ? 3L : 1L) * p + 2;
        long strongest = Math.max(
                Math.max(railsStop, hidden.largest() + 1),
                Math.max(
                        2L * memory.features() + 2,
                        counters.map(DwellCounters::largest).orElse(0L)));
        SpikingCircuit circuit =
                new SpikingCircuit(options, memory.features(), p, hidden.membrane(), Math.max(strongest, p + 1));
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
                    any(options)
                            ? rails.votesFor(memory.successors().next())
                            : rails.votes(Optional.of(memory.successors().next()), 1),
                    latencies.answer());
        }
        circuit.silence(RailsCodec.RAILS, railsStop);
        circuit.silence(RailsCodec.HIDDEN, hidden.largest() + 1);
        if (options.controls().contains(CodecControl.GATE)) {
            GateLatch.add(circuit.graph(), RailsCodec.HIDDEN, p, (double)
                    -Strengths.atLeast(circuit.board(), -hidden.largest() - 1));
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

    private static List<String> notes(
            SequenceMemory memory, SpikingHidden hidden, double bearable, LoweringOptions options) {
        List<String> notes = new ArrayList<>();
        if (any(options)) {
            notes.add(
                    "a feature on which winners of one step disagree spikes on both rails: it is decoded as unknown, and"
                            + " counts as a match for every pattern");
        }
        if (!options.abilities().signedSums()) {
            notes.add("a recall cannot be silenced, so each run takes one cue");
        }
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
