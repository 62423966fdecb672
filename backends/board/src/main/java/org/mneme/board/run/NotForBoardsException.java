package org.mneme.board.run;

import org.mneme.InputException;

/** Something that executions of other backends can do and boards cannot. */
public final class NotForBoardsException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /**
     * Creates the error.
     *
     * @param what was asked for
     * @param why boards cannot, and what to do instead
     */
    public NotForBoardsException(String what, String why) {
        super(what + " is not for boards: " + why);
        this.what = what;
    }

    /**
     * Returns what was asked for.
     *
     * @return a phrase
     */
    public String what() {
        return what;
    }
}
