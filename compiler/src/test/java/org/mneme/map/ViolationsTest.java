package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mneme.ir.GraphBuilder;
import org.mneme.ir.Lif;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.Weights;
import org.mneme.targets.Quantity;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

class ViolationsTest {
    private static final MappingOptions OPTIONS = MappingOptions.defaults();

    /** For each limit of a core, one that no neuron of the circuit keeps; for each of a board, one that its cores do not keep. */
    private static final Map<Quantity, Double> TOO_SMALL = Map.of(
            Quantity.NEURONS_PER_CORE, 0.0,
            Quantity.INPUT_AXONS_PER_CORE, 30.0,
            Quantity.OUTPUT_AXONS_PER_CORE, 2.0,
            Quantity.SYNAPSE_BITS_PER_CORE, 1000.0,
            Quantity.SYNAPSE_BITS_PER_CHIP, 1000.0,
            Quantity.THRESHOLDS_PER_CORE, 0.0,
            Quantity.FLOORS_PER_CORE, 0.0,
            Quantity.MEMBRANES_PER_CORE, 0.0,
            Quantity.SYNAPSE_FORMATS_PER_CORE, 1.0,
            Quantity.AXON_TYPES_PER_CORE, 1.0);

    private static List<Violation> violations(Workload workload, Target target) {
        return assertThrows(
                        InfeasibleException.class, () -> Mapper.map(workload, target, OPTIONS, MappingProgress.NONE))
                .violations();
    }

    private static Set<Quantity> quantities(List<Violation> violations) {
        return violations.stream().map(Violation::quantity).collect(Collectors.toSet());
    }

    private static Boards board() {
        return Boards.unlimited().cores(8, 8, 1).with(Quantity.NEURONS_PER_CORE, 16);
    }

    @Test
    void eachLimitOfACoreThatIsTooSmallIsNamedAlone() {
        TOO_SMALL.forEach((quantity, limit) -> {
            Boards board = board().with(quantity, limit);
            if (quantity == Quantity.AXON_TYPES_PER_CORE) {
                board.having(Trait.SHARED_AXON_WEIGHTS);
            }
            List<Violation> found = violations(Memories.workload(20, 30, true), board.build());
            assertEquals(Set.of(quantity), quantities(found), quantity + ": " + found);
            for (Violation violation : found) {
                assertEquals(Violation.Scope.NEVER_FITS, violation.scope());
                assertTrue(violation.used() > violation.limit(), violation.toString());
                assertEquals(limit, violation.limit());
            }
        });
    }

    @Test
    void allLimitsThatAreTooSmallAreNamedAtOnce() {
        Boards board = board().having(Trait.SHARED_AXON_WEIGHTS)
                .with(Quantity.CHIPS, 1)
                .cores(2, 2, 1);
        TOO_SMALL.forEach(board::with);
        Set<Quantity> expected = EnumSet.copyOf(TOO_SMALL.keySet());
        expected.add(Quantity.CORES_PER_CHIP);
        assertEquals(expected, quantities(violations(Memories.workload(20, 30, true), board.build())));
    }

    @Test
    void aFullBoardIsToldApartFromWhatNeverFits() {
        Workload workload = Memories.workload(20, 30, true);
        Mapping fits = Mapper.map(workload, board().build(), OPTIONS, MappingProgress.NONE);
        int cores = fits.partition().clusters().size();
        assertEquals(List.of(), MappingCheck.faults(fits));
        Mapper.map(workload, board().cores(cores, 1, 1).build(), OPTIONS, MappingProgress.NONE);
        Violation oneChip =
                violations(workload, board().cores(cores - 1, 1, 1).build()).getFirst();
        assertEquals(
                new Violation(
                        Quantity.CORES_PER_CHIP,
                        Violation.Scope.BOARD_FULL,
                        "the board (" + cores + " cores are needed)",
                        cores,
                        cores - 1,
                        oneChip.remedy()),
                oneChip);
        assertTrue(oneChip.remedy().contains(cores + " cores"), oneChip.remedy());

        Violation chips =
                violations(workload, board().cores(1, 1, 1).chips(2, 1).build()).getFirst();
        assertEquals(Quantity.CHIPS, chips.quantity());
        assertEquals(Violation.Scope.BOARD_FULL, chips.scope());
        assertEquals(cores, chips.used());
        assertTrue(chips.remedy().contains("use " + cores + " chips"), chips.remedy());
    }

