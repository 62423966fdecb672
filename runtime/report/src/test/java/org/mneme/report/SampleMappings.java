package org.mneme.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.mneme.bits.Ints;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.lower.LoweringOptions;
import org.mneme.map.Cluster;
import org.mneme.map.Estimate;
import org.mneme.map.Mapping;
import org.mneme.map.Partition;
import org.mneme.map.Placement;
import org.mneme.map.Resource;
import org.mneme.map.Route;
import org.mneme.map.Routes;
import org.mneme.map.Slice;
import org.mneme.map.Workload;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.pass.Compilation;
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Mappings made by hand: neurons in order, so many a core, cores in order, every spike to every core by way of its row. */
final class SampleMappings {
    private static final double NEURONS = 128;

    private SampleMappings() {}

    /**
     * The shape of a board.
     *
     * @param chipColumns of chips
     * @param chipRows of chips
     * @param tileColumns of tiles of a chip
     * @param tileRows of tiles of a chip
     * @param coresPerTile cores of a tile
     * @param hexagonal whether links are
     */
    record Shape(int chipColumns, int chipRows, int tileColumns, int tileRows, int coresPerTile, boolean hexagonal) {
        static final Shape ONE = new Shape(1, 1, 1, 1, 1, false);
        static final Shape CHIP = new Shape(1, 1, 8, 4, 4, false);
        static final Shape HEXAGONAL = new Shape(8, 8, 1, 1, 17, true);
        static final Shape BOARD = new Shape(8, 4, 8, 4, 4, false);
        static final Shape HUGE = new Shape(16, 16, 16, 16, 1, false);

        int coresPerChip() {
            return tileColumns * tileRows * coresPerTile;
        }
    }

    static Target target(String name, Shape shape) {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.CHIPS, known(shape.chipColumns() * shape.chipRows()));
        figures.put(Quantity.CHIP_COLUMNS, known(shape.chipColumns()));
        figures.put(Quantity.CHIP_ROWS, known(shape.chipRows()));
        figures.put(Quantity.TILE_COLUMNS, known(shape.tileColumns()));
        figures.put(Quantity.TILE_ROWS, known(shape.tileRows()));
        figures.put(Quantity.CORES_PER_TILE, known(shape.coresPerTile()));
        figures.put(Quantity.CORES_PER_CHIP, known(shape.coresPerChip()));
        figures.put(Quantity.NEURONS_PER_CORE, known(NEURONS));
        figures.put(
                Quantity.INPUT_AXONS_PER_CORE,
                new Figure(OptionalDouble.of(4096), Status.UNVERIFIED, "from memory <of a talk>"));
        figures.put(Quantity.TICK, new Figure(OptionalDouble.of(1e-3), Status.ASSUMED, "the user"));
        figures.put(Quantity.IDLE_POWER, known(0.35));
        return new Target(
                name,
                "A chip that nobody built.",
                Target.Arithmetic.ENVELOPE,
                List.of("its sums wrap, ours saturate"),
                shape.hexagonal() ? Target.Topology.HEXAGONAL : Target.Topology.MESH,
                Target.Routing.DESTINATIONS,
                figures,
                Map.of(Trait.LIF, new Trait.Support(Status.KNOWN, "a manual")),
                List.of(new WeightFormat("mixed", -256, 254, 2, -6, 1, 8, Status.KNOWN, "a manual, page 3")),
                new SynapseRows(false, 10, 9, 0, 64, 64, Status.KNOWN, "a manual, page 4"),
                "ab".repeat(32));
    }

    private static Figure known(double value) {
        return new Figure(OptionalDouble.of(value), Status.KNOWN, "a manual");
    }

    static MappedMemory memory(String name, Shape shape, int neuronsPerCore) {
        return memory(name, target("made-up", shape), shape, neuronsPerCore);
    }

    static MappedMemory memory(String name, Target target, Shape shape, int neuronsPerCore) {
        SequenceMemory memory = SequenceMemory.of(
                PatternSet.random(24, 100, 1, 0.0), Successors.cycle(24), new Interaction.Exponential(1));
        Compilation compilation = Compilation.of(memory, "spiking", LoweringOptions.defaults());
        return new MappedMemory(
                name,
                compilation,
                mapping(compilation.lowered().graph(), target, shape, neuronsPerCore),
                Optional.of(new MappedMemory.Quality(
                        "rounded to 4 bits, 19 of 20 recalls stay right",
                        List.of(new MappedMemory.Row(0.1, 20, 20, 19)))),
                Map.of("seed", "7"));
    }

    private static Mapping mapping(SpikingGraph graph, Target target, Shape shape, int neuronsPerCore) {
        List<Cluster> clusters = new ArrayList<>();
        List<Resource> resources = new ArrayList<>();
        resources.add(new Resource(Quantity.CORES_PER_CHIP, "board", 3, 128, Status.KNOWN));
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            for (int from = 0; !(population.model() instanceof Source) && from < population.size(); ) {
                int to = Math.min(population.size(), from + neuronsPerCore);
                int site = clusters.size();
                clusters.add(Cluster.of(List.of(new Slice(p, from, to))));
                String place = "chip " + site / shape.coresPerChip() + " core " + site % shape.coresPerChip();
                resources.add(new Resource(Quantity.NEURONS_PER_CORE, place, to - from, NEURONS, Status.KNOWN));
                resources.add(
                        new Resource(Quantity.INPUT_AXONS_PER_CORE, place, 40 * site % 4096, 4096, Status.UNVERIFIED));
                resources.add(new Resource(
                        Quantity.OUTPUT_AXONS_PER_CORE, place, 5, Double.POSITIVE_INFINITY, Status.UNKNOWN));
                from = to;
            }
        }
        List<Integer> all = Ints.range(clusters.size()).stream().boxed().toList();
        Mesh mesh = Mesh.of(target);
        List<Route> trees = new ArrayList<>();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            trees.add(new Route(p, 0, population.size(), 0, all, tree(mesh, all)));
        }
        return new Mapping(
                target,
                new Workload(
                        graph, Set.of(), Map.of(graph.populations().getFirst().name(), 0.01)),
                7,
                new Partition(clusters),
                new Placement(Ints.range(clusters.size())),
                new Routes(trees, List.of(), List.of()),
                resources,
                new Estimate(
                        12.5, 3456.75, 78, 910, OptionalDouble.of(2.5e-8), OptionalDouble.empty(), Status.UNVERIFIED),
                List.of("input-axons-per-core is unverified"));
    }

    /** Along the lowest row, and up each column. */
    private static List<Route.Link> tree(Mesh mesh, List<Integer> sites) {
        List<Route.Link> links = new ArrayList<>();
        int north = mesh.hexagonal() ? 2 : 1;
        int widest = sites.stream().mapToInt(mesh::x).max().orElse(0);
        for (int x = 0; x < widest; x++) {
            links.add(new Route.Link(x, 0, 0));
        }
        for (int x = 0; x <= widest; x++) {
            int column = x;
            int highest = sites.stream()
                    .filter(s -> mesh.x(s) == column)
                    .mapToInt(mesh::y)
                    .max()
                    .orElse(0);
            for (int y = 0; y < highest; y++) {
                links.add(new Route.Link(x, y, north));
            }
        }
        return links;
    }
}
