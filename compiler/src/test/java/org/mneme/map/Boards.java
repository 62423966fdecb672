package org.mneme.map;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Targets of the tests: no limit anywhere, but for those a test sets. */
final class Boards {
    private final Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
    private final Set<Trait> traits = EnumSet.of(Trait.LIF, Trait.FLOOR, Trait.SIGNED_SUMS, Trait.MULTICAST);
    private Target.Topology topology = Target.Topology.MESH;
    private Target.Routing routing = Target.Routing.DESTINATIONS;
    private SynapseRows rows = new SynapseRows(false, 10, 6, 0, 64, 64, Status.KNOWN, "test");
    private List<WeightFormat> formats = List.of(
            new WeightFormat("bit", 0, 1, 1, 0, 20, 1, Status.KNOWN, "test"),
            new WeightFormat("byte", -128, 127, 1, 0, 20, 8, Status.KNOWN, "test"),
            new WeightFormat("word", Integer.MIN_VALUE, Integer.MAX_VALUE, 1, 0, 20, 32, Status.KNOWN, "test"));

    Boards() {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.role() == Quantity.Role.LIMIT || quantity.role() == Quantity.Role.RANGE) {
                with(quantity, Double.POSITIVE_INFINITY);
            }
        }
        with(Quantity.SHORTEST_DELAY, 1)
                .with(Quantity.CHIPS, 1)
                .with(Quantity.CHIP_COLUMNS, 1)
                .with(Quantity.CHIP_ROWS, 1)
                .cores(8, 8, 1);
    }

    static Boards unlimited() {
        return new Boards();
    }

    /** The limits of a core that are known to bind on a Loihi, on so many chips. */
    static Boards loihi(int chipColumns, int chipRows) {
        Boards loihi = new Boards()
                .cores(8, 4, 4)
                .chips(chipColumns, chipRows)
                .with(Quantity.NEURONS_PER_CORE, 1024)
                .with(Quantity.INPUT_AXONS_PER_CORE, 4096)
                .with(Quantity.OUTPUT_AXONS_PER_CORE, 4096)
                .with(Quantity.SYNAPSE_BITS_PER_CORE, 1 << 20)
                .with(Quantity.THRESHOLDS_PER_CORE, 8)
                .with(Quantity.FLOORS_PER_CORE, 1)
                .with(Quantity.MEMBRANES_PER_CORE, 32)
                .with(Quantity.SYNAPSE_FORMATS_PER_CORE, 7);
        loihi.formats = List.of(
                new WeightFormat("mixed-2", -2, 2, 2, -1, 7, 2, Status.KNOWN, "test"),
                new WeightFormat("exc-1", 0, 1, 1, -6, 7, 1, Status.KNOWN, "test"),
                new WeightFormat("exc-8", 0, 255, 1, -6, 7, 8, Status.KNOWN, "test"),
                new WeightFormat("inh-8", -255, 0, 1, -6, 7, 8, Status.KNOWN, "test"));
        loihi.traits.remove(Trait.MULTICAST);
        return loihi;
    }

    /** The limits of a TrueNorth's core. */
    static Boards trueNorth() {
        Boards board = new Boards()
                .cores(64, 64, 1)
                .with(Quantity.NEURONS_PER_CORE, 256)
                .with(Quantity.INPUT_AXONS_PER_CORE, 256)
                .with(Quantity.TARGETS_PER_NEURON, 1)
                .with(Quantity.AXON_TYPES_PER_CORE, 4)
                .having(Trait.SHARED_AXON_WEIGHTS)
                .having(Trait.AXON_HOLDS_DELAY);
        board.rows = new SynapseRows(true, 0, 0, 0, 1, 1, Status.KNOWN, "test");
        board.traits.remove(Trait.MULTICAST);
        return board;
    }

    /** Chips of one router in a hexagonal mesh, with routing tables. */
    static Boards tables(int chipColumns, int chipRows, int cores) {
        Boards board = new Boards().cores(1, 1, cores).chips(chipColumns, chipRows);
        board.topology = Target.Topology.HEXAGONAL;
        board.routing = Target.Routing.KEY_MASK;
        return board.with(Quantity.NEURONS_PER_CORE, 255).with(Quantity.ROUTING_ENTRIES_PER_CHIP, 1023);
    }

    Boards cores(int tileColumns, int tileRows, int perTile) {
        return with(Quantity.TILE_COLUMNS, tileColumns)
                .with(Quantity.TILE_ROWS, tileRows)
                .with(Quantity.CORES_PER_TILE, perTile)
                .with(Quantity.CORES_PER_CHIP, (double) tileColumns * tileRows * perTile);
    }

    Boards chips(int columns, int rows) {
        return with(Quantity.CHIPS, (double) columns * rows)
                .with(Quantity.CHIP_COLUMNS, columns)
                .with(Quantity.CHIP_ROWS, rows);
    }

    Boards with(Quantity quantity, double value) {
        figures.put(quantity, new Figure(OptionalDouble.of(value), Status.KNOWN, "test"));
        return this;
    }

    Boards with(Quantity quantity, double value, Status status) {
        figures.put(quantity, new Figure(OptionalDouble.of(value), status, "test"));
        return this;
    }

    Boards without(Quantity quantity) {
        figures.remove(quantity);
        return this;
    }

    Boards having(Trait trait) {
        traits.add(trait);
        return this;
    }

    Boards lacking(Trait trait) {
        traits.remove(trait);
        return this;
    }

    Boards routing(Target.Topology otherTopology, Target.Routing otherRouting) {
        this.topology = otherTopology;
        this.routing = otherRouting;
        return this;
    }

    Target build() {
        Map<Trait, Trait.Support> has = new EnumMap<>(Trait.class);
        traits.forEach(trait -> has.put(trait, new Trait.Support(Status.KNOWN, "test")));
        return new Target(
                "board",
                "a board of the tests",
                Target.Arithmetic.EXACT,
                List.of(),
                topology,
                routing,
                figures,
                has,
                formats,
                rows,
                "00");
    }
}
