package org.mneme.board.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Decay;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Phi;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.map.Cluster;
import org.mneme.map.Estimate;
import org.mneme.map.Mapping;
import org.mneme.map.Partition;
import org.mneme.map.Placement;
import org.mneme.map.Route;
import org.mneme.map.Routes;
import org.mneme.map.Slice;
import org.mneme.map.TableEntry;
import org.mneme.map.Workload;
import org.mneme.targets.Status;

/** Mappings made by hand, with all that a program can hold in few bytes. */
final class SmallMappings {
    private SmallMappings() {}

    /** A graph of every model, weight form and delay form. */
    static SpikingGraph graph() {
        Membrane membrane = new Membrane(
                Decay.Fraction.of(4096),
                new Decay.Linear(Parameter.of(2)),
                Parameter.of(1),
                Parameter.perNeuron(5, 6, 7),
                new Membrane.Reset.Hard(Parameter.of(0)),
                Parameter.of(-9),
                Parameter.of(2));
        Membrane subtracting = new Membrane(
                Decay.Fraction.of(64),
                Decay.Fraction.of(0),
                Parameter.of(-1),
                Parameter.of(300),
                new Membrane.Reset.Subtract(),
                Parameter.of(Double.NEGATIVE_INFINITY),
                Parameter.of(0));
        BitMatrix bits = BitMatrix.of(2, 3, (r, c) -> (r + c) % 2 == 0);
        Weights signs = new Weights.SignMatrix(
                bits,
                Optional.of(BitMatrix.of(2, 3, (r, c) -> r < 1 || c < 2)),
                Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                Optional.empty(),
                4,
                false);
        Weights view = new Weights.SignMatrix(
                BitMatrix.of(2, 2, (r, c) -> r == c),
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.of(Ints.of(1, -1, 0)),
                1,
                true);
        return new GraphBuilder("small", new NumberDomain.Fixed(24), 0.001)
                .population("cue", 2, new Source(3))
                .population("hidden", 3, new Lif(membrane))
                .population("noisy", 2, new Escape(subtracting, new Escape.Hazard.Table(IntTable.of(-1, 0, 1 << 31))))
                .population(
                        "sum",
                        2,
                        new Graded(
                                new Phi.Table(List.of(IntTable.of(0, 1, 2), IntTable.of(-3, 7)), Ints.of(0, 1)),
                                true,
                                false))
                .projection("in", "cue", "hidden", signs, 1)
                .projection("back", "noisy", "hidden", view, Ints.of(1, 2, 3))
                .projection(
                        "excite",
                        "hidden",
                        "noisy",
                        new Weights.Dense(new NumberMatrix.Int16(3, 2, new short[] {1, -2, 300, 4, -500, 6})),
                        2)
                .projection(
                        "some",
                        "hidden",
                        "sum",
                        new Weights.Sparse(
                                2, Ints.of(0, 1, 1, 3), Ints.of(1, 0, 1), new NumberMatrix.Int8(1, 3, new byte[] {
                                    5, -6, 7
                                })),
                        1)
                .projection("pairs", "noisy", "sum", new Weights.OneToOne(Parameter.perNeuron(8, -9)), 1)
                .projection("all", "sum", "hidden", new Weights.Uniform(-3), 4)
                .build();
    }

    /** On cores 3 of chip 0 and 1 of chip 1, with a table. */
    static Mapping twoCores() {
        return mapping(graph(), List.of(new TableEntry(0, 16, -16, 5, 8)), 42);
    }

    /** The same with a table on each chip. */
    static Mapping twoTables() {
        return mapping(graph(), List.of(new TableEntry(0, 16, -16, 5, 8), new TableEntry(1, 0, -16, 1, 2)), 42);
    }

    static Mapping mapping(SpikingGraph graph, List<TableEntry> tables, long seed) {
        return mapping(
                graph,
                new Partition(List.of(
                        Cluster.of(List.of(new Slice(3, 0, 2), new Slice(1, 2, 3))),
                        new Cluster(List.of(new Slice(1, 0, 2), new Slice(2, 0, 2)), List.of(2, 1)))),
                Ints.of(RandomMappings.CORES_PER_CHIP + 1, 3),
                tables,
                seed);
    }

    private static Mapping mapping(
            SpikingGraph graph, Partition partition, Ints sites, List<TableEntry> tables, long seed) {
        List<Route> trees = List.of(
                new Route(0, 0, 2, 0, List.of(3, 6), List.of(new Route.Link(0, 0, 0))),
                new Route(1, 0, 2, 3, List.of(3, 6), List.of(new Route.Link(0, 0, 0))),
                new Route(1, 2, 3, 6, List.of(3, 6), List.of(new Route.Link(1, 0, 2))),
                new Route(2, 0, 2, 3, List.of(3, 6), List.of(new Route.Link(0, 0, 0), new Route.Link(1, 0, 1))),
                new Route(3, 0, 2, 6, List.of(3), List.of()));
        return new Mapping(
                RandomMappings.target(2),
                new Workload(graph, Set.of("sum"), Map.of()),
                seed,
                partition,
                new Placement(sites),
                new Routes(
                        trees,
                        tables.isEmpty()
                                ? List.of()
                                : IntStream.range(0, trees.size())
                                        .map(t -> t << 4)
                                        .boxed()
                                        .toList(),
                        tables),
                List.of(),
                new Estimate(0, 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), Status.UNKNOWN),
                List.of());
    }
}
