package org.mneme.pass;

import java.util.Optional;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/**
 * Proves from the graph that a projection may go through relays: the target hears, at the same ticks, what makes it do the same.
 *
 * <p>Binary relays lose how many sources spiked. That does not matter to a neuron without memory, θ = 0 and no bias, whose negative inputs
 * each outweigh all positive ones together: it fires iff a positive input spikes and no negative one does. Binary inputs are taken to have payload 1, as the codecs of
 * binary circuits send. Graded relays send the sum, also where it is 0, since a graded neuron answers when reached; every sum must fit a payload.
 */
final class RelaySoundness {
    private final SpikingGraph graph;
    private final Target target;
    private final NumberDomain.Fixed domain;
    private final StaticBounds bounds;

    RelaySoundness(SpikingGraph graph, Target target, NumberDomain.Fixed domain, StaticBounds bounds) {
        this.graph = graph;
        this.target = target;
        this.domain = domain;
        this.bounds = bounds;
    }

    /**
     * What relays may send.
     *
     * @param kind empty where there are none that would do
     * @param reason why not, part of a sentence; empty where there are
     */
    record Verdict(Optional<FanInPlan.Kind> kind, String reason) {}

    Verdict of(Population population, Projection projection) {
        Optional<String> binary = againstAny(population, projection);
        if (binary.isEmpty()) {
            return new Verdict(Optional.of(FanInPlan.Kind.ANY), "");
        }
        if (!(projection.weights() instanceof Weights.OneToOne) && sums(projection)) {
            return new Verdict(Optional.of(FanInPlan.Kind.SUM), "");
        }
        return new Verdict(Optional.empty(), binary.get());
    }

    /** Whether relays can send sums; where these are too wide, narrower payloads of a table help. */
    private boolean sums(Projection projection) {
        boolean graded = target.has(Trait.GRADED_IDENTITY) && target.limit(Quantity.PAYLOAD_BITS) > 1;
        boolean whole = Math.abs(heaviest(projection)) <= Integer.MAX_VALUE;
        return graded
                && whole
                && (excessBits(projection) == 0
                        || graph.population(projection.source()).model() instanceof Graded);
    }

    private double heaviest(Projection projection) {
        Synapses s = bounds.synapses(projection);
        return Math.max(s.positive(), s.negative());
    }

    /** By how many bits the sums of a projection exceed a payload, or a relay's state. */
    int excessBits(Projection projection) {
        long payload = target.limit(Quantity.PAYLOAD_BITS);
        int most = (int) Math.min(payload, domain.stateBits());
        return Math.max(0, bounds.sum(projection).bits() - most);
    }

    /** Why a spike of any source is not as good as all of them. */
    private Optional<String> againstAny(Population population, Projection projection) {
        Population source = graph.population(projection.source());
        Synapses s = bounds.synapses(projection);
        if (!isBinary(source)) {
            return Optional.of("its spikes are graded and the target's relays do not send sums");
        }
        if (s.negative() > 0) {
            return Optional.of(
                    s.positive() > 0
                            ? "its weights are of both signs, and where several sources spike in a tick their sum decides"
                            : "its weights are negative, and their sum decides");
        }
        if (!(population.model() instanceof Lif lif) || !answersAny(lif.membrane())) {
            return Optional.of(population.name() + " adds up how many sources spike");
        }
        double positive = 0;
        double weakest = Double.POSITIVE_INFINITY;
        for (Projection other : graph.projections()) {
            if (other.target().equals(population.name())) {
                if (!isBinary(graph.population(other.source()))) {
                    return Optional.of("projection " + other.name() + " brings graded spikes to the same neurons");
                }
                positive += bounds.synapses(other).positive();
                weakest = Math.min(weakest, bounds.synapses(other).weakestNegative());
            }
        }
        return weakest < positive
                ? Optional.of("an inhibition of " + (long) weakest + " does not outweigh inputs of up to "
                        + (long) positive + " together")
                : Optional.empty();
    }

    private static boolean isBinary(Population source) {
        return switch (source.model()) {
            case Lif _, Escape _ -> true;
            case Source input -> input.maxPayload() == 1;
            case Graded _ -> false;
        };
    }

    private static boolean answersAny(Membrane m) {
        return m.current() instanceof Decay.Fraction u
                && m.potential() instanceof Decay.Fraction v
                && StaticBounds.min(u.delta()) == Decay.Fraction.ALL
                && StaticBounds.min(v.delta()) == Decay.Fraction.ALL
                && StaticBounds.min(m.bias()) == 0
                && StaticBounds.max(m.bias()) == 0
                && StaticBounds.min(m.threshold()) == 0
                && StaticBounds.max(m.threshold()) == 0
                && StaticBounds.max(m.floor()) <= 0;
    }
}
