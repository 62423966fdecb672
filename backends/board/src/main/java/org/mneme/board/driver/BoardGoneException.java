package org.mneme.board.driver;

/** A board that is gone: it can only be closed. Commands end with exit code 3. */
public final class BoardGoneException extends BoardException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what failed
     */
    public BoardGoneException(Failure failure) {
        super(failure, "");
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
