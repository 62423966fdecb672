package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;

class MapperTest {
    private static final MappingOptions OPTIONS = MappingOptions.defaults();

    private static Mapping map(Workload workload, Boards board, MappingOptions options) {
        return Mapper.map(workload, board.build(), options, MappingProgress.NONE);
    }

    @Test
    void aTargetThatLacksALimitIsRefusedOrMappedAsFarAsIsKnown() {
        Workload workload = Memories.workload(20, 30, true);
        Boards board = Boards.unlimited()
                .without(Quantity.INPUT_AXONS_PER_CORE)
                .without(Quantity.CORES_PER_CHIP)
                .without(Quantity.TILE_COLUMNS)
                .with(Quantity.NEURONS_PER_CORE, 16);
        IncompleteTargetException refused =
                assertThrows(IncompleteTargetException.class, () -> map(workload, board, OPTIONS));
        assertEquals(
                List.of(Quantity.TILE_COLUMNS, Quantity.CORES_PER_CHIP, Quantity.INPUT_AXONS_PER_CORE),
                refused.unknown());
        assertEquals(2, refused.exitCode());
        assertTrue(refused.getMessage().contains("--assume FILE"));
        Mapping mapping = map(workload, board, OPTIONS.allowingIncomplete(true));
        assertEquals(
                "fits as far as known (3 limits unknown: tile-columns, cores-per-chip, input-axons-per-core)",
                mapping.notes().getFirst());
        assertTrue(mapping.resources().stream()
                .filter(r -> r.quantity() == Quantity.INPUT_AXONS_PER_CORE)
                .allMatch(r -> r.status() == Status.UNKNOWN && Double.isInfinite(r.limit())));
    }

    @Test
    void limitsThatAreNotKnownForSureAreNoted() {
        Workload workload = Memories.workload(20, 30, true);
        Boards board = Boards.unlimited()
                .with(Quantity.NEURONS_PER_CORE, 16, Status.UNVERIFIED)
                .with(Quantity.INPUT_AXONS_PER_CORE, 500, Status.ASSUMED)
                .with(Quantity.OUTPUT_AXONS_PER_CORE, Double.POSITIVE_INFINITY, Status.UNVERIFIED);
        assertEquals(
                List.of(
                        "neurons-per-core of board is unverified: 16 (test)",
                        "input-axons-per-core of board is assumed: 500 (test)"),
                map(workload, board, OPTIONS).notes());
    }

    @Test
    void aCutByTheTimeBudgetIsNoted() {
        Workload workload = Memories.workload(100, 4000, true);
        Boards board = Boards.unlimited().cores(32, 32, 1).with(Quantity.NEURONS_PER_CORE, 8);
        Mapping cut = map(workload, board, OPTIONS.withTimeBudget(Duration.ofNanos(1)));
        assertTrue(
                cut.notes().getFirst().contains("another run may give other bytes"),
                cut.notes().toString());
    }

    @Test
    void graphsOfRealNumbersAreRefused() {
        SpikingGraph real = new GraphBuilder("g", new NumberDomain.Real(), 1e-3)
                .population("in", 1, new Source(1))
                .build();
        assertThrows(
                InvalidValueException.class,
                () -> map(new Workload(real, Set.of(), Map.of()), Boards.unlimited(), OPTIONS));
    }

    @Test
    void tablesNeedOneRouterAChip() {
        Boards board = Boards.unlimited().routing(Target.Topology.MESH, Target.Routing.KEY_MASK);
        assertThrows(InvalidValueException.class, () -> map(Memories.workload(5, 5, true), board, OPTIONS));
    }

    @Test
    void everyStageIsToldOfAndEndsWithOne() {
        Set<MappingProgress.Stage> ended = EnumSet.noneOf(MappingProgress.Stage.class);
        List<MappingProgress.Stage> stages = new ArrayList<>();
        Mapper.map(Memories.workload(20, 30, true), Boards.loihi(1, 1).build(), OPTIONS, (stage, done, _) -> {
            stages.add(stage);
            if (done == 1) {
                ended.add(stage);
            }
        });
        assertEquals(EnumSet.allOf(MappingProgress.Stage.class), ended);
        assertEquals(stages.stream().sorted().toList(), stages);
    }

