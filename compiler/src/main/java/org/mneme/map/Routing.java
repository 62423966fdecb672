package org.mneme.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mneme.ir.Population;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;

/** Routes of all spikes: which cores hear a neuron, and the links to them. */
final class Routing {
    private final Accounting accounting;
    private final List<CoreUse> cores;
    private final Placement placement;
    private final Mesh mesh;
    private final Router router;
    private final boolean copying;
    private final Map<Way, List<Route.Link>> ways = new HashMap<>();

    /** From where to where. */
    private record Way(int site, List<Integer> destinations) {}

    /** A slice and the site it starts from. */
    private record Start(Slice slice, int site) {}

    Routing(Accounting accounting, List<CoreUse> cores, Placement placement, Mesh mesh, Router router) {
        this.accounting = accounting;
        this.cores = cores;
        this.placement = placement;
        this.mesh = mesh;
        this.router = router;
        Target target = accounting.target();
        this.copying = target.has(Trait.MULTICAST) || target.routing() == Target.Routing.KEY_MASK;
    }

    /**
     * Returns the routes by population, then neuron.
     *
     * @param wholeSlices whether all neurons of a slice reach what any of them has to reach; else each reaches only the cores that hear it
     */
    List<Route> routes(boolean wholeSlices, MappingProgress progress) {
        List<Route> routes = new ArrayList<>();
        List<List<Start>> starts = starts();
        for (int p = 0; p < starts.size(); p++) {
            List<Integer> hearing = new ArrayList<>();
            for (int c = 0; c < cores.size(); c++) {
                if (cores.get(c).heard().containsKey(p)) {
                    hearing.add(c);
                }
            }
            hearing.sort(Comparator.comparingInt(c -> placement.sites().at(c)));
            for (Start start : starts.get(p)) {
                for (Slice run : wholeSlices ? List.of(start.slice()) : runs(start.slice(), hearing)) {
                    routes.add(route(run, start.site(), hearing));
                }
            }
            progress.reached(MappingProgress.Stage.ROUTE, (p + 1.0) / starts.size(), Optional.empty());
        }
        return routes;
    }

    /** Slices with their sites, by population; what lives on the host starts at site 0. */
    private List<List<Start>> starts() {
        List<List<Start>> starts = new ArrayList<>();
        List<Population> populations = accounting.populations();
        for (int p = 0; p < populations.size(); p++) {
            List<Start> host =
                    List.of(new Start(new Slice(p, 0, populations.get(p).size()), 0));
            starts.add(accounting.onHost(p) ? host : new ArrayList<>());
        }
        for (int c = 0; c < cores.size(); c++) {
            for (Slice slice : cores.get(c).slices()) {
                starts.get(slice.population())
                        .add(new Start(slice, placement.sites().at(c)));
            }
        }
        for (int p = 0; p < populations.size(); p++) {
            if (!accounting.onHost(p)) {
                starts.get(p).sort(Comparator.comparingInt(s -> s.slice().from()));
            }
        }
        return starts;
    }

    /** Cuts a slice where the set of cores that hear a neuron changes. */
    private List<Slice> runs(Slice slice, List<Integer> hearing) {
        TreeSet<Integer> cuts = new TreeSet<>();
        cuts.add(slice.from());
        for (int c : hearing) {
            long[] words = words(c, slice.population());
            for (int w = slice.from() >>> 6; w <= slice.to() - 1 >>> 6; w++) {
                long before = w == 0 ? 0 : words[w - 1] >>> 63;
                for (long rest = words[w] ^ (words[w] << 1 | before); rest != 0; rest &= rest - 1) {
                    int at = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    if (at > slice.from() && at < slice.to()) {
                        cuts.add(at);
                    }
                }
            }
        }
        List<Slice> runs = new ArrayList<>();
        for (int from : cuts) {
            Integer next = cuts.higher(from);
            runs.add(new Slice(slice.population(), from, next == null ? slice.to() : next));
        }
        return runs;
    }

    private Route route(Slice run, int site, List<Integer> hearing) {
        List<Integer> destinations = new ArrayList<>();
        for (int c : hearing) {
            if (any(words(c, run.population()), run.from(), run.to())) {
                destinations.add(placement.sites().at(c));
            }
        }
        List<Route.Link> links = ways.computeIfAbsent(
                new Way(site, destinations), way -> List.copyOf(router.links(mesh, site, destinations, copying)));
        return new Route(run.population(), run.from(), run.to(), site, destinations, links);
    }

    private long[] words(int core, int population) {
        return cores.get(core).heard().getOrDefault(population, new long[0]);
    }

    private static boolean any(long[] words, int from, int to) {
        for (int w = from >>> 6; w <= to - 1 >>> 6; w++) {
            long mask = (w == from >>> 6 ? -1L << from : -1L) & (w == to - 1 >>> 6 ? -1L >>> -to : -1L);
            if ((words[w] & mask) != 0) {
                return true;
            }
        }
        return false;
    }
}
