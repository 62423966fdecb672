package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * The biological form, in the fixed domain: hidden units escape at random with rate e^{κh}, so that the winner is drawn from softmax(κh); it
 * inhibits all others and switches the features to its successor, which they hold, spiking each tick, until the next winner
 * (docs/concepts/lowering.md).
 */
public final class StochasticLowering implements Lowering {
    static final String NAME = "stochastic";

    private static final double LONGEST_STEP = 1 << 22;
    private static final double UNEVEN = 1.5;
    /** A loss of κ worth telling. */
    private static final double SEEN = 0.01;

    /** A rail fires from one spike of its own, of a winner, or of a cue. */
    private static final int RAIL_THRESHOLD = 100;

    private static final int RAIL_DRIVE = RAIL_THRESHOLD + 1;
    private static final int RAIL_STOP = 100 * RAIL_DRIVE;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lowered lower(SequenceMemory memory, LoweringOptions options) {
        double kappa = requireExpressible(memory);
        StochasticScale scale = StochasticScale.of(memory, kappa, options);
        double bearable = bearable(scale);
        if (options.cueNoise() > bearable) {
            throw new CannotLowerException(
                    NAME,
                    String.format(Locale.ROOT, "cue noise %.3f (it bears %.3f)", options.cueNoise(), bearable),
                    "use a smaller kappa, or the spiking lowering");
        }
        StochasticRates rates = StochasticRates.of(memory.patterns(), scale);
        StochasticDwell dwell = new StochasticDwell(scale, rates.largest());
        double ticks = options.stochastic().stepSeconds() / options.tickSeconds();
        long theta = theta(dwell, rates, ticks, options);
        StochasticTempo tempo = StochasticTempo.of(dwell, theta, rates.harmonic());
        return new Lowered(
                NAME,
                String.format(
                        Locale.ROOT,
                        "hidden units that fire at random, a recall step every %s s on average",
                        options.stochastic().stepSeconds()),
                build(memory, options, dwell, theta, tempo),
                new StochasticCodec(
                        memory.features(),
                        memory.count(),
                        (int) Math.max(1, Math.round(ticks)),
                        options.controls(),
                        tempo.codec()),
                Optional.empty(),
                bearable,
                notes(dwell, rates, theta, options));
    }

    /** Returns κ. */
    private static double requireExpressible(SequenceMemory memory) {
        if (memory.selfCoupling() == SelfCoupling.EXCLUDED) {
            throw refused("excluded self-coupling", "use 'self-coupling: included'");
        }
        if (memory.learning() == Learning.PSEUDOINVERSE) {
            throw refused("the pseudoinverse (its weights are not signs)", "use hebbian learning");
        }
        if (memory.timing() instanceof Timing.Mixed) {
            throw refused(
                    "a timing (its dwell times are random, of one mean)", "leave 'timing' out and set the mean step");
        }
        return switch (memory.interaction()) {
            case Interaction.Exponential exponential -> exponential.kappa();
            case Interaction.Softmax softmax -> softmax.kappa();
            case Interaction.Linear _ -> throw interaction("a linear");
            case Interaction.Polynomial _ -> throw interaction("a polynomial");
            case Interaction.Threshold _ -> throw interaction("a threshold");
        };
    }

    private static CannotLowerException interaction(String name) {
        return refused(name + " interaction (rates are exponential in the overlap)", "use 'exponential' or 'softmax'");
    }

    private static CannotLowerException refused(String reason, String fix) {
        return new CannotLowerException(NAME, reason, fix);
    }

    private static long theta(StochasticDwell dwell, StochasticRates rates, double ticks, LoweringOptions options) {
        double seconds = options.stochastic().stepSeconds();
        if (ticks > LONGEST_STEP) {
            throw refused("a mean step of " + seconds + " s, more than 2^22 ticks", "use longer ticks");
        }
        long theta = dwell.threshold(ticks, rates.harmonic());
        if (theta < 0) {
            throw refused(
                    String.format(
                            Locale.ROOT,
                            "a mean step of %s s in ticks of %s s (hidden units would fire above %s a tick in all, and win together)",
                            seconds,
                            options.tickSeconds(),
                            StochasticScale.LARGEST_RATE),
                    String.format(
                            Locale.ROOT,
                            "use a step of at least %.4f s, or shorter ticks",
                            Math.ceil(dwell.meanTicks(0, 0, rates.harmonic()) * options.tickSeconds() * 1e4 + 1)
                                    / 1e4));
        }
        return theta;
    }

    private static double bearable(StochasticScale scale) {
        double nats = StochasticScale.DEPTH - StochasticScale.HEADROOM + scale.rampNats();
        return Math.min(0.5, nats / (2 * scale.kappa() * scale.full()));
    }

