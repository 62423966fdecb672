package org.mneme.report;

import java.util.List;

/**
 * Where the mesh is drawn: the smallest rectangle of chips that holds all that are used, north up.
 *
 * @param mesh the board
 * @param firstColumn of chips that is drawn
 * @param lastColumn of chips that is drawn
 * @param firstRow of chips that is drawn
 * @param lastRow of chips that is drawn
 * @param detail what a square stands for
 * @param pitch from a tile to the next, user units
 * @param gap between chips, user units
 */
record MeshLayout(
        Mesh mesh,
        int firstColumn,
        int lastColumn,
        int firstRow,
        int lastRow,
        Detail detail,
        double pitch,
        double gap) {
    private static final double WIDEST = Frame.WIDTH - Frame.LEFT - Frame.RIGHT;
    private static final double TALLEST = 720;
    private static final double LARGEST_PITCH = 96;

    /** What of a tile's pitch its box takes; the rest is for links. */
    private static final double BOX = 0.72;

    /** What of its share of the box a core takes. */
    private static final double CORE = 0.88;

    private static final double CHIP_GAP = 0.5;
    private static final double LEAST_SIDE = 3;
    private static final double LEAST_CHIP = 4;

    /** What a square stands for. */
    enum Detail {
        CORE,
        TILE,
        CHIP
    }

    /**
     * A square.
     *
     * @param x of its left side
     * @param y of its upper side
     * @param side user units
     */
    record Square(double x, double y, double side) {
        double middleX() {
            return x + side / 2;
        }

        double middleY() {
            return y + side / 2;
        }
    }

    /**
     * Lays out the chips that are used.
     *
     * @param mesh the board
     * @param sites of the cores that are used, at least one
     * @return the layout
     */
    static MeshLayout of(Mesh mesh, List<Integer> sites) {
        int[] columns = sites.stream()
                .mapToInt(s -> mesh.chip(s) % mesh.chipColumns())
                .sorted()
                .toArray();
        int[] rows = sites.stream()
                .mapToInt(s -> mesh.chip(s) / mesh.chipColumns())
                .sorted()
                .toArray();
        int wide = columns[columns.length - 1] - columns[0] + 1;
        int high = rows[rows.length - 1] - rows[0] + 1;
        double across = wide * mesh.tileColumns() + CHIP_GAP * (wide - 1);
        double up = high * mesh.tileRows() + CHIP_GAP * (high - 1);
        double pitch = Math.min(LARGEST_PITCH, Math.min(WIDEST / across, TALLEST / up));
        Detail detail = Detail.CORE;
        if (BOX * pitch / grid(mesh) < LEAST_SIDE) {
            detail = BOX * pitch < LEAST_SIDE ? Detail.CHIP : Detail.TILE;
        }
        if (detail == Detail.CHIP) {
            pitch = Math.max(pitch, LEAST_CHIP / Math.min(mesh.tileColumns(), mesh.tileRows()));
        }
        return new MeshLayout(
                mesh,
                columns[0],
                columns[columns.length - 1],
                rows[0],
                rows[rows.length - 1],
                detail,
                pitch,
                CHIP_GAP * pitch);
    }

    private static int grid(Mesh mesh) {
        return (int) Math.ceil(Math.sqrt(mesh.coresPerTile()));
    }

    /** Right end of the mesh. */
    double right() {
        return chipLeft(lastColumn) + mesh.tileColumns() * pitch;
    }

    /** Lower end of the mesh. */
    double bottom() {
        return chipTop(firstRow) + mesh.tileRows() * pitch;
    }

    double chipLeft(int column) {
        return Frame.LEFT + (column - firstColumn) * (mesh.tileColumns() * pitch + gap);
    }

    double chipTop(int row) {
        return Frame.TOP + (lastRow - row) * (mesh.tileRows() * pitch + gap);
    }

    /** Middle of a column of tiles. */
    double columnMiddle(int x) {
        return chipLeft(x / mesh.tileColumns()) + (x % mesh.tileColumns() + 0.5) * pitch;
    }

    /** Middle of a row of tiles. */
    double rowMiddle(int y) {
        return chipTop(y / mesh.tileRows()) + (mesh.tileRows() - y % mesh.tileRows() - 0.5) * pitch;
    }

    /** The box of the cores of a tile. */
    Square tile(int x, int y) {
        double side = BOX * pitch;
        return new Square(columnMiddle(x) - side / 2, rowMiddle(y) - side / 2, side);
    }

    /** The square that a core is part of: its own, its tile's, or one on its chip. */
    Square square(int site) {
        int x = mesh.x(site);
        int y = mesh.y(site);
        return switch (detail) {
            case CORE -> core(tile(x, y), mesh.core(site) % mesh.coresPerTile());
            case TILE -> tile(x, y);
            case CHIP -> {
                double side = BOX * pitch * Math.min(mesh.tileColumns(), mesh.tileRows());
                int column = mesh.chip(site) % mesh.chipColumns();
                int row = mesh.chip(site) / mesh.chipColumns();
                yield new Square(
                        chipLeft(column) + (mesh.tileColumns() * pitch - side) / 2,
                        chipTop(row) + (mesh.tileRows() * pitch - side) / 2,
                        side);
            }
        };
    }

    private Square core(Square tile, int place) {
        int grid = grid(mesh);
        if (grid == 1) {
            return tile;
        }
        double step = tile.side() / grid;
        double side = CORE * step;
        double left = (step - side) / 2;
        int column = place % grid;
        int row = place / grid;
        int rows = (mesh.coresPerTile() + grid - 1) / grid;
        double top = (grid - rows) * step / 2 + left;
        return new Square(tile.x() + column * step + left, tile.y() + row * step + top, side);
    }

    /** A number that is the same for cores that share a square. */
    int unit(int site) {
        return switch (detail) {
            case CORE -> site;
            case TILE -> mesh.chip(site) * mesh.coresPerChip() + mesh.core(site) / mesh.coresPerTile();
            case CHIP -> mesh.chip(site);
        };
    }

    /** Whether a chip of the board is drawn. */
    boolean shows(int chip) {
        int column = chip % mesh.chipColumns();
        int row = chip / mesh.chipColumns();
        return chip < mesh.chips()
                && column >= firstColumn
                && column <= lastColumn
                && row >= firstRow
                && row <= lastRow;
    }

    /** Whether a tile of the board is drawn. */
    boolean shows(int x, int y) {
        return x >= 0
                && y >= 0
                && x / mesh.tileColumns() >= firstColumn
                && x / mesh.tileColumns() <= lastColumn
                && y / mesh.tileRows() >= firstRow
                && y / mesh.tileRows() <= lastRow;
    }

    /** How many squares chips drawn have. */
    long squares() {
        long chips = (long) (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1);
        return switch (detail) {
            case CORE -> chips * mesh.coresPerChip();
            case TILE -> chips * mesh.tileColumns() * mesh.tileRows();
            case CHIP -> chips;
        };
    }
}
