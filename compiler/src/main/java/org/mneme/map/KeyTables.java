package org.mneme.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Keys of spikes and the routing tables of chips. */
final class KeyTables {
    /** What a router does with a spike. */
    private record Turn(int links, long cores) {}

    /** Keys: all that agree with one where the mask is set. */
    private record Cube(int key, int mask) {
        boolean meets(Cube other) {
            return ((key ^ other.key) & mask & other.mask) == 0;
        }

        Cube hull(Cube other) {
            int common = mask & other.mask & ~(key ^ other.key);
            return new Cube(key & common, common);
        }
    }

    private static final Comparator<Cube> ORDER = (a, b) -> a.key() != b.key()
            ? Integer.compareUnsigned(a.key(), b.key())
            : Integer.compareUnsigned(a.mask(), b.mask());

    private KeyTables() {}

    /**
     * Gives each route a block of keys whose size is a power of two, aligned to it; large blocks first, so that none is wasted between
     * them.
     *
     * @return first key of each route; at most 2³² keys, since neurons are fewer than 2³¹
     */
    static List<Integer> keys(List<Route> routes) {
        int[] keys = new int[routes.size()];
        int next = 0;
        List<Integer> order = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingInt(r -> -block(routes.get(r))))
                .toList();
        for (int r : order) {
            keys[r] = next;
            next += block(routes.get(r));
        }
        return IntStream.of(keys).boxed().toList();
    }

    private static int block(Route route) {
        int size = route.to() - route.from();
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    /**
     * Writes the tables. Entries that turn spikes alike are joined: first where two blocks of keys make one; then, where a chip has more
     * than it may, also over keys that no spike arrives with.
     *
     * @param limit entries a chip may have
     */
    static List<TableEntry> tables(List<Route> routes, List<Integer> keys, Mesh mesh, long limit) {
        List<TableEntry> entries = new ArrayList<>();
        turns(routes, keys, mesh).forEach((chip, turns) -> {
            Map<Turn, Set<Cube>> joined = new TreeMap<>(
                    Comparator.comparingInt(Turn::links).thenComparing(Turn::cores, Long::compareUnsigned));
            turns.forEach((turn, cubes) -> joined.put(turn, exact(cubes)));
            if (joined.values().stream().mapToLong(Set::size).sum() > limit) {
                joined.replaceAll((turn, cubes) -> loose(turn, cubes, joined));
            }
            List<TableEntry> table = new ArrayList<>();
            joined.forEach((turn, cubes) ->
                    cubes.forEach(c -> table.add(new TableEntry(chip, c.key(), c.mask(), turn.links(), turn.cores()))));
            table.sort((a, b) -> ORDER.compare(new Cube(a.key(), a.mask()), new Cube(b.key(), b.mask())));
            entries.addAll(table);
        });
        return entries;
    }

    /** Chip → what its router does → keys it does it with. */
    private static Map<Integer, Map<Turn, Set<Cube>>> turns(List<Route> routes, List<Integer> keys, Mesh mesh) {
        Map<Integer, Map<Turn, Set<Cube>>> turns = new TreeMap<>();
        for (int r = 0; r < routes.size(); r++) {
            Route route = routes.get(r);
            Cube cube = new Cube(keys.get(r), -block(route));
            Map<Integer, Turn> byChip = new TreeMap<>();
            for (Route.Link link : route.links()) {
                byChip.merge(mesh.chipAt(link.x(), link.y()), new Turn(1 << link.direction(), 0), KeyTables::both);
            }
            for (int site : route.destinations()) {
                byChip.merge(mesh.chip(site), new Turn(0, 1L << mesh.core(site)), KeyTables::both);
            }
            byChip.forEach((chip, turn) -> turns.computeIfAbsent(chip, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(turn, _ -> new HashSet<>())
                    .add(cube));
        }
        return turns;
    }

    private static Turn both(Turn a, Turn b) {
        return new Turn(a.links() | b.links(), a.cores() | b.cores());
    }

    /** Joins two cubes of one mask that differ in a single bit, as long as there are any. */
    private static Set<Cube> exact(Set<Cube> cubes) {
        Set<Cube> left = new HashSet<>(cubes);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int bit = 1; bit != 0; bit <<= 1) {
                for (Cube cube : left.stream().sorted(ORDER).toList()) {
                    Cube twin = new Cube(cube.key() ^ bit, cube.mask());
                    if ((cube.mask() & bit) != 0 && left.contains(cube) && left.remove(twin)) {
                        left.remove(cube);
                        left.add(cube.hull(twin));
                        changed = true;
                    }
                }
            }
        }
        return left;
    }

    /** Joins neighbours whose hull meets no key that is turned otherwise. */
    private static Set<Cube> loose(Turn turn, Set<Cube> cubes, Map<Turn, Set<Cube>> all) {
        List<Cube> others = all.entrySet().stream()
                .filter(e -> !e.getKey().equals(turn))
                .flatMap(e -> e.getValue().stream())
                .toList();
        List<Cube> joined = new ArrayList<>();
        for (Cube cube : cubes.stream().sorted(ORDER).toList()) {
            boolean absorbed = false;
            for (int k = joined.size() - 1; k >= 0 && !absorbed; k--) {
                Cube hull = joined.get(k).hull(cube);
                if (others.stream().noneMatch(hull::meets)) {
                    joined.set(k, hull);
                    absorbed = true;
                }
            }
            if (!absorbed) {
                joined.add(cube);
            }
        }
        return new HashSet<>(joined);
    }
}
