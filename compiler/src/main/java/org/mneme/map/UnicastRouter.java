package org.mneme.map;

import java.util.ArrayList;
import java.util.List;

/** Along the row, then along the column, to each destination for itself. */
final class UnicastRouter implements Router {
    static final String NAME = "unicast";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Route.Link> links(Mesh mesh, int site, List<Integer> destinations, boolean copying) {
        int x = mesh.x(site);
        int y = mesh.y(site);
        Tree all = new Tree(mesh, x, y);
        List<Route.Link> links = new ArrayList<>();
        for (int destination : destinations) {
            Tree tree = copying ? all : new Tree(mesh, x, y);
            tree.grow(y * mesh.columns() + x, mesh.x(destination), mesh.y(destination), false);
            if (!copying) {
                links.addAll(tree.links());
            }
        }
        return copying ? all.links() : links;
    }
}
