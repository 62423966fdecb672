package org.mneme.model.io;

import java.nio.file.Path;

/** A row of a text has another number of cells than the first. */
public final class RaggedRowException extends FileException {
    private static final long serialVersionUID = 1L;

    private final int cells;
    private final int expected;
    private final long firstLine;

    RaggedRowException(Path file, Place place, int cells, int expected, long firstLine) {
        super(
                file,
                place,
                "this row has " + cells + " cells, but line " + firstLine + " has " + expected
                        + "; give every row the same number");
        this.cells = cells;
        this.expected = expected;
        this.firstLine = firstLine;
    }

    /**
     * Returns the number of cells of this row.
     *
     * @return ≥ 1
     */
    public int cells() {
        return cells;
    }

    /**
     * Returns the number of cells of the first row.
     *
     * @return ≥ 1
     */
    public int expected() {
        return expected;
    }

    /**
     * Returns the line of the first row.
     *
     * @return 1 for the first
     */
    public long firstLine() {
        return firstLine;
    }
}
