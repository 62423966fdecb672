package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

class PartitionerTest {
    private static final MappingOptions OPTIONS = MappingOptions.defaults();

    private static Mapping map(Workload workload, Target target, String partitioner) {
        return Mapper.map(workload, target, OPTIONS.with(partitioner, "annealing", "auto"), MappingProgress.NONE);
    }

    private static double most(Mapping mapping, Quantity quantity) {
        return mapping.resources().stream()
                .filter(r -> r.quantity() == quantity)
                .mapToDouble(Resource::used)
                .max()
                .orElseThrow();
    }

    @Test
    void slicesOfSeveralPopulationsShareCoresWhereTheyFit() {
        Workload workload = Memories.workload(60, 300, true);
        Target target = Boards.unlimited().with(Quantity.NEURONS_PER_CORE, 64).build();
        Mapping plain = map(workload, target, "first-fit");
        Mapping packed = map(workload, target, "packing");
        // 120 rails, 300 hidden units, ramp and inhibitor: 2 + 5 + 1 + 1 cores, or ⌈422/64⌉.
        assertEquals(9, plain.partition().clusters().size());
        assertEquals(7, packed.partition().clusters().size());
        assertEquals(List.of(), MappingCheck.faults(packed));
        assertTrue(packed.estimate().unicastHops() < plain.estimate().unicastHops());
    }

    @Test
    void outputAxonsAreReckonedWithTheCoresThatTargetsAreCutInto() {
        Workload workload = Memories.workload(100, 1000, true);
        Target target = Boards.unlimited()
                .cores(16, 16, 1)
                .with(Quantity.OUTPUT_AXONS_PER_CORE, 600)
                .with(Quantity.NEURONS_PER_CORE, 100)
                .build();
        for (String partitioner : List.of("first-fit", "packing")) {
            Mapping mapping = map(workload, target, partitioner);
            assertEquals(List.of(), MappingCheck.faults(mapping), partitioner);
            // Cores are filled: not all that was reckoned with is left over.
            assertTrue(most(mapping, Quantity.OUTPUT_AXONS_PER_CORE) > 500, partitioner);
        }
    }

    @Test
    void winnerTakeAllOn256AxonsHoldsAtMost127Features() {
        Target target = Boards.trueNorth().build();
        Mapping mapping = map(Memories.workload(127, 128, false), target, "packing");
        assertTrue(most(mapping, Quantity.INPUT_AXONS_PER_CORE) <= 256);
        assertTrue(most(mapping, Quantity.NEURONS_PER_CORE) <= 256);
        assertEquals(1, most(mapping, Quantity.TARGETS_PER_NEURON));
        List<Violation> tooLarge = assertThrows(
                        InfeasibleException.class, () -> map(Memories.workload(128, 128, false), target, "packing"))
                .violations();
        // 256 rails, the ramp and the inhibitor, or the rails, the ramp's own spike and the inhibitor.
        assertTrue(tooLarge.stream()
                .allMatch(v -> v.quantity() == Quantity.INPUT_AXONS_PER_CORE
                        && v.scope() == Violation.Scope.NEVER_FITS
                        && v.used() == 258
                        && v.remedy().contains("at most 254 of the 256 neurons of rails")));
        // With cue and clear sources, which take axons too, a rail hears 2 beside P hidden units.
        map(Memories.workload(60, 60, true), target, "packing");
        List<Violation> tooMany = assertThrows(
                        InfeasibleException.class, () -> map(Memories.workload(60, 255, true), target, "packing"))
                .violations();
        assertTrue(tooMany.stream().anyMatch(v -> v.used() == 257 && v.object().contains("rails")), tooMany.toString());
    }

