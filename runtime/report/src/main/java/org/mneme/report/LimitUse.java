package org.mneme.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mneme.map.Mapping;
import org.mneme.map.Resource;
import org.mneme.targets.Quantity;

/**
 * Where a limit is used most.
 *
 * @param scope what has the limit
 * @param resource its use there
 */
record LimitUse(Scope scope, Resource resource) {
    /** What has a limit. */
    enum Scope {
        BOARD,
        CHIP,
        CORE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static Scope scope(Resource resource) {
        if (resource.place().contains("core")) {
            return Scope.CORE;
        }
        return resource.place().startsWith("chip") ? Scope.CHIP : Scope.BOARD;
    }

    /**
     * Returns where each limit is used most: of the whole board, by a chip, by a core. What has no limit and is not used is left out.
     *
     * @param mapping the mapping
     * @return by scope, then in the order of {@link Quantity}; of equal uses the first
     */
    static List<LimitUse> worst(Mapping mapping) {
        Map<Scope, Map<Quantity, Resource>> worst = new EnumMap<>(Scope.class);
        for (Resource resource : mapping.resources()) {
            worst.computeIfAbsent(scope(resource), _ -> new EnumMap<>(Quantity.class))
                    .merge(resource.quantity(), resource, LimitUse::fuller);
        }
        List<LimitUse> uses = new ArrayList<>();
        worst.forEach((scope, resources) -> resources.values().forEach(r -> uses.add(new LimitUse(scope, r))));
        uses.removeIf(use -> !use.limited() && use.resource().used() == 0);
        return uses;
    }

    private static Resource fuller(Resource a, Resource b) {
        double more = b.used() / b.limit() - a.used() / a.limit();
        return more > 0 || more == 0 && b.used() > a.used() ? b : a;
    }

    /** How much of it is used, 0…1. */
    double share() {
        return CoreUse.share(resource);
    }

    boolean limited() {
        return Double.isFinite(resource.limit());
    }
}
