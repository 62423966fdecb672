package org.mneme.targets;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Targets for tests. */
final class SampleTargets {
    private SampleTargets() {}

    static Figure known(double value) {
        return new Figure(OptionalDouble.of(value), Status.KNOWN, "a test");
    }

    /** A board of 2 × 1 chips of 2 × 2 tiles with one core each, of which nothing else is stated. */
    static Map<Quantity, Figure> shape() {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.CHIPS, known(2));
        figures.put(Quantity.CHIP_COLUMNS, known(2));
        figures.put(Quantity.CHIP_ROWS, known(1));
        figures.put(Quantity.TILE_COLUMNS, known(2));
        figures.put(Quantity.TILE_ROWS, known(2));
        figures.put(Quantity.CORES_PER_TILE, known(1));
        figures.put(Quantity.CORES_PER_CHIP, known(4));
        return figures;
    }

    static WeightFormat format(String name) {
        return new WeightFormat(name, -8, 7, 1, 0, 0, 4, Status.KNOWN, "a test");
    }

    static SynapseRows rows(boolean crossbar) {
        return new SynapseRows(crossbar, 0, 0, 0, 1, 1, Status.KNOWN, "a test");
    }

    static Target of(Map<Quantity, Figure> figures, Target.Routing routing, Trait... traits) {
        Map<Trait, Trait.Support> has = new EnumMap<>(Trait.class);
        for (Trait trait : traits) {
            has.put(trait, new Trait.Support(Status.UNVERIFIED, "a test"));
        }
        return new Target(
                "sample",
                "A sample",
                Target.Arithmetic.EXACT,
                List.of(),
                Target.Topology.MESH,
                routing,
                figures,
                has,
                List.of(format("signed")),
                rows(true),
                "");
    }
}
