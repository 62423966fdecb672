package org.mneme.map;

import java.util.Comparator;
import java.util.List;

/**
 * Trees: of three, the one with the fewest links. Rows first, columns first, or each destination, the nearest first, tied to the router
 * of the tree that is nearest to it.
 */
final class MulticastRouter implements Router {
    static final String NAME = "multicast";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Route.Link> links(Mesh mesh, int site, List<Integer> destinations, boolean copying) {
        if (!copying) {
            return new UnicastRouter().links(mesh, site, destinations, false);
        }
        int x = mesh.x(site);
        int y = mesh.y(site);
        int root = y * mesh.columns() + x;
        Tree tied = new Tree(mesh, x, y);
        destinations.stream()
                .sorted(Comparator.<Integer>comparingInt(d -> mesh.hops(site, d))
                        .thenComparingInt(d -> d))
                .forEach(d -> tied.grow(tied.nearest(mesh.x(d), mesh.y(d)), mesh.x(d), mesh.y(d), false));
        List<Route.Link> best = tied.links();
        for (boolean columnsFirst : new boolean[] {false, true}) {
            Tree plain = new Tree(mesh, x, y);
            destinations.forEach(d -> plain.grow(root, mesh.x(d), mesh.y(d), columnsFirst));
            if (plain.links().size() < best.size()) {
                best = plain.links();
            }
        }
        return best;
    }
}
