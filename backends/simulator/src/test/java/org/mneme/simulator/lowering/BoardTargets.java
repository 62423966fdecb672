package org.mneme.simulator.lowering;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.mneme.lower.Abilities;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Targets with the limits that decide how a graph is fitted; every value is made up for these tests. */
public final class BoardTargets {
    private static final String SOURCE = "these tests";

    private final String name;
    private final Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private List<WeightFormat> formats = List.of(format("wide", -(1 << 20), 1 << 20, 1, 0, 30, 32));
    private Target.Arithmetic arithmetic = Target.Arithmetic.ENVELOPE;

    private BoardTargets(String name) {
        this.name = name;
    }

    public static WeightFormat format(String name, int low, int high, int step, int from, int to, int bits) {
        return new WeightFormat(name, low, high, step, from, to, bits, Status.KNOWN, SOURCE);
    }

    public BoardTargets with(Quantity quantity, double value) {
        figures.put(quantity, new Figure(OptionalDouble.of(value), Status.KNOWN, SOURCE));
        return this;
    }

    public BoardTargets unverified(Quantity quantity, double value) {
        figures.put(quantity, new Figure(OptionalDouble.of(value), Status.UNVERIFIED, SOURCE));
        return this;
    }

    public BoardTargets with(Trait... more) {
        traits.addAll(List.of(more));
        return this;
    }

    public BoardTargets without(Trait... fewer) {
        List.of(fewer).forEach(traits::remove);
        return this;
    }

    public BoardTargets with(WeightFormat... all) {
        formats = List.of(all);
        return this;
    }

    public BoardTargets exact() {
        arithmetic = Target.Arithmetic.EXACT;
        return this;
    }

    public Target target() {
        Map<Trait, Trait.Support> support = new EnumMap<>(Trait.class);
        traits.forEach(trait -> support.put(trait, new Trait.Support(Status.KNOWN, SOURCE)));
        return new Target(
                name,
                "a target of these tests",
                arithmetic,
                List.of(),
                Target.Topology.MESH,
                Target.Routing.DESTINATIONS,
                figures,
                support,
                formats,
                new SynapseRows(false, 10, 0, 0, 64, 64, Status.KNOWN, SOURCE),
                "0".repeat(64));
    }

    public Abilities abilities() {
        return Abilities.of(target());
    }

    /** Everything, without limits but for axons, in Mneme's arithmetic. */
    public static BoardTargets everything(long axons) {
        return new BoardTargets("everything")
                .exact()
                .with(EnumSet.complementOf(
                                EnumSet.of(Trait.AXON_HOLDS_DELAY, Trait.SHARED_AXON_WEIGHTS, Trait.MULTICAST))
                        .toArray(Trait[]::new))
                .with(Quantity.INPUT_AXONS_PER_CORE, (double) axons)
                .with(Quantity.STATE_BITS, 32)
                .with(Quantity.PAYLOAD_BITS, 31)
                .with(Quantity.DECAY_STEPS, 4096)
                .with(Quantity.LONGEST_DELAY, 1 << 20);
    }

    /** Binary spikes, decays, a floor; weights of both signs lose their lowest bit. */
    public static BoardTargets loihiLike(long axons) {
        return new BoardTargets("loihi-like")
                .with(Trait.LIF, Trait.FLOOR, Trait.CURRENT_DECAY, Trait.POTENTIAL_DECAY)
                .with(Trait.BIAS, Trait.SIGNED_SUMS, Trait.DELAY_PER_TARGET)
                .with(
                        format("excitatory", 0, 255, 1, 0, 7, 8),
                        format("inhibitory", -256, 0, 1, 0, 7, 8),
                        format("mixed", -256, 254, 2, -1, 7, 8))
                .with(Quantity.INPUT_AXONS_PER_CORE, (double) axons)
                .with(Quantity.STATE_BITS, 24)
                .with(Quantity.PAYLOAD_BITS, 0)
                .with(Quantity.DECAY_STEPS, 4096)
                .with(Quantity.LONGEST_REFRACTORY, 63)
                .unverified(Quantity.LARGEST_THRESHOLD, 131_071)
                .with(Quantity.LONGEST_DELAY, 63);
    }

    /** Binary spikes, no decay, a floor and a leak of any sign as bias; small weights. */
    public static BoardTargets trueNorthLike(long axons) {
        return new BoardTargets("truenorth-like")
                .with(Trait.LIF, Trait.FLOOR, Trait.BIAS, Trait.SIGNED_SUMS)
                .with(format("signed", -256, 255, 1, 0, 0, 1))
                .with(Quantity.INPUT_AXONS_PER_CORE, (double) axons)
                .with(Quantity.STATE_BITS, 20)
                .with(Quantity.PAYLOAD_BITS, 0)
                .with(Quantity.LARGEST_THRESHOLD, 262_143)
                .with(Quantity.LARGEST_BIAS, 255)
                .with(Quantity.LONGEST_REFRACTORY, 0)
                .with(Quantity.LONGEST_DELAY, 15);
    }

    /** Inputs one by one, a linear leak, delays of one tick, no floor. */
    public static BoardTargets tinyOdinLike() {
        return new BoardTargets("tinyodin-like")
                .with(Trait.LIF, Trait.LINEAR_LEAK)
                .with(format("nibble", -8, 7, 1, 0, 0, 4))
                .with(Quantity.INPUT_AXONS_PER_CORE, 256)
                .with(Quantity.STATE_BITS, 12)
                .with(Quantity.PAYLOAD_BITS, 0)
                .with(Quantity.LARGEST_THRESHOLD, 2047)
                .with(Quantity.LARGEST_LEAK, 127)
                .with(Quantity.LONGEST_REFRACTORY, 0)
                .with(Quantity.LONGEST_DELAY, 1);
    }

    /** Graded spikes of some bits, with sums as payloads. */
    public static BoardTargets gradedLike(long axons, int payloadBits) {
        return new BoardTargets("graded-like")
                .with(Trait.LIF, Trait.GRADED_SIGN, Trait.GRADED_IDENTITY, Trait.GRADED_TABLE, Trait.RETAIN)
                .with(Trait.SIGNED_SUMS, Trait.DELAY_PER_TARGET, Trait.POTENTIAL_DECAY)
                .with(format("mixed", -128, 127, 1, 0, 14, 8))
                .with(Quantity.INPUT_AXONS_PER_CORE, (double) axons)
                .with(Quantity.STATE_BITS, 24)
                .with(Quantity.PAYLOAD_BITS, payloadBits)
                .with(Quantity.LONGEST_DELAY, 63);
    }
}
