package org.mneme.targets;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A neuromorphic target: what it has, what it can do, and how far that is known. What it must be to make sense is checked by
 * {@link TargetValidator}.
 *
 * @param name such as "loihi1"
 * @param title a sentence: what it is
 * @param arithmetic whether Mneme executes its numbers as the chip does
 * @param differences where Mneme's arithmetic differs from the chip's, a sentence each
 * @param topology how routers are linked
 * @param routing how a spike finds its cores
 * @param figures quantity → figure; a quantity that is not there is unknown
 * @param traits trait → support; a trait that is not there is lacking
 * @param formats weight formats, the cheapest first
 * @param rows what synapses cost
 * @param digest SHA-256 of the description as it was read, lower-case hex
 */
public record Target(
        String name,
        String title,
        Arithmetic arithmetic,
        List<String> differences,
        Topology topology,
        Routing routing,
        Map<Quantity, Figure> figures,
        Map<Trait, Trait.Support> traits,
        List<WeightFormat> formats,
        SynapseRows rows,
        String digest) {
    /** Whose arithmetic an emulated target computes with. */
    public enum Arithmetic {
        /** The emulator executes its numbers as the chip does. */
        EXACT,
        /** The chip's limits with Mneme's arithmetic. */
        ENVELOPE
    }

    /** How routers are linked. */
    public enum Topology {
        /** Four neighbours: east, north, west, south. */
        MESH,
        /** Six neighbours: east, north-east, north, west, south-west, south. */
        HEXAGONAL
    }

    /** How a spike finds its cores. */
    public enum Routing {
        /** One core: nothing is routed. */
        NONE,
        /** The sender lists its destinations. */
        DESTINATIONS,
        /** Routers match keys under masks. */
        KEY_MASK
    }

    /** Copies the collections; figures and traits are kept in the order of their enums. */
    public Target {
        differences = List.copyOf(differences);
        EnumMap<Quantity, Figure> sorted = new EnumMap<>(Quantity.class);
        sorted.putAll(figures);
        figures = Collections.unmodifiableMap(sorted);
        EnumMap<Trait, Trait.Support> has = new EnumMap<>(Trait.class);
        has.putAll(traits);
        traits = Collections.unmodifiableMap(has);
        formats = List.copyOf(formats);
    }

    /**
     * Returns what is known of a quantity.
     *
     * @param quantity which
     * @return the figure; one without a value where the target says nothing
     */
    public Figure figure(Quantity quantity) {
        return figures.getOrDefault(quantity, Figure.UNSAID);
    }

    /**
     * Returns the value of a quantity.
     *
     * @param quantity which
     * @return its value in its unit, empty where unknown
     */
    public OptionalDouble value(Quantity quantity) {
        return figure(quantity).value();
    }

    /**
     * Returns a limit as a whole number.
     *
     * @param quantity which
     * @return the value, {@link Long#MAX_VALUE} where unknown or without limit
     */
    public long limit(Quantity quantity) {
        OptionalDouble value = value(quantity);
        return value.isEmpty() ? Long.MAX_VALUE : (long) value.getAsDouble();
    }

    /**
     * Returns the limits that mapping needs and nobody has stated; the target is incomplete unless it is empty.
     *
     * @return in the order of {@link Quantity}
     */
    public List<Quantity> unknownLimits() {
        return Arrays.stream(Quantity.values())
                .filter(this::needed)
                .filter(q -> value(q).isEmpty())
                .toList();
    }

    /** Whether mapping a graph has to know a quantity. */
    private boolean needed(Quantity quantity) {
        return switch (quantity) {
            case CHIPS,
                    CHIP_COLUMNS,
                    CHIP_ROWS,
                    TILE_COLUMNS,
                    TILE_ROWS,
                    CORES_PER_TILE,
                    CORES_PER_CHIP,
                    NEURONS_PER_CORE,
                    INPUT_AXONS_PER_CORE,
                    SYNAPSE_BITS_PER_CORE,
                    SYNAPSE_BITS_PER_CHIP,
                    THRESHOLDS_PER_CORE,
                    MEMBRANES_PER_CORE,
                    SYNAPSE_FORMATS_PER_CORE,
                    STATE_BITS,
                    LARGEST_THRESHOLD,
                    INPUT_SUM_BITS,
                    SHORTEST_DELAY,
                    LONGEST_DELAY,
                    LONGEST_REFRACTORY,
                    PAYLOAD_BITS -> true;
            case OUTPUT_AXONS_PER_CORE, TARGETS_PER_NEURON -> routing != Routing.NONE;
            case ROUTING_ENTRIES_PER_CHIP -> routing == Routing.KEY_MASK;
            case AXON_TYPES_PER_CORE -> has(Trait.SHARED_AXON_WEIGHTS);
            case FLOORS_PER_CORE, LARGEST_FLOOR -> has(Trait.FLOOR);
            case LARGEST_BIAS -> has(Trait.BIAS);
            case DECAY_STEPS -> has(Trait.CURRENT_DECAY) || has(Trait.POTENTIAL_DECAY);
            case LARGEST_LEAK -> has(Trait.LINEAR_LEAK);
            case TICK,
                    SYNAPSE_ENERGY,
                    UPDATE_ENERGY,
                    SPIKE_ENERGY,
                    HOP_ENERGY,
                    IDLE_POWER,
                    SYNAPSE_TIME,
                    UPDATE_TIME,
                    SPIKE_TIME,
                    HOP_TIME,
                    BARRIER_TIME,
                    HOST_EVENTS -> false;
        };
    }

    /**
     * Returns how many values there are of a status: of figures, traits, weight formats and synapse rows.
     *
     * @param status which
     * @return ≥ 0; every quantity that is not stated counts as unknown
     */
    public int count(Status status) {
        return (int) (Arrays.stream(Quantity.values())
                        .filter(q -> figure(q).status() == status)
                        .count()
                + traits.values().stream().filter(t -> t.status() == status).count()
                + formats.stream().filter(f -> f.status() == status).count()
                + (rows.status() == status ? 1 : 0));
    }

    /**
     * Says whether the target has a trait.
     *
     * @param trait which
     * @return whether it does, verified or not
     */
    public boolean has(Trait trait) {
        return traits.containsKey(trait);
    }
}
