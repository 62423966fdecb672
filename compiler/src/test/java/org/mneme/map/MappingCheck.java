package org.mneme.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mneme.ir.Graded;
import org.mneme.ir.Population;
import org.mneme.ir.Projection;
import org.mneme.ir.Source;
import org.mneme.ir.SpikingGraph;
import org.mneme.targets.Quantity;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** What is wrong with a mapping, found without the mapper: neuron by neuron, synapse by synapse, link by link. */
final class MappingCheck {
    private final Mapping mapping;
    private final SpikingGraph graph;
    private final Target target;
    private final Mesh mesh;
    private final Map<String, Integer> index;
    private final List<String> faults = new ArrayList<>();
    /** Population → neuron → site, or −1. */
    private final int[][] siteOf;

    private MappingCheck(Mapping mapping) {
        this.mapping = mapping;
        this.graph = mapping.workload().graph();
        this.target = mapping.target();
        this.mesh = Mesh.of(target, mapping.partition().clusters().size());
        this.index = graph.populationIndex();
        this.siteOf = graph.populations().stream().map(p -> new int[p.size()]).toArray(int[][]::new);
        for (int[] sites : siteOf) {
            java.util.Arrays.fill(sites, -1);
        }
    }

    /** Says everything that is wrong. */
    static List<String> faults(Mapping mapping) {
        MappingCheck check = new MappingCheck(mapping);
        check.neurons();
        check.routes();
        new UseCheck(mapping, check.siteOf, check.mesh).check(check.faults);
        if (target(mapping).routing() == Target.Routing.KEY_MASK) {
            check.tables();
        }
        return check.faults;
    }

    private static Target target(Mapping mapping) {
        return mapping.target();
    }

    private void neurons() {
        Set<Integer> sites = new HashSet<>();
        List<Cluster> clusters = mapping.partition().clusters();
        for (int c = 0; c < clusters.size(); c++) {
            int site = mapping.placement().sites().at(c);
            if (!sites.add(site) || site < 0 || site >= mesh.sites()) {
                faults.add("cluster " + c + " is on site " + site + ", which is taken or not there");
            }
            for (Slice slice : clusters.get(c).slices()) {
                if (graph.populations().get(slice.population()).model() instanceof Source) {
                    faults.add("a source is on a core: " + slice);
                }
                for (int i = slice.from(); i < slice.to(); i++) {
                    if (siteOf[slice.population()][i] >= 0) {
                        faults.add("twice: neuron " + i + " of population " + slice.population());
                    }
                    siteOf[slice.population()][i] = site;
                }
            }
        }
        for (int p = 0; p < siteOf.length; p++) {
            if (!(graph.populations().get(p).model() instanceof Source)) {
                for (int i = 0; i < siteOf[p].length; i++) {
                    if (siteOf[p][i] < 0) {
                        faults.add("nowhere: neuron " + i + " of population " + p);
                    }
                }
            }
        }
    }

    /** Sites of the cores on which a spike of a neuron meets a synapse that counts. */
    private Set<Integer> hearing(int population, int neuron) {
        Set<Integer> sites = new TreeSet<>();
        for (Projection projection : graph.projections()) {
            if (index.getOrDefault(projection.source(), -1) == population) {
                int to = index.getOrDefault(projection.target(), -1);
                Population hearing = graph.populations().get(to);
                for (int t = 0; t < hearing.size(); t++) {
                    boolean heard = hearing.model() instanceof Graded
                            ? projection.weights().stores(neuron, t)
                            : projection.weights().at(neuron, t) != 0;
                    if (heard) {
                        sites.add(siteOf[to][t]);
                    }
                }
            }
        }
        return sites;
    }

    private void routes() {
        int[][] routed =
                graph.populations().stream().map(p -> new int[p.size()]).toArray(int[][]::new);
        boolean copying = target.has(Trait.MULTICAST) || target.routing() == Target.Routing.KEY_MASK;
        for (Route route : mapping.routes().trees()) {
            boolean host = graph.populations().get(route.population()).model() instanceof Source;
            Set<Integer> union = new TreeSet<>();
            for (int i = route.from(); i < route.to(); i++) {
                routed[route.population()][i]++;
                union.addAll(hearing(route.population(), i));
                if (route.site() != (host ? 0 : siteOf[route.population()][i])) {
                    faults.add("a route starts elsewhere: " + route);
                }
                if (target.routing() != Target.Routing.KEY_MASK
                        && !List.copyOf(hearing(route.population(), i)).equals(route.destinations())) {
                    faults.add("neuron " + i + " is heard elsewhere: " + route);
                }
            }
            if (!List.copyOf(union).equals(route.destinations())) {
                faults.add("cores that hear a route are " + union + ": " + route);
            }
            links(route, copying);
        }
        for (int p = 0; p < routed.length; p++) {
            for (int i = 0; i < routed[p].length; i++) {
                if (routed[p][i] != 1) {
                    faults.add("neuron " + i + " of population " + p + " has " + routed[p][i] + " routes");
                }
            }
        }
    }

