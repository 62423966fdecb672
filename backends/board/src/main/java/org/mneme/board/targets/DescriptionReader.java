package org.mneme.board.targets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mneme.InvalidValueException;
import org.mneme.board.proto.TargetDescription;
import org.mneme.runtime.config.Nearest;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Figure;
import org.mneme.targets.InvalidTargetException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.TargetValidator;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/**
 * Reads the parts of a description; every mistake is told with its place.
 *
 * @param message the description
 * @param locations of its parts
 * @param unsaid the status of what states none; empty where it must
 */
record DescriptionReader(TargetDescription message, Locations locations, Optional<Status> unsaid) {
    private static final Map<String, Quantity> QUANTITIES = keys(Quantity.values(), Quantity::key);
    private static final Map<String, Trait> TRAITS = keys(Trait.values(), Trait::key);

    private static <T> Map<String, T> keys(T[] values, Function<T, String> key) {
        Map<String, T> map = new java.util.LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    /**
     * Returns the quantity of a key.
     *
     * @param key such as "chips"
     * @param place where it was written
     * @return the quantity
     * @throws TargetFileException if there is none
     */
    static Quantity quantity(String key, Place place) {
        return Optional.ofNullable(QUANTITIES.get(key))
                .orElseThrow(() -> new TargetFileException(
                        place, "there is no quantity '" + key + "'" + Nearest.suggestion(key, QUANTITIES.keySet())));
    }

    /**
     * Reads a whole target.
     *
     * @param digest of what was read
     * @return the target
     * @throws TargetFileException if it is wrong
     */
    Target target(String digest) {
        if (!message.hasSynapseRows()) {
            throw new TargetFileException(
                    locations.whole(), "synapse_rows is needed: what the synapses of an axon cost");
        }
        Target target = new Target(
                message.getName(),
                message.getTitle(),
                arithmetic(),
                message.getDifferenceList(),
                topology(),
                routing(),
                figures(),
                traits(),
                formats(),
                rows(),
                digest);
        try {
            return TargetValidator.require(target);
        } catch (InvalidTargetException e) {
            throw new TargetFileException(locations.whole(), String.join("; ", e.mistakes()));
        }
    }

    private Target.Arithmetic arithmetic() {
        return switch (message.getArithmetic()) {
            case EXACT -> Target.Arithmetic.EXACT;
            case ENVELOPE -> Target.Arithmetic.ENVELOPE;
            case ARITHMETIC_UNSPECIFIED, UNRECOGNIZED ->
                throw new TargetFileException(locations.whole(), "arithmetic is needed: EXACT or ENVELOPE");
        };
    }

    private Target.Topology topology() {
        return switch (message.getTopology()) {
            case MESH -> Target.Topology.MESH;
            case HEXAGONAL -> Target.Topology.HEXAGONAL;
            case TOPOLOGY_UNSPECIFIED, UNRECOGNIZED ->
                throw new TargetFileException(locations.whole(), "topology is needed: MESH or HEXAGONAL");
        };
    }

    private Target.Routing routing() {
        return switch (message.getRouting()) {
            case NONE -> Target.Routing.NONE;
            case DESTINATIONS -> Target.Routing.DESTINATIONS;
            case KEY_MASK -> Target.Routing.KEY_MASK;
            case ROUTING_UNSPECIFIED, UNRECOGNIZED ->
                throw new TargetFileException(locations.whole(), "routing is needed: NONE, DESTINATIONS or KEY_MASK");
        };
    }

    private Place place(int field, int index) {
        return locations.of(field, index);
    }

    /** The figures, by quantity. */
    Map<Quantity, Figure> figures() {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        for (int i = 0; i < message.getFigureCount(); i++) {
            org.mneme.board.proto.Figure written = message.getFigure(i);
            Place place = place(TargetDescription.FIGURE_FIELD_NUMBER, i);
            Quantity quantity = quantity(written.getQuantity(), place);
            if (figures.containsKey(quantity)) {
                throw new TargetFileException(place, quantity.key() + " is stated twice; keep one figure of it");
            }
            figures.put(quantity, figure(quantity, written, place));
        }
        return figures;
    }

    private Figure figure(Quantity quantity, org.mneme.board.proto.Figure written, Place place) {
        OptionalDouble value = written.hasValue() ? OptionalDouble.of(written.getValue()) : OptionalDouble.empty();
        Figure figure = checked(
                quantity.key(),
                place,
                () -> new Figure(value, status(written.getStatus(), place), written.getSource()));
        if (value.isPresent()) {
            List<String> mistakes = TargetValidator.mistakes(quantity, value.getAsDouble());
            if (!mistakes.isEmpty()) {
                throw new TargetFileException(place, String.join("; ", mistakes));
            }
        }
        boolean unit = written.getUnit().equals(quantity.unit());
        if (!unit && !(value.isEmpty() && written.getUnit().isEmpty())) {
            throw new TargetFileException(
                    place,
                    quantity.key() + ": unit '" + written.getUnit() + "' is not '" + quantity.unit()
                            + "'; state the value in that");
        }
        return figure;
    }

    /** The traits that are there. */
    Map<Trait, Trait.Support> traits() {
        Map<Trait, Trait.Support> traits = new EnumMap<>(Trait.class);
        for (int i = 0; i < message.getTraitCount(); i++) {
            org.mneme.board.proto.Trait written = message.getTrait(i);
            Place place = place(TargetDescription.TRAIT_FIELD_NUMBER, i);
            Trait trait = Optional.ofNullable(TRAITS.get(written.getName()))
                    .orElseThrow(() -> new TargetFileException(
                            place,
                            "there is no trait '" + written.getName() + "'"
                                    + Nearest.suggestion(written.getName(), TRAITS.keySet())));
            Trait.Support support = checked(
                    trait.key(),
                    place,
                    () -> new Trait.Support(status(written.getStatus(), place), written.getSource()));
            if (traits.put(trait, support) != null) {
                throw new TargetFileException(place, trait.key() + " is stated twice; keep one of them");
            }
        }
        return traits;
    }

    /** The weight formats, in the order in which they were written. */
    List<WeightFormat> formats() {
        return IntStream.range(0, message.getWeightFormatCount())
                .mapToObj(this::format)
                .toList();
    }

    private WeightFormat format(int i) {
        org.mneme.board.proto.WeightFormat written = message.getWeightFormat(i);
        Place place = place(TargetDescription.WEIGHT_FORMAT_FIELD_NUMBER, i);
        return checked(
                "",
                place,
                () -> new WeightFormat(
                        written.getName(),
                        written.getLow(),
                        written.getHigh(),
                        written.getStep(),
                        written.getLowestExponent(),
                        written.getHighestExponent(),
                        written.getBits(),
                        status(written.getStatus(), place),
                        written.getSource()));
    }

    /** What synapses cost. */
    SynapseRows rows() {
        org.mneme.board.proto.SynapseRows written = message.getSynapseRows();
        Place place = place(TargetDescription.SYNAPSE_ROWS_FIELD_NUMBER, 0);
        return checked(
                "",
                place,
                () -> new SynapseRows(
                        written.getCrossbar(),
                        written.getHeaderBits(),
                        written.getIndexBits(),
                        written.getExtraBits(),
                        written.getDelayBits(),
                        written.getSynapsesPerBlock(),
                        written.getWordBits(),
                        status(written.getStatus(), place),
                        written.getSource()));
    }

    private Status status(org.mneme.board.proto.Status written, Place place) {
        return switch (written) {
            case KNOWN -> Status.KNOWN;
            case UNVERIFIED -> Status.UNVERIFIED;
            case ASSUMED -> Status.ASSUMED;
            case UNKNOWN -> Status.UNKNOWN;
            case STATUS_UNSPECIFIED, UNRECOGNIZED ->
                unsaid.orElseThrow(() ->
                        new TargetFileException(place, "status is needed: KNOWN, UNVERIFIED, ASSUMED or UNKNOWN"));
        };
    }

    private static <T> T checked(String object, Place place, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidValueException e) {
            throw new TargetFileException(place, (object.isEmpty() ? "" : object + ": ") + e.getMessage());
        }
    }
}