    @Test
    void copiesReachOneAxonEachAndAxonsGiveEachNeuronItsWeights() {
        Target target = Boards.trueNorth().build();
        Workload workload = Memories.workload(40, 50, true);
        Mapping mapping = map(workload, target, "packing");
        Accounting accounting = new Accounting(workload, target);
        List<CoreUse> cores = mapping.partition().clusters().stream()
                .map(c -> accounting.use(c, Demand.none(accounting.populations())))
                .toList();
        Demand demand = Demand.of(accounting.populations(), cores);
        int severalCopies = 0;
        for (Cluster cluster : mapping.partition().clusters()) {
            for (int s = 0; s < cluster.slices().size(); s++) {
                Slice slice = cluster.slices().get(s);
                boolean probed = slice.population() == 0;
                int reached = demand.max(slice.population(), slice.from(), slice.to()) + (probed ? 1 : 0);
                assertEquals(Math.max(1, reached), cluster.copies().get(s));
                severalCopies += reached > 1 ? 1 : 0;
            }
        }
        assertTrue(severalCopies > 0);
        for (CoreUse core : cores) {
            for (Slice slice : core.slices()) {
                realised(accounting, workload.graph(), core, slice);
            }
        }
    }

    /** Every synapse has an axon of its source whose kind has just its weight for the slice. */
    private static void realised(Accounting accounting, SpikingGraph graph, CoreUse core, Slice slice) {
        for (Projection projection : graph.projections()) {
            int target = graph.populationIndex().getOrDefault(projection.target(), -1);
            int source = graph.populationIndex().getOrDefault(projection.source(), -1);
            if (target != slice.population()) {
                continue;
            }
            for (int s = 0; s < accounting.populations().get(source).size(); s++) {
                for (int i = slice.from(); i < slice.to(); i++) {
                    double weight = projection.weights().at(s, i);
                    if (weight != 0) {
                        Set<Integer> kinds = new HashSet<>();
                        for (Map.Entry<CoreUse.AxonClass, long[]> axon :
                                core.axons().entrySet()) {
                            CoreUse.AxonClass key = axon.getKey();
                            Map<Slice, Double> weights =
                                    core.kinds().getOrDefault(new CoreUse.KindClass(source, key.kind()), Map.of());
                            if (key.population() == source
                                    && key.delay() == projection.delay().shared(i)
                                    && (axon.getValue()[s >>> 6] >>> s & 1) != 0
                                    && weights.getOrDefault(slice, 0.0) == weight) {
                                kinds.add(key.kind());
                            }
                        }
                        assertEquals(1, kinds.size(), projection.name() + " " + s + " onto " + i);
                    }
                }
            }
        }
    }

    @Test
    void sourcesThatTheHostFiresForNeuronsTakeNoAxons() {
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("cue", 10, new Source(1))
                .population("cells", 10, new Lif(Membrane.memoryless(Parameter.of(0))))
                .projection("cue", "cue", "cells", new Weights.OneToOne(Parameter.of(1)), 1)
                .projection("all", "cells", "cells", new Weights.Uniform(1), 1)
                .build();
        Workload workload = new Workload(graph, Set.of(), Map.of());
        Boards board = Boards.unlimited().cores(1, 1, 1).with(Quantity.INPUT_AXONS_PER_CORE, 10);
        assertThrows(InfeasibleException.class, () -> map(workload, board.build(), "packing"));
        Mapping mapping = map(workload, board.having(Trait.HOST_FIRES_NEURONS).build(), "packing");
        assertEquals(10, most(mapping, Quantity.INPUT_AXONS_PER_CORE));
    }

    @Test
    void aTableOfThresholdsEndsSlicesThatThenShareCores() {
        // Thresholds 0 1 2 0 1 2 …, two a core: slices of two neurons; packed by equal thresholds, three cores do.
        double[] thresholds = new double[24];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = i % 3;
        }
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("cells", 24, new Lif(Membrane.memoryless(Parameter.perNeuron(thresholds))))
                .build();
        Workload workload = new Workload(graph, Set.of(), Map.of());
        Target target = Boards.unlimited().with(Quantity.THRESHOLDS_PER_CORE, 2).build();
        assertEquals(
                12, map(workload, target, "first-fit").partition().clusters().size());
        Mapping packed = map(workload, target, "packing");
        assertEquals(3, packed.partition().clusters().size());
        assertEquals(List.of(), MappingCheck.faults(packed));
    }
}