    private static List<String> notes(
            StochasticDwell dwell, StochasticRates rates, long theta, LoweringOptions options) {
        List<String> notes = new ArrayList<>();
        double tick = options.tickSeconds();
        double rate = StochasticScale.LARGEST_RATE
                * StrictMath.exp(-theta / dwell.scale().unit());
        notes.add(String.format(
                Locale.ROOT,
                "winners are drawn at random from softmax(kappa h); together hidden units fire %.4f times a tick at most",
                rate));
        if (dwell.kappaLoss(rate) > SEEN) {
            notes.add(String.format(
                    Locale.ROOT,
                    "hidden units recover slowly, so winners are drawn as with a kappa %.1f %% lower; a shorter hidden time constant, or a longer mean step, helps",
                    100 * dwell.kappaLoss(rate)));
        }
        double slowest = dwell.meanTicks(0, theta, rates.smallest()) * tick;
        double fastest = dwell.meanTicks(0, theta, rates.largest()) * tick;
        if (slowest > UNEVEN * fastest) {
            notes.add(String.format(
                    Locale.ROOT,
                    "patterns differ in how many others resemble them: mean steps are %.3g to %.3g s",
                    fastest,
                    slowest));
        }
        return notes;
    }

    private static SpikingGraph build(
            SequenceMemory memory, LoweringOptions options, StochasticDwell dwell, long theta, StochasticTempo tempo) {
        StochasticScale scale = dwell.scale();
        StochasticPatterns patterns = StochasticPatterns.of(memory);
        int rails = 2 * memory.features();
        long inhibition = scale.inhibition();
        StochasticRamp ramp = StochasticRamp.of(
                scale, options.stochastic().stepSeconds() / options.tickSeconds(), options.stateBits());
        int leak = StochasticScale.decay(
                options.tickSeconds(), options.stochastic().featureSeconds());
        GraphBuilder graph = new GraphBuilder(
                        options.name(), new NumberDomain.Fixed(options.stateBits()), options.tickSeconds())
                .population(RailsCodec.CUE, rails, new Source(1))
                .population(RailsCodec.CLEAR, 1, new Source(1))
                .population(RailsCodec.RAILS, rails, new Lif(rail(leak)))
                .population(
                        RailsCodec.HIDDEN,
                        memory.count(),
                        new Escape(hidden(scale, theta), new Escape.Hazard.Table(dwell.table())))
                .projection("cue", RailsCodec.CUE, RailsCodec.RAILS, each(RAIL_DRIVE), 1)
                .projection("clear_rails", RailsCodec.CLEAR, RailsCodec.RAILS, stop(RAIL_STOP), 1)
                .projection("clear_hidden", RailsCodec.CLEAR, RailsCodec.HIDDEN, stop(inhibition), 1)
                .projection("hold", RailsCodec.RAILS, RailsCodec.RAILS, each(RAIL_DRIVE), 1)
                .projection(
                        "phi",
                        RailsCodec.RAILS,
                        RailsCodec.HIDDEN,
                        patterns.overlaps((double) scale.overlapWeight()),
                        1)
                .projection("psi", RailsCodec.HIDDEN, RailsCodec.RAILS, patterns.successors(RAIL_DRIVE), 1)
                .projection("inhibition", RailsCodec.HIDDEN, RailsCodec.HIDDEN, stop(inhibition), 1);
        if (scale.presenceWeight() > 0) {
            graph.projection(
                    "presence",
                    RailsCodec.RAILS,
                    RailsCodec.HIDDEN,
                    new Weights.Uniform((double) scale.presenceWeight()),
                    1);
        }
        patterns.ends(RAIL_STOP).ifPresent(end -> graph.projection("end", RailsCodec.HIDDEN, RailsCodec.RAILS, end, 1));
        ramp.add(graph, RailsCodec.RAILS, rails, RailsCodec.HIDDEN, scale.natWeight());
        long halt = ramp.inhibition(memory.features());
        graph.projection("clear_ramp", RailsCodec.CLEAR, StochasticRamp.RAMP, stop(halt), 1)
                .projection("ramp_reset", RailsCodec.HIDDEN, StochasticRamp.RAMP, stop(halt), 1);
        if (options.controls().contains(CodecControl.GATE)) {
            GateLatch.add(graph, RailsCodec.HIDDEN, memory.count(), (double) inhibition);
        }
        if (options.controls().contains(CodecControl.TEMPO)) {
            tempo.add(graph, RailsCodec.HIDDEN, memory.count(), inhibition);
            tempo.holdRamp(graph, StochasticRamp.RAMP, ramp.length(), halt);
        }
        return graph.build();
    }

    /**
     * Reset to its threshold, a rail that has spiked spikes again from its own spike, for as long as no winner stops it; what is then left
     * of v leaks with τ_v.
     */
    private static Membrane rail(int leak) {
        return new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(leak),
                Parameter.of(0),
                Parameter.of(RAIL_THRESHOLD),
                new Membrane.Reset.Hard(Parameter.of(RAIL_THRESHOLD)),
                Parameter.of(0),
                Parameter.of(0));
    }

    private static Membrane hidden(StochasticScale scale, long theta) {
        double floor = -scale.depth();
        return new Membrane(
                Decay.Fraction.of(Decay.Fraction.ALL),
                Decay.Fraction.of(scale.decay()),
                Parameter.of((double) scale.bias()),
                Parameter.of((double) theta),
                new Membrane.Reset.Hard(Parameter.of(floor)),
                Parameter.of(floor),
                Parameter.of(0));
    }

    private static Weights each(double weight) {
        return new Weights.OneToOne(Parameter.of(weight));
    }

    private static Weights stop(long weight) {
        return new Weights.Uniform((double) -weight);
    }
}
