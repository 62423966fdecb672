package org.mneme.board.driver;

/** A call that the board refuses: it has to be another one. Commands end with exit code 2, or 1 where a limit is exceeded. */
public final class BoardCallException extends BoardException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what was refused
     */
    public BoardCallException(Failure failure) {
        super(failure, "");
    }

    @Override
    public int exitCode() {
        return failure().result() == DriverResult.TOO_LARGE ? 1 : 2;
    }
}