    @Test
    void progressNeverGoesBackEvenWherePartitionIsTriedTwice() {
        Map<MappingProgress.Stage, Double> last = new EnumMap<>(MappingProgress.Stage.class);
        Workload workload = Memories.workload(20, 60, true);
        Target target = Boards.unlimited()
                .cores(16, 16, 1)
                .with(Quantity.NEURONS_PER_CORE, 10)
                .with(Quantity.OUTPUT_AXONS_PER_CORE, 8)
                .build();
        assertThrows(
                InfeasibleException.class,
                () -> Mapper.map(workload, target, OPTIONS, (stage, done, _) -> {
                    assertTrue(done >= last.getOrDefault(stage, 0.0) && done <= 1, stage + " " + done);
                    last.put(stage, done);
                }));
        assertEquals(Map.of(MappingProgress.Stage.PARTITION, 1.0), last);
    }

    @Test
    void estimatesAreSumsOverRatesAndFigures() {
        // 4 sources at 0.5 → 3 neurons (each 1) → 1 neuron that is silent; two neurons a core.
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("in", 4, new Source(1))
                .population("mid", 3, new Lif(Membrane.memoryless(Parameter.of(0))))
                .population("out", 1, new Lif(Membrane.memoryless(Parameter.of(0))))
                .projection("in", "in", "mid", new Weights.Uniform(1), 1)
                .projection("up", "mid", "out", new Weights.Uniform(1), 1)
                .build();
        Workload workload = new Workload(graph, Set.of(), Map.of("in", 0.5, "out", 0.0));
        Boards board = Boards.unlimited()
                .cores(4, 1, 1)
                .with(Quantity.NEURONS_PER_CORE, 2)
                .with(Quantity.SYNAPSE_ENERGY, 10)
                .with(Quantity.UPDATE_ENERGY, 100)
                .with(Quantity.SPIKE_ENERGY, 1000, Status.UNVERIFIED)
                .with(Quantity.HOP_ENERGY, 10_000)
                .with(Quantity.SYNAPSE_TIME, 1)
                .with(Quantity.UPDATE_TIME, 10)
                .with(Quantity.SPIKE_TIME, 100)
                .with(Quantity.BARRIER_TIME, 5000);
        Estimate estimate = map(workload, board, OPTIONS.with("first-fit", "first-fit", "unicast"))
                .estimate();
        // Sites 0 and 1 hold mid, site 2 out: in → 0, 1 takes one link (shared), mid 0…1 → 2 two links, mid 2 → 2 one.
        assertEquals(3, estimate.spikes());
        assertEquals(0.5 * 12 + 3, estimate.synapticEvents());
        assertEquals(0.5 * 4 + 2 * 2 + 1, estimate.hops());
        assertEquals(7, estimate.unicastHops());
        assertEquals(OptionalDouble.of(90 + 400 + 3000 + 70_000), estimate.joules());
        assertEquals(OptionalDouble.of(4 + 20 + 200 + 5000), estimate.seconds());
        assertEquals(Status.UNVERIFIED, estimate.status());
        Estimate unknown =
                map(workload, board.without(Quantity.HOP_ENERGY), OPTIONS).estimate();
        assertEquals(OptionalDouble.empty(), unknown.joules());
        assertTrue(unknown.seconds().isPresent());
        assertEquals(Status.UNKNOWN, unknown.status());
    }

    @Test
    void everyLimitOfEveryPlaceInUseIsReported() {
        Mapping mapping = map(Memories.workload(20, 60, true), Boards.loihi(2, 2), OPTIONS);
        for (Quantity quantity : Quantity.values()) {
            if (quantity.role() == Quantity.Role.LIMIT) {
                assertTrue(mapping.resources().stream().anyMatch(r -> r.quantity() == quantity), quantity.key());
            }
        }
        assertTrue(mapping.resources().stream().allMatch(Resource::fits));
        assertFalse(mapping.resources().stream().anyMatch(r -> r.used() < 0));
    }

    @Test
    void betterAlgorithmsNeedFewerHopsThanFirstFit() {
        Workload workload = Memories.workload(64, 1500, true);
        Boards board = Boards.unlimited().cores(16, 16, 1).with(Quantity.NEURONS_PER_CORE, 16);
        Estimate plain = map(workload, board, OPTIONS.with("first-fit", "first-fit", "unicast"))
                .estimate();
        Estimate good = map(workload, board, OPTIONS).estimate();
        assertTrue(good.unicastHops() < 0.7 * plain.unicastHops(), good + " " + plain);
        assertTrue(good.hops() < plain.hops(), good + " " + plain);
    }
}
