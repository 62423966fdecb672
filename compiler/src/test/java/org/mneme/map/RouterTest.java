package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;

class RouterTest {
    private static final List<Mesh> MESHES = List.of(
            new Mesh(false, 1, 1, 9, 7, 2, 126),
            new Mesh(true, 1, 1, 9, 7, 1, 63),
            new Mesh(false, 5, 3, 3, 2, 1, 6),
            new Mesh(true, 5, 3, 3, 2, 1, 6),
            new Mesh(true, 44, 8, 1, 1, 16, 16),
            new Mesh(false, 7, 4, 1, 1, 3, 3));

    private static List<Integer> some(Mesh mesh, Random random) {
        return IntStream.range(0, 1 + random.nextInt(20))
                .map(_ -> random.nextInt(mesh.sites()))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    @Test
    void treesReachEveryDestinationAndNoRouterTwice() {
        for (Mesh mesh : MESHES) {
            Random random = new Random(3);
            for (int k = 0; k < 200; k++) {
                int site = random.nextInt(mesh.sites());
                List<Integer> destinations = some(mesh, random);
                for (String router : List.of("unicast", "multicast")) {
                    Set<Integer> reached = new HashSet<>();
                    reached.add(mesh.y(site) * mesh.columns() + mesh.x(site));
                    for (Route.Link link : Router.named(router).links(mesh, site, destinations, true)) {
                        int x = link.x() + mesh.stepX(link.direction());
                        int y = link.y() + mesh.stepY(link.direction());
                        assertTrue(reached.contains(link.y() * mesh.columns() + link.x()), "draw " + k);
                        assertTrue(mesh.exists(x, y), "draw " + k + " of " + mesh);
                        assertTrue(reached.add(y * mesh.columns() + x), "draw " + k);
                    }
                    destinations.forEach(
                            d -> assertTrue(reached.contains(mesh.y(d) * mesh.columns() + mesh.x(d)), mesh.toString()));
                }
            }
        }
    }

    @Test
    void multicastTakesFewerLinksThanAUnionOfRowsFirst() {
        for (Mesh mesh : MESHES) {
            Random random = new Random(5);
            int union = 0;
            int tree = 0;
            for (int k = 0; k < 200; k++) {
                int site = random.nextInt(mesh.sites());
                List<Integer> destinations = some(mesh, random);
                int plain = Router.named("unicast")
                        .links(mesh, site, destinations, true)
                        .size();
                int good = Router.named("multicast")
                        .links(mesh, site, destinations, true)
                        .size();
                assertTrue(good <= plain, "draw " + k);
                union += plain;
                tree += good;
            }
            assertTrue(tree < union, mesh + ": " + tree + " of " + union);
        }
    }

    @Test
    void withoutCopyingEachDestinationTakesItsOwnShortestWay() {
        for (Mesh mesh : MESHES) {
            Random random = new Random(8);
            for (int k = 0; k < 100; k++) {
                int site = random.nextInt(mesh.sites());
                List<Integer> destinations = some(mesh, random);
                int shortest =
                        destinations.stream().mapToInt(d -> mesh.hops(site, d)).sum();
                for (String router : List.of("unicast", "multicast")) {
                    assertEquals(
                            shortest,
                            Router.named(router)
                                    .links(mesh, site, destinations, false)
                                    .size());
                }
            }
        }
    }

    @Test
    void distancesAreThoseOfWalks() {
        for (Mesh mesh : MESHES) {
            int routers = mesh.columns() * mesh.rows();
            int[][] walked = new int[routers][routers];
            for (int from = 0; from < routers; from++) {
                for (int to = 0; to < routers; to++) {
                    int dx = to % mesh.columns() - from % mesh.columns();
                    int dy = to / mesh.columns() - from / mesh.columns();
                    int best = Integer.MAX_VALUE;
                    // Any shortest walk is some diagonals, then a straight rest in each direction.
                    for (int diagonals = mesh.hexagonal() ? -12 : 0;
                            diagonals <= (mesh.hexagonal() ? 12 : 0);
                            diagonals++) {
                        best = Math.min(
                                best, Math.abs(diagonals) + Math.abs(dx - diagonals) + Math.abs(dy - diagonals));
                    }
                    walked[from][to] = best;
                    assertEquals(best, mesh.distance(dx, dy), mesh + " " + dx + " " + dy);
                }
            }
        }
    }

    @Test
    void sitesAreWhereTheBriefOfTheMeshSays() {
        // Chips of 3 × 2 tiles of 2 cores, three chips a row.
        Mesh mesh = new Mesh(false, 5, 3, 3, 2, 2, 12);
        assertEquals(60, mesh.sites());
        assertEquals(9, mesh.columns());
        assertEquals(4, mesh.rows());
        int site = 4 * 12 + 9; // chip 4 at (1, 1), core 9 behind tile 4 at (1, 1)
        assertEquals(4, mesh.chip(site));
        assertEquals(9, mesh.core(site));
        assertEquals(4, mesh.x(site));
        assertEquals(3, mesh.y(site));
        assertEquals(4, mesh.chipAt(4, 3));
        assertTrue(mesh.exists(5, 3));
        assertTrue(!mesh.exists(6, 3), "chip 5 is missing");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThrows(InvalidValueException.class, () -> Router.named("magic"));
        assertThrows(InvalidValueException.class, () -> Placer.named("magic"));
        assertThrows(InvalidValueException.class, () -> Partitioner.named("magic"));
        assertThrows(
                InvalidValueException.class, () -> MappingOptions.defaults().with("packing", "annealing", "magic"));
        assertThrows(
                InvalidValueException.class, () -> MappingOptions.defaults().withTimeBudget(java.time.Duration.ZERO));
    }
}
