package org.mneme.board.driver;

import org.mneme.InputException;

/** A text that names no board. */
public final class BoardUriException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String uri;

    /**
     * Creates the error.
     *
     * @param uri as it was given
     * @param hint what would be right
     */
    public BoardUriException(String uri, String hint) {
        super("board '" + uri + "' is not a board's URI: " + hint);
        this.uri = uri;
    }

    /**
     * Returns what was given.
     *
     * @return the text
     */
    public String uri() {
        return uri;
    }
}
