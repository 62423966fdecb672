package org.mneme.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.ir.Population;
import org.mneme.map.Cluster;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.map.Slice;
import org.mneme.targets.Quantity;

/** How full each core is that holds something, ascending by site. */
final class CoreUse {
    private static final Pattern CORE = Pattern.compile("chip ([0-9]+) core ([0-9]+)");

    /** Limits that more neurons do not use up. */
    private static final Set<Quantity> SETTINGS = EnumSet.of(
            Quantity.AXON_TYPES_PER_CORE,
            Quantity.THRESHOLDS_PER_CORE,
            Quantity.FLOORS_PER_CORE,
            Quantity.MEMBRANES_PER_CORE,
            Quantity.SYNAPSE_FORMATS_PER_CORE);

    private final List<Core> cores;
    private final List<Quantity> quantities;

    private CoreUse(List<Core> cores, List<Quantity> quantities) {
        this.cores = List.copyOf(cores);
        this.quantities = List.copyOf(quantities);
    }

    /**
     * A core that holds something.
     *
     * @param site where it is
     * @param cluster what it holds
     * @param limits quantity → use, in order of the quantities
     */
    record Core(int site, Cluster cluster, Map<Quantity, Resource> limits) {
        /** The limit that is used most; none where no limit is known. Settings do not count: a single one may be all there is. */
        Optional<Resource> tightest() {
            return limits.values().stream()
                    .filter(r -> Double.isFinite(r.limit()) && !SETTINGS.contains(r.quantity()))
                    .max(Comparator.comparingDouble(CoreUse::share));
        }

        /** How much of the limit used most is used, 0…1. */
        double fullest() {
            return tightest().map(CoreUse::share).orElse(0.0);
        }
    }

    /**
     * Returns how much of a limit is used.
     *
     * @param use of a limit
     * @return 0…1 where it is kept; 0 where there is none
     */
    static double share(Resource use) {
        if (!(use.limit() > 0) || Double.isInfinite(use.limit())) {
            return use.used() > use.limit() ? 1 : 0;
        }
        return use.used() / use.limit();
    }

    /**
     * Gathers the cores of a mapping.
     *
     * @param mapping the mapping
     * @return those that are used
     */
    static CoreUse of(Mapping mapping) {
        Mesh mesh = Mesh.of(mapping.target());
        Map<Integer, Map<Quantity, Resource>> limits = new TreeMap<>();
        Map<Quantity, Boolean> seen = new TreeMap<>();
        for (Resource resource : mapping.resources()) {
            Matcher place = CORE.matcher(resource.place());
            if (place.matches()) {
                int site = mesh.site(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
                limits.computeIfAbsent(site, _ -> new TreeMap<>()).put(resource.quantity(), resource);
                seen.put(resource.quantity(), true);
            }
        }
        Map<Integer, Core> cores = new TreeMap<>();
        for (int k = 0; k < mapping.partition().clusters().size(); k++) {
            int site = mapping.placement().sites().at(k);
            cores.put(
                    site,
                    new Core(
                            site,
                            mapping.partition().clusters().get(k),
                            new LinkedHashMap<>(limits.getOrDefault(site, Map.of()))));
        }
        return new CoreUse(new ArrayList<>(cores.values()), new ArrayList<>(seen.keySet()));
    }

    /**
     * Returns the cores.
     *
     * @return ascending by site
     */
    List<Core> cores() {
        return cores;
    }

    /**
     * Returns the limits that cores have.
     *
     * @return in the order of {@link Quantity}
     */
    List<Quantity> quantities() {
        return quantities;
    }

    /**
     * Says in words what a core holds.
     *
     * @param core the core
     * @param populations of the graph
     * @return such as "hidden 0…127, relay 3 (2 copies)"
     */
    static String slices(Core core, List<Population> populations) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < core.cluster().slices().size(); k++) {
            Slice slice = core.cluster().slices().get(k);
            int copies = core.cluster().copies().get(k);
            text.append(text.isEmpty() ? "" : ", ")
                    .append(populations.get(slice.population()).name())
                    .append(' ')
                    .append(slice.from());
            if (slice.size() > 1) {
                text.append('…').append(slice.to() - 1);
            }
            if (copies > 1) {
                text.append(" (").append(copies).append(" copies)");
            }
        }
        return text.toString();
    }
}
