package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Random graphs on random targets. */
class MapperPropertyTest {
    private static final int GRAPHS = 180;

    @Test
    void noLimitIsExceededAndEverySpikeReachesExactlyTheCoresThatHearIt() {
        RandomGraphs graphs = new RandomGraphs(new Random(7));
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        int feasible = 0;
        int infeasible = 0;
        int packed = 0;
        int severalCores = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            SpikingGraph graph = graphs.next();
            Target target = target(random);
            traits.addAll(target.traits().keySet());
            Workload workload = new Workload(graph, graphs.probed(graph), Map.of("p0", 0.25));
            MappingOptions options = MappingOptions.defaults()
                    .withSeed(seed)
                    .with(
                            graphs.any(List.of("first-fit", "packing")),
                            graphs.any(List.of("first-fit", "annealing")),
                            graphs.any(List.of("unicast", "multicast")));
            try {
                Mapping mapping = Mapper.map(workload, target, options, MappingProgress.NONE);
                assertEquals(List.of(), MappingCheck.faults(mapping), "seed " + seed);
                feasible++;
                packed += mapping.partition().clusters().stream()
                                .anyMatch(c -> c.slices().size() > 1)
                        ? 1
                        : 0;
                severalCores += mapping.partition().clusters().size() > 4 ? 1 : 0;
            } catch (InfeasibleException e) {
                assertTrue(!e.violations().isEmpty(), "seed " + seed);
                infeasible++;
            }
        }
        assertEquals(EnumSet.allOf(RandomGraphs.Part.class), graphs.parts());
        assertTrue(traits.contains(Trait.AXON_HOLDS_DELAY), "delays of axons come up");
        assertTrue(feasible > GRAPHS / 2, "feasible: " + feasible);
        assertTrue(infeasible > GRAPHS / 20, "infeasible: " + infeasible);
        assertTrue(packed > GRAPHS / 10, "packed: " + packed);
        assertTrue(severalCores > GRAPHS / 8, "on several cores: " + severalCores);
    }

    /** A target of any shape and routing, with some of the limits of a core. */
    static Target target(Random random) {
        Boards board = switch (random.nextInt(4)) {
            case 0 ->
                Boards.tables(1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(18))
                        .with(Quantity.ROUTING_ENTRIES_PER_CHIP, 10 + random.nextInt(100));
            case 1 ->
                Boards.unlimited()
                        .cores(1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(3))
                        .chips(1 + random.nextInt(3), 1 + random.nextInt(3))
                        .routing(Target.Topology.HEXAGONAL, Target.Routing.DESTINATIONS);
            default ->
                Boards.unlimited()
                        .cores(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(3))
                        .chips(1 + random.nextInt(3), 1 + random.nextInt(3));
        };
        if (random.nextBoolean()) {
            board.lacking(Trait.MULTICAST);
        }
        if (random.nextInt(3) == 0) {
            board.having(Trait.AXON_HOLDS_DELAY);
        }
        // A board whose last row of chips is not full.
        if (random.nextInt(3) == 0) {
            board.with(Quantity.CHIPS, 5).with(Quantity.CHIP_COLUMNS, 3).with(Quantity.CHIP_ROWS, 2);
        }
        limit(board, random, Quantity.NEURONS_PER_CORE, 8, 64);
        limit(board, random, Quantity.INPUT_AXONS_PER_CORE, 150, 400);
        limit(board, random, Quantity.OUTPUT_AXONS_PER_CORE, 30, 200);
        limit(board, random, Quantity.SYNAPSE_BITS_PER_CORE, 20_000, 80_000);
        limit(board, random, Quantity.SYNAPSE_BITS_PER_CHIP, 200_000, 900_000);
        limit(board, random, Quantity.THRESHOLDS_PER_CORE, 2, 5);
        limit(board, random, Quantity.FLOORS_PER_CORE, 1, 3);
        limit(board, random, Quantity.MEMBRANES_PER_CORE, 1, 3);
        limit(board, random, Quantity.SYNAPSE_FORMATS_PER_CORE, 2, 5);
        limit(board, random, Quantity.TARGETS_PER_NEURON, 1, 4);
        return board.build();
    }

    private static void limit(Boards board, Random random, Quantity quantity, int low, int high) {
        if (random.nextInt(3) == 0) {
            board.with(quantity, low + random.nextInt(high - low));
        }
    }
}
