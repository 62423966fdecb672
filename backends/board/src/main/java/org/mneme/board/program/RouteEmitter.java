package org.mneme.board.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mneme.board.proto.Route;
import org.mneme.map.Routes;
import org.mneme.map.Slice;

/** The ways of spikes, found by the neurons that send them. */
final class RouteEmitter {
    private final Routes routes;
    private final int[] firstIds;
    private final Map<Integer, List<Integer>> byPopulation = new HashMap<>();

    RouteEmitter(Routes routes, int[] firstIds) {
        this.routes = routes;
        this.firstIds = firstIds;
        for (int tree = 0; tree < routes.trees().size(); tree++) {
            byPopulation
                    .computeIfAbsent(routes.trees().get(tree).population(), _ -> new ArrayList<>())
                    .add(tree);
        }
    }

    /** The routes of the neurons of a slice, ascending. */
    List<Route> of(Slice slice, SectionBudget budget) {
        List<Route> found = new ArrayList<>();
        for (int tree : byPopulation.getOrDefault(slice.population(), List.of())) {
            org.mneme.map.Route route = routes.trees().get(tree);
            if (slice.from() <= route.from() && route.to() <= slice.to()) {
                found.add(message(tree, budget));
            }
        }
        return found;
    }

    private Route message(int tree, SectionBudget budget) {
        org.mneme.map.Route route = routes.trees().get(tree);
        Route.Builder message = Route.newBuilder()
                .setFirstId(firstIds[route.population()] + route.from())
                .setSize(route.to() - route.from());
        route.destinations().forEach(site -> message.addDestination(budget.unsigned(site)));
        for (org.mneme.map.Route.Link link : route.links()) {
            message.addLink(budget.unsigned(link.x()));
            message.addLink(budget.unsigned(link.y()));
            message.addLink(budget.unsigned(link.direction()));
        }
        if (!routes.firstKeys().isEmpty()) {
            message.setFirstKey(routes.firstKeys().get(tree));
        }
        return message.build();
    }
}
