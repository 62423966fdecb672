package org.mneme.runtime.experiment;

import org.mneme.InputException;

/** A memory made for one target that is to run on a board of another. */
public final class OtherTargetException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String written;
    private final String board;

    /**
     * Creates the error.
     *
     * @param written the target that the memory names
     * @param board the target of the board
     */
    public OtherTargetException(String written, String board) {
        super("target: '" + written + "' of the memory is not that of the board, which is '" + board
                + "'; leave 'target' out of the memory, or name another board");
        this.written = written;
        this.board = board;
    }

    /**
     * Returns the target that the memory names.
     *
     * @return its name
     */
    public String written() {
        return written;
    }

    /**
     * Returns the target of the board.
     *
     * @return its name
     */
    public String board() {
        return board;
    }
}
