package org.mneme.board.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.ir.Population;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
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
import org.mneme.targets.Figure;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;

/** Draws mappings that no mapper would make: slices of any size, anywhere, in any order on a core, with copies. */
final class RandomMappings {
    static final int CORES_PER_CHIP = 5;

    private RandomMappings() {}

    static Mapping mapping(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return mapping(new RandomGraphs(random).graph(), seed);
    }

    static Mapping mapping(SpikingGraph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Cluster> clusters = clusters(graph, random);
        boolean keyed = random.nextBoolean();
        int chips = clusters.size() + 1;
        List<Integer> sites = new ArrayList<>(
                IntStream.range(0, chips * CORES_PER_CHIP).boxed().toList());
        Collections.shuffle(sites, new Random(random.nextLong()));
        Ints placed =
                Ints.of(sites.stream().limit(clusters.size()).mapToInt(s -> s).toArray());
        List<Route> trees = trees(graph, clusters, placed, random);
        Routes routes = new Routes(
                trees,
                keyed
                        ? IntStream.range(0, trees.size())
                                .map(t -> t << 8)
                                .boxed()
                                .toList()
                        : List.of(),
                keyed ? tables(random, chips) : List.of());
        Set<String> probed = Set.of(graph.populations().getLast().name());
        return new Mapping(
                target(chips),
                new Workload(graph, probed, Map.of()),
                random.nextLong(),
                new Partition(clusters),
                new Placement(placed),
                routes,
                List.of(),
                new Estimate(0, 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), Status.UNKNOWN),
                List.of());
    }

    static Target target(int chips) {
        return new Target(
                "drawn",
                "A target for tests.",
                Target.Arithmetic.EXACT,
                List.of(),
                Target.Topology.MESH,
                Target.Routing.DESTINATIONS,
                Map.of(
                        Quantity.CHIPS,
                        new Figure(OptionalDouble.of(chips), Status.KNOWN, "test"),
                        Quantity.CORES_PER_CHIP,
                        new Figure(OptionalDouble.of(CORES_PER_CHIP), Status.KNOWN, "test")),
                Map.of(),
                List.of(),
                new SynapseRows(false, 0, 0, 0, 1, 1, Status.KNOWN, "test"),
                "00ff".repeat(16));
    }

    private static List<Cluster> clusters(SpikingGraph graph, SplittableRandom random) {
        List<Slice> slices = new ArrayList<>();
        for (int p = 0; p < graph.populations().size(); p++) {
            Population population = graph.populations().get(p);
            int from = 0;
            while (!(population.model() instanceof Source) && from < population.size()) {
                int to = Math.min(population.size(), from + 1 + random.nextInt(random.nextBoolean() ? 10 : 100));
                slices.add(new Slice(p, from, to));
                from = to;
            }
        }
        Collections.shuffle(slices, new Random(random.nextLong()));
        List<Cluster> clusters = new ArrayList<>();
        while (!slices.isEmpty()) {
            List<Slice> part = slices.subList(0, Math.min(slices.size(), 1 + random.nextInt(3)));
            clusters.add(new Cluster(
                    part, part.stream().map(_ -> 1 + random.nextInt(3) / 2).toList()));
            part.clear();
        }
        return clusters;
    }

    private static List<Route> trees(SpikingGraph graph, List<Cluster> clusters, Ints sites, SplittableRandom random) {
        List<Route> trees = new ArrayList<>();
        for (int p = 0; p < graph.populations().size(); p++) {
            if (graph.populations().get(p).model() instanceof Source) {
                trees.add(tree(new Slice(p, 0, graph.populations().get(p).size()), 0, sites, random));
            }
        }
        for (int c = 0; c < clusters.size(); c++) {
            for (Slice slice : clusters.get(c).slices()) {
                if (random.nextInt(8) > 0) {
                    trees.add(tree(slice, sites.at(c), sites, random));
                }
            }
        }
        return trees;
    }

    private static Route tree(Slice slice, int site, Ints sites, SplittableRandom random) {
        TreeSet<Integer> destinations = new TreeSet<>();
        for (int k = random.nextInt(4); k > 0; k--) {
            destinations.add(sites.at(random.nextInt(sites.length())));
        }
        List<Route.Link> links = IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> new Route.Link(random.nextInt(9), random.nextInt(9), random.nextInt(4)))
                .toList();
        return new Route(slice.population(), slice.from(), slice.to(), site, List.copyOf(destinations), links);
    }

    private static List<TableEntry> tables(SplittableRandom random, int chips) {
        List<TableEntry> entries = new ArrayList<>();
        for (int chip = 0; chip < chips; chip++) {
            for (int k = random.nextInt(4); k > 0; k--) {
                entries.add(new TableEntry(
                        chip, random.nextInt(), random.nextInt(), random.nextInt(16), random.nextLong()));
            }
        }
        return entries;
    }
}
