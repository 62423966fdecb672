package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mneme.bits.Ints;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/** The check that the property tests rest on must find what is wrong. */
class MappingCheckTest {
    private final Mapping sound = Mapper.map(
            Memories.workload(20, 60, true),
            Boards.tables(3, 3, 4)
                    .with(Quantity.NEURONS_PER_CORE, 24)
                    .with(Quantity.OUTPUT_AXONS_PER_CORE, 400)
                    .build(),
            MappingOptions.defaults(),
            MappingProgress.NONE);

    @Test
    void aSoundMappingHasNoFaults() {
        assertEquals(List.of(), MappingCheck.faults(sound));
    }

    @Test
    void aNeuronTwiceOrNowhereIsFound() {
        faulty(with(clusters -> {
            clusters.set(0, new Cluster(List.of(new Slice(0, 0, 23)), List.of(1)));
            return clusters;
        }));
        faulty(with(clusters -> {
            clusters.set(1, clusters.get(0));
            return clusters;
        }));
    }

    @Test
    void twoClustersOnOneCoreAreFound() {
        int[] sites = sound.placement().sites().toArray();
        sites[1] = sites[0];
        faulty(with(new Placement(Ints.of(sites)), sound.routes(), sound.target(), sound.resources()));
    }

    @Test
    void swappedCoresAreFound() {
        int[] sites = sound.placement().sites().toArray();
        int first = sites[0];
        sites[0] = sites[sites.length - 1];
        sites[sites.length - 1] = first;
        faulty(with(new Placement(Ints.of(sites)), sound.routes(), sound.target(), sound.resources()));
    }

    @Test
    void everyLinkCounts() {
        for (int r = 0; r < sound.routes().trees().size(); r++) {
            Route route = sound.routes().trees().get(r);
            for (int k = 0; k < route.links().size(); k++) {
                List<Route.Link> links = new ArrayList<>(route.links());
                links.remove(k);
                faulty(withRoute(r, route.destinations(), links));
            }
            if (!route.links().isEmpty()) {
                List<Route.Link> twice = new ArrayList<>(route.links());
                twice.add(twice.getFirst());
                faulty(withRoute(r, route.destinations(), twice));
            }
        }
    }

    @Test
    void everyDestinationCounts() {
        for (int r = 0; r < sound.routes().trees().size(); r++) {
            Route route = sound.routes().trees().get(r);
            for (int k = 0; k < route.destinations().size(); k++) {
                List<Integer> destinations = new ArrayList<>(route.destinations());
                destinations.subList(k, k + 1).clear();
                faulty(withRoute(r, destinations, route.links()));
            }
        }
    }

    @Test
    void everyTableEntryCounts() {
        List<TableEntry> tables = sound.routes().tables();
        for (int e = 0; e < tables.size(); e++) {
            List<TableEntry> fewer = new ArrayList<>(tables);
            TableEntry entry = fewer.remove(e);
            faulty(withTables(fewer));
            List<TableEntry> other = new ArrayList<>(tables);
            other.set(e, new TableEntry(entry.chip(), entry.key(), entry.mask(), entry.links(), entry.cores() ^ 1));
            faulty(withTables(other));
        }
        List<TableEntry> shadowed = new ArrayList<>(tables);
        shadowed.addFirst(new TableEntry(tables.getFirst().chip(), 0, 0, 0, 1));
        faulty(withTables(shadowed));
    }

    @Test
    void aTighterLimitThanMappedForIsFound() {
        for (Quantity quantity : List.of(
                Quantity.NEURONS_PER_CORE,
                Quantity.INPUT_AXONS_PER_CORE,
                Quantity.OUTPUT_AXONS_PER_CORE,
                Quantity.SYNAPSE_BITS_PER_CORE,
                Quantity.SYNAPSE_BITS_PER_CHIP,
                Quantity.THRESHOLDS_PER_CORE,
                Quantity.FLOORS_PER_CORE,
                Quantity.MEMBRANES_PER_CORE,
                Quantity.ROUTING_ENTRIES_PER_CHIP)) {
            double used = sound.resources().stream()
                    .filter(r -> r.quantity() == quantity)
                    .mapToDouble(Resource::used)
                    .max()
                    .orElseThrow();
            Target tighter = Boards.tables(3, 3, 4)
                    .with(Quantity.NEURONS_PER_CORE, 24)
                    .with(quantity, used - 1)
                    .build();
            faulty(with(sound.placement(), sound.routes(), tighter, sound.resources()));
        }
    }

    @Test
    void aReportThatIsWrongIsFound() {
        List<Resource> resources = new ArrayList<>(sound.resources());
        Collections.reverse(resources);
        Resource last = resources.getFirst();
        resources.set(0, new Resource(last.quantity(), last.place(), last.used() + 1, last.limit(), last.status()));
        resources.removeIf(r -> r.quantity() == Quantity.INPUT_AXONS_PER_CORE);
        faulty(with(sound.placement(), sound.routes(), sound.target(), resources));
    }

    private static void faulty(Mapping mapping) {
        assertFalse(MappingCheck.faults(mapping).isEmpty());
    }

    private Mapping withRoute(int r, List<Integer> destinations, List<Route.Link> links) {
        List<Route> trees = new ArrayList<>(sound.routes().trees());
        Route route = trees.get(r);
        trees.set(r, new Route(route.population(), route.from(), route.to(), route.site(), destinations, links));
        Routes routes =
                new Routes(trees, sound.routes().firstKeys(), sound.routes().tables());
        return with(sound.placement(), routes, sound.target(), sound.resources());
    }

    private Mapping withTables(List<TableEntry> tables) {
        Routes routes = new Routes(sound.routes().trees(), sound.routes().firstKeys(), tables);
        return with(sound.placement(), routes, sound.target(), sound.resources());
    }

    private Mapping with(UnaryOperator<List<Cluster>> change) {
        Partition partition =
                new Partition(change.apply(new ArrayList<>(sound.partition().clusters())));
        return new Mapping(
                sound.target(),
                sound.workload(),
                sound.seed(),
                partition,
                sound.placement(),
                sound.routes(),
                sound.resources(),
                sound.estimate(),
                sound.notes());
    }

    private Mapping with(Placement placement, Routes routes, Target target, List<Resource> resources) {
        return new Mapping(
                target,
                sound.workload(),
                sound.seed(),
                sound.partition(),
                placement,
                routes,
                resources,
                sound.estimate(),
                sound.notes());
    }
}
