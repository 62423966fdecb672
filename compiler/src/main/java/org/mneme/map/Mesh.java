package org.mneme.map;

import org.mneme.targets.Quantity;
import org.mneme.targets.Target;

/**
 * The routers of a board and the cores behind them.
 *
 * <p>Site = chip · coresPerChip + core. Core c of a chip is behind its tile c / coresPerTile; tiles and chips are counted row by row. The
 * router of a tile is at x = chip column · tileColumns + tile column, y = chip row · tileRows + tile row; y grows to the north. Chips
 * fill their grid from the first row on: where the last one is not full, its missing chips have no routers.
 *
 * @param hexagonal whether routers have six neighbours, not four
 * @param chips ≥ 1
 * @param chipColumns columns of the grid of chips
 * @param tileColumns columns of the mesh on a chip
 * @param tileRows rows of it
 * @param coresPerTile ≥ 1
 * @param coresPerChip ≤ coresPerTile · tileColumns · tileRows
 */
public record Mesh(
        boolean hexagonal,
        int chips,
        int chipColumns,
        int tileColumns,
        int tileRows,
        int coresPerTile,
        int coresPerChip) {
    private static final int[][] STEPS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    private static final int[][] SIX_STEPS = {{1, 0}, {1, 1}, {0, 1}, {-1, 0}, {-1, -1}, {0, -1}};

    /**
     * Returns the mesh of a target. What its description leaves out becomes as square as can be; without a number of cores or chips there
     * is room for as many clusters as are asked for.
     *
     * @param target the target
     * @param clusters how many cores are wanted, ≥ 0
     * @return the mesh
     */
    public static Mesh of(Target target, int clusters) {
        int chips = bounded(target, Quantity.CHIPS, 0);
        int cores = bounded(target, Quantity.CORES_PER_CHIP, 0);
        if (cores == 0) {
            cores = Math.max(1, chips == 0 ? clusters : (clusters + chips - 1) / chips);
        }
        if (chips == 0) {
            chips = Math.max(1, (clusters + cores - 1) / cores);
        }
        int perTile = bounded(target, Quantity.CORES_PER_TILE, 1);
        int tiles = (cores + perTile - 1) / perTile;
        int columns = bounded(target, Quantity.TILE_COLUMNS, 0);
        int rows = bounded(target, Quantity.TILE_ROWS, 0);
        if (columns == 0) {
            columns = rows == 0 ? (int) Math.ceil(Math.sqrt(tiles)) : (tiles + rows - 1) / rows;
        }
        if (rows == 0) {
            rows = (tiles + columns - 1) / columns;
        }
        perTile = Math.max(perTile, (cores + columns * rows - 1) / (columns * rows));
        int chipColumns = bounded(target, Quantity.CHIP_COLUMNS, 0);
        if (chipColumns == 0) {
            int chipRows = bounded(target, Quantity.CHIP_ROWS, 0);
            chipColumns = chipRows == 0 ? (int) Math.ceil(Math.sqrt(chips)) : (chips + chipRows - 1) / chipRows;
        }
        return new Mesh(
                target.topology() == Target.Topology.HEXAGONAL, chips, chipColumns, columns, rows, perTile, cores);
    }

    private static int bounded(Target target, Quantity quantity, int otherwise) {
        long limit = target.limit(quantity);
        return limit > 1 << 24 || limit < 1 ? otherwise : (int) limit;
    }

    /**
     * Returns the number of cores.
     *
     * @return chips · coresPerChip
     */
    public int sites() {
        return Math.multiplyExact(chips, coresPerChip);
    }

    /**
     * Returns the number of columns of routers.
     *
     * @return ≥ 1
     */
    public int columns() {
        return Math.min(chips, chipColumns) * tileColumns;
    }

    /**
     * Returns the number of rows of routers.
     *
     * @return ≥ 1
     */
    public int rows() {
        return (chips + chipColumns - 1) / chipColumns * tileRows;
    }

    /**
     * Returns the chip of a site.
     *
     * @param site 0…sites−1
     * @return 0…chips−1
     */
    public int chip(int site) {
        return site / coresPerChip;
    }

    /**
     * Returns the core of a site on its chip.
     *
     * @param site 0…sites−1
     * @return 0…coresPerChip−1
     */
    public int core(int site) {
        return site % coresPerChip;
    }

    /**
     * Returns the column of the router of a site.
     *
     * @param site 0…sites−1
     * @return x
     */
    public int x(int site) {
        return chip(site) % chipColumns * tileColumns + core(site) / coresPerTile % tileColumns;
    }

    /**
     * Returns the row of the router of a site.
     *
     * @param site 0…sites−1
     * @return y
     */
    public int y(int site) {
        return chip(site) / chipColumns * tileRows + core(site) / coresPerTile / tileColumns;
    }

    /**
     * Returns the chip that a router is on.
     *
     * @param x column
     * @param y row
     * @return its chip
     */
    public int chipAt(int x, int y) {
        return y / tileRows * chipColumns + x / tileColumns;
    }

    /**
     * Says whether there is a router.
     *
     * @param x column
     * @param y row
     * @return whether it is on a chip of the board
     */
    public boolean exists(int x, int y) {
        return x >= 0 && y >= 0 && x < columns() && y < rows() && chipAt(x, y) < chips;
    }

    /**
     * Returns the number of links between two routers.
     *
     * @param dx columns from one to the other
     * @param dy rows
     * @return their distance
     */
    public int distance(int dx, int dy) {
        return hexagonal && dx > 0 == dy > 0 && dx != 0 && dy != 0
                ? Math.max(Math.abs(dx), Math.abs(dy))
                : Math.abs(dx) + Math.abs(dy);
    }

    /**
     * Returns the number of links between the routers of two sites.
     *
     * @param from site
     * @param to site
     * @return 0 on the same tile
     */
    public int hops(int from, int to) {
        return distance(x(to) - x(from), y(to) - y(from));
    }

    /**
     * Returns the number of directions a router has links in.
     *
     * @return 4 or 6
     */
    public int directions() {
        return hexagonal ? 6 : 4;
    }

    /**
     * Returns the columns that a link goes.
     *
     * @param direction 0…directions−1
     * @return −1, 0 or 1
     */
    public int stepX(int direction) {
        return (hexagonal ? SIX_STEPS : STEPS)[direction][0];
    }

    /**
     * Returns the rows that a link goes.
     *
     * @param direction 0…directions−1
     * @return −1, 0 or 1
     */
    public int stepY(int direction) {
        return (hexagonal ? SIX_STEPS : STEPS)[direction][1];
    }
}
