package org.mneme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mneme.targets.Quantity;

class KeyTablesTest {
    private static final Mesh PAIR = new Mesh(false, 2, 2, 1, 1, 8, 8);

    private static Route route(int from, int to, int core) {
        return new Route(0, from, to, 0, List.of(8 + core), List.of(new Route.Link(0, 0, 0)));
    }

    @Test
    void blocksOfKeysAreAlignedToTheirSizeAndApart() {
        Random random = new Random(2);
        List<Route> routes = new ArrayList<>();
        int from = 0;
        for (int r = 0; r < 200; r++) {
            int size = 1 + random.nextInt(r % 2 == 0 ? 3 : 70);
            routes.add(route(from, from + size, 0));
            from += size;
        }
        List<Integer> keys = KeyTables.keys(routes);
        boolean[] taken = new boolean[4 * from];
        for (int r = 0; r < routes.size(); r++) {
            int size = routes.get(r).to() - routes.get(r).from();
            int block = 1;
            while (block < size) {
                block *= 2;
            }
            assertEquals(0, keys.get(r) % block);
            for (int k = keys.get(r); k < keys.get(r) + block; k++) {
                assertTrue(!taken[k], "key " + k);
                taken[k] = true;
            }
        }
    }

    @Test
    void entriesThatTurnAlikeAreJoinedWhereTwoBlocksMakeOne() {
        List<Route> routes = new ArrayList<>();
        for (int r = 0; r < 8; r++) {
            routes.add(route(4 * r, 4 * r + 4, r < 6 ? 1 : 2));
        }
        List<TableEntry> tables = KeyTables.tables(routes, KeyTables.keys(routes), PAIR, Long.MAX_VALUE);
        // Chip 0 sends all of 0…31 east; chip 1 tells 0…15 and 16…23 from 24…31.
        assertEquals(
                List.of(
                        new TableEntry(0, 0, -32, 1, 0),
                        new TableEntry(1, 0, -16, 0, 2),
                        new TableEntry(1, 16, -8, 0, 2),
                        new TableEntry(1, 24, -8, 0, 4)),
                tables);
    }

    @Test
    void keysThatNeverArriveAreJoinedOverOnlyWhereATableIsTooSmall() {
        // Of blocks 0…3 only the first and the last come to chip 1: they differ in two bits.
        List<Route> routes = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            routes.add(
                    r % 3 == 0 ? route(4 * r, 4 * r + 4, 1) : new Route(0, 4 * r, 4 * r + 4, 0, List.of(3), List.of()));
        }
        List<Integer> keys = KeyTables.keys(routes);
        assertEquals(
                List.of(new TableEntry(1, 0, -4, 0, 2), new TableEntry(1, 12, -4, 0, 2)),
                onSecondChip(KeyTables.tables(routes, keys, PAIR, 2)));
        assertEquals(List.of(new TableEntry(1, 0, -16, 0, 2)), onSecondChip(KeyTables.tables(routes, keys, PAIR, 1)));
    }

    private static List<TableEntry> onSecondChip(List<TableEntry> tables) {
        return tables.stream().filter(e -> e.chip() == 1).toList();
    }

    @Test
    void tightTablesStillLeadEveryKeyToWhereItIsHeard() {
        Workload workload = Memories.workload(30, 200, true);
        Boards board = Boards.tables(4, 4, 4).with(Quantity.NEURONS_PER_CORE, 8);
        Mapping wide = Mapper.map(workload, board.build(), MappingOptions.defaults(), MappingProgress.NONE);
        assertEquals(List.of(), MappingCheck.faults(wide));
        double fullest = fullest(wide);
        Mapping tight = null;
        double limit = fullest;
        while (limit > 1) {
            limit--;
            try {
                tight = Mapper.map(
                        workload,
                        board.with(Quantity.ROUTING_ENTRIES_PER_CHIP, limit).build(),
                        MappingOptions.defaults(),
                        MappingProgress.NONE);
            } catch (InfeasibleException e) {
                break;
            }
            assertEquals(List.of(), MappingCheck.faults(tight), "limit " + limit);
        }
        assertTrue(limit < fullest - 1, "at least one tighter table was found; the fullest has " + fullest);
    }

    private static double fullest(Mapping mapping) {
        return mapping.resources().stream()
                .filter(r -> r.quantity() == Quantity.ROUTING_ENTRIES_PER_CHIP)
                .mapToDouble(Resource::used)
                .max()
                .orElseThrow();
    }
}