    private void links(Route route, boolean copying) {
        int root = mesh.y(route.site()) * mesh.columns() + mesh.x(route.site());
        Set<Integer> reached = new HashSet<>(Set.of(root));
        int shortest = 0;
        for (Route.Link link : route.links()) {
            int x = link.x() + mesh.stepX(link.direction());
            int y = link.y() + mesh.stepY(link.direction());
            if (!reached.contains(link.y() * mesh.columns() + link.x())) {
                faults.add("a link leaves a router that no spike has reached: " + link + " of " + route);
            }
            if (!mesh.exists(x, y)) {
                faults.add("a link leads to a router that is not there: " + link + " of " + route);
            }
            if (!reached.add(y * mesh.columns() + x) && copying) {
                faults.add("a router is reached twice: " + link + " of " + route);
            }
        }
        for (int site : route.destinations()) {
            shortest += mesh.hops(route.site(), site);
            if (!reached.contains(mesh.y(site) * mesh.columns() + mesh.x(site))) {
                faults.add("site " + site + " is not reached: " + route);
            }
        }
        if (!copying && route.links().size() != shortest) {
            faults.add("spikes for each destination take " + shortest + " links: " + route);
        }
        if (route.links().size() > shortest) {
            faults.add("more links than without sharing: " + route);
        }
    }

    /** Follows the key of every neuron through the tables. */
    private void tables() {
        Map<Integer, List<TableEntry>> byChip = new TreeMap<>();
        mapping.routes()
                .tables()
                .forEach(e ->
                        byChip.computeIfAbsent(e.chip(), _ -> new ArrayList<>()).add(e));
        Map<Integer, Route> owners = new HashMap<>();
        List<Route> trees = mapping.routes().trees();
        for (int r = 0; r < trees.size(); r++) {
            Route route = trees.get(r);
            for (int i = route.from(); i < route.to(); i++) {
                int key = mapping.routes().firstKeys().get(r) + i - route.from();
                Route owner = owners.put(key, route);
                if (owner != null) {
                    faults.add("two neurons have key " + key);
                }
                Set<Integer> arrived = new TreeSet<>();
                if (!route.destinations().isEmpty()) {
                    follow(key, mesh.chip(route.site()), byChip, arrived, new HashSet<>());
                }
                if (!List.copyOf(arrived).equals(route.destinations())) {
                    faults.add("key " + key + " arrives at " + arrived + ": " + route);
                }
            }
        }
    }

    private void follow(
            int key, int chip, Map<Integer, List<TableEntry>> byChip, Set<Integer> arrived, Set<Integer> visited) {
        if (!visited.add(chip)) {
            faults.add("key " + key + " comes back to chip " + chip);
            return;
        }
        List<TableEntry> hits = byChip.getOrDefault(chip, List.of()).stream()
                .filter(e -> (key & e.mask()) == e.key())
                .toList();
        if (hits.isEmpty()) {
            faults.add("key " + key + " has no entry on chip " + chip);
            return;
        }
        TableEntry first = hits.getFirst();
        for (int core = 0; core < Long.SIZE; core++) {
            if ((first.cores() >>> core & 1) != 0) {
                arrived.add(chip * mesh.coresPerChip() + core);
            }
        }
        for (int d = 0; d < mesh.directions(); d++) {
            if ((first.links() >>> d & 1) != 0) {
                int x = chip % mesh.chipColumns() + mesh.stepX(d);
                int y = chip / mesh.chipColumns() + mesh.stepY(d);
                follow(key, mesh.chipAt(x, y), byChip, arrived, visited);
            }
        }
    }

    /** The limits of a target that is checked. */
    static double limit(Target target, Quantity quantity) {
        return target.value(quantity).orElse(Double.POSITIVE_INFINITY);
    }
}
