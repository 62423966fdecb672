package org.mneme.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Links that grow out of a router; each router is reached once. */
final class Tree {
    private final Mesh mesh;
    private final boolean[] reached;
    private final List<Route.Link> links = new ArrayList<>();
    private int[] routers = new int[16];
    private int size;

    Tree(Mesh mesh, int x, int y) {
        this.mesh = mesh;
        this.reached = new boolean[mesh.columns() * mesh.rows()];
        add(y * mesh.columns() + x);
    }

    List<Route.Link> links() {
        return links;
    }

    private void add(int router) {
        reached[router] = true;
        if (size == routers.length) {
            routers = Arrays.copyOf(routers, 2 * size);
        }
        routers[size++] = router;
    }

    /** The router of the tree that is nearest to another one; the first to have been reached of several. */
    int nearest(int x, int y) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < size; k++) {
            int distance = mesh.distance(x - routers[k] % mesh.columns(), y - routers[k] / mesh.columns());
            if (distance < least) {
                least = distance;
                best = routers[k];
            }
        }
        return best;
    }

    /** Grows along a shortest way from a router of the tree to any router; what is reached already is not reached again. */
    void grow(int router, int toX, int toY, boolean columnsFirst) {
        int x = router % mesh.columns();
        int y = router / mesh.columns();
        while (x != toX || y != toY) {
            int direction = Steps.next(mesh, x, y, toX, toY, columnsFirst);
            int nextX = x + mesh.stepX(direction);
            int nextY = y + mesh.stepY(direction);
            int next = nextY * mesh.columns() + nextX;
            if (!reached[next]) {
                links.add(new Route.Link(x, y, direction));
                add(next);
            }
            x = nextX;
            y = nextY;
        }
    }
}