    @Test
    void theRemedyForInputAxonsFits() {
        Target target =
                Boards.unlimited().with(Quantity.INPUT_AXONS_PER_CORE, 100).build();
        Violation tooMany =
                violations(Memories.workload(40, 120, false), target).getFirst();
        assertEquals("a neuron of rails (0)", tooMany.object());
        assertEquals(120, tooMany.used());
        assertTrue(tooMany.remedy().contains("at most 100 of the 120 neurons of hidden"), tooMany.remedy());
        Mapper.map(Memories.workload(40, 100, false), target, OPTIONS, MappingProgress.NONE);
        assertEquals(
                "a neuron of rails (0)",
                violations(Memories.workload(40, 101, false), target).getFirst().object());
    }

    @Test
    void chipsWhoseMemoryIsTooSmallForAllTheirCoresAreNamed() {
        Workload workload = Memories.workload(20, 30, true);
        Mapping fits = Mapper.map(workload, board().build(), OPTIONS, MappingProgress.NONE);
        double all = fits.resources().stream()
                .filter(r -> r.quantity() == Quantity.SYNAPSE_BITS_PER_CHIP)
                .mapToDouble(Resource::used)
                .sum();
        Target target = board().with(Quantity.SYNAPSE_BITS_PER_CHIP, all - 1).build();
        Violation full = violations(workload, target).getFirst();
        assertEquals(Quantity.SYNAPSE_BITS_PER_CHIP, full.quantity());
        assertEquals(Violation.Scope.BOARD_FULL, full.scope());
        assertEquals(all, full.used());
        assertTrue(full.remedy().startsWith("use 2 chips, "), full.remedy());
        Mapping two = Mapper.map(
                workload,
                board().chips(2, 1)
                        .with(Quantity.SYNAPSE_BITS_PER_CHIP, all - 1)
                        .build(),
                OPTIONS,
                MappingProgress.NONE);
        assertEquals(List.of(), MappingCheck.faults(two));
    }

    @Test
    void routingTablesThatAreTooSmallAreNamed() {
        Boards board = Boards.tables(3, 3, 2).with(Quantity.NEURONS_PER_CORE, 16);
        Workload workload = Memories.workload(20, 30, true);
        Mapping fits = Mapper.map(workload, board.build(), OPTIONS, MappingProgress.NONE);
        assertEquals(List.of(), MappingCheck.faults(fits));
        Violation full = violations(
                        workload,
                        board.with(Quantity.ROUTING_ENTRIES_PER_CHIP, 2).build())
                .getFirst();
        assertEquals(Quantity.ROUTING_ENTRIES_PER_CHIP, full.quantity());
        assertEquals(Violation.Scope.BOARD_FULL, full.scope());
    }

    @Test
    void weightsThatNoFormatHoldsAreNamed() {
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("in", 2, new Source(1))
                .population("out", 2, new Lif(Membrane.memoryless(Parameter.of(0))))
                .projection("odd", "in", "out", new Weights.OneToOne(Parameter.perNeuron(511, -1)), 1)
                .build();
        Violation odd = violations(
                        new Workload(graph, Set.of(), Map.of()),
                        Boards.loihi(1, 1).build())
                .getFirst();
        assertEquals(Quantity.SYNAPSE_FORMATS_PER_CORE, odd.quantity());
        assertTrue(odd.object().contains("projection odd (511)"), odd.object());
    }

