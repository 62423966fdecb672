package org.mneme.report;

import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * Where the cores of a board are: tiles are counted from the south-west, rows grow north.
 *
 * @param chips number of chips
 * @param chipColumns chips in a row of the board
 * @param tileColumns tiles in a row of a chip
 * @param tileRows rows of tiles of a chip
 * @param coresPerTile cores that share a router
 * @param coresPerChip cores of a chip
 * @param hexagonal whether routers have diagonal links
 */
record Mesh(
        int chips,
        int chipColumns,
        int tileColumns,
        int tileRows,
        int coresPerTile,
        int coresPerChip,
        boolean hexagonal) {
    /**
     * Reads the shape of a target's board.
     *
     * @param target a target that states its shape
     * @return the mesh
     */
    static Mesh of(Target target) {
        return new Mesh(
                shape(target, Quantity.CHIPS),
                shape(target, Quantity.CHIP_COLUMNS),
                shape(target, Quantity.TILE_COLUMNS),
                shape(target, Quantity.TILE_ROWS),
                shape(target, Quantity.CORES_PER_TILE),
                shape(target, Quantity.CORES_PER_CHIP),
                target.topology() == Target.Topology.HEXAGONAL);
    }

    private static int shape(Target target, Quantity quantity) {
        return Math.toIntExact(target.limit(quantity));
    }

    int site(int chip, int core) {
        return chip * coresPerChip + core;
    }

    int chip(int site) {
        return site / coresPerChip;
    }

    int core(int site) {
        return site % coresPerChip;
    }

    /** Column of a site's tile on the board. */
    int x(int site) {
        return chip(site) % chipColumns * tileColumns + core(site) / coresPerTile % tileColumns;
    }

    /** Row of a site's tile on the board. */
    int y(int site) {
        return chip(site) / chipColumns * tileRows + core(site) / coresPerTile / tileColumns;
    }

    /** How many directions links have. */
    int directions() {
        return hexagonal ? 6 : 4;
    }

    /** Columns that a link leads east. */
    int dx(int direction) {
        if (hexagonal) {
            return switch (direction) {
                case 0, 1 -> 1;
                case 3, 4 -> -1;
                default -> 0;
            };
        }
        return direction == 0 ? 1 : direction == 2 ? -1 : 0;
    }

    /** Rows that a link leads north. */
    int dy(int direction) {
        if (hexagonal) {
            return switch (direction) {
                case 1, 2 -> 1;
                case 4, 5 -> -1;
                default -> 0;
            };
        }
        return direction == 1 ? 1 : direction == 3 ? -1 : 0;
    }
}