    @Test
    void neuronsWhoseWeightsNoFormatHoldsTogetherAreCutApart() {
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("in", 4, new Source(1))
                .population("out", 4, new Lif(Membrane.memoryless(Parameter.of(0))))
                .projection("odd", "in", "out", new Weights.OneToOne(Parameter.perNeuron(3, 3, -1, -1)), 1)
                .build();
        Mapping mapping = Mapper.map(
                new Workload(graph, Set.of(), Map.of()), Boards.loihi(1, 1).build(), OPTIONS, MappingProgress.NONE);
        assertEquals(
                List.of(new Slice(1, 0, 2), new Slice(1, 2, 4)),
                mapping.partition().clusters().stream()
                        .flatMap(c -> c.slices().stream())
                        .sorted(java.util.Comparator.comparingInt(Slice::from))
                        .toList());
        assertEquals(List.of(), MappingCheck.faults(mapping));
    }

    @Test
    void whatNoCutMakesFitIsSaid() {
        // Each neuron reaches all cores of its own population: cut in n, a core's neurons reach n cores each.
        SpikingGraph graph = new GraphBuilder("g", new NumberDomain.Fixed(24), 1e-3)
                .population("all", 100, new Lif(Membrane.memoryless(Parameter.of(0))))
                .projection("lateral", "all", "all", new Weights.Uniform(1), 1)
                .build();
        Workload workload = new Workload(graph, Set.of(), Map.of());
        Boards board = Boards.unlimited().cores(16, 16, 1).with(Quantity.NEURONS_PER_CORE, 20);
        Violation cut = violations(
                        workload, board.with(Quantity.OUTPUT_AXONS_PER_CORE, 60).build())
                .getFirst();
        assertEquals(Quantity.OUTPUT_AXONS_PER_CORE, cut.quantity());
        assertEquals(Violation.Scope.NEVER_FITS, cut.scope());
        assertTrue(cut.remedy().contains("100"), cut.remedy());
        Mapping fits = Mapper.map(
                workload, board.with(Quantity.OUTPUT_AXONS_PER_CORE, 100).build(), OPTIONS, MappingProgress.NONE);
        assertEquals(5, fits.partition().clusters().size());
    }

    @Test
    void hostEventsAreALimitOnlyWhereAllRatesAreStated() {
        Workload stated = Memories.workload(20, 30, true);
        Target slow = board().with(Quantity.HOST_EVENTS, 1000).build();
        assertEquals(Set.of(Quantity.HOST_EVENTS), quantities(violations(stated, slow)));
        Workload bound = new Workload(stated.graph(), stated.probed(), Map.of());
        Mapping mapped = Mapper.map(bound, slow, OPTIONS, MappingProgress.NONE);
        assertTrue(mapped.resources().stream().anyMatch(r -> r.quantity() == Quantity.HOST_EVENTS && !r.fits()));
    }

    @Test
    void theMessageNamesEveryLimitAndTheExitCodeIsOne() {
        Boards board = board();
        Map<Quantity, Double> some =
                new EnumMap<>(Map.of(Quantity.INPUT_AXONS_PER_CORE, 30.0, Quantity.FLOORS_PER_CORE, 0.0));
        some.forEach(board::with);
        InfeasibleException refused = assertThrows(
                InfeasibleException.class,
                () -> Mapper.map(Memories.workload(20, 30, true), board.build(), OPTIONS, MappingProgress.NONE));
        assertEquals(1, refused.exitCode());
        assertEquals("winner-take-all", refused.graph());
        assertEquals("board", refused.target());
        some.keySet().forEach(q -> assertTrue(refused.getMessage().contains(q.key()), refused.getMessage()));
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "graph 'winner-take-all' does not fit board: a neuron of rails (0): 32 axons exceed the 30 of"
                                        + " input-axons-per-core (never fits; "),
                refused.getMessage());
    }

    @Test
    void synapseRowsOfACrossbarCostNothing() {
        assertEquals(0, new SynapseRows(true, 1, 1, 1, 1, 1, org.mneme.targets.Status.KNOWN, "test").bits(5, 5, 8));
    }
}
