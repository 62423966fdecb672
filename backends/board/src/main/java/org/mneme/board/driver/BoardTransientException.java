package org.mneme.board.driver;

/** A board that cannot now, and could not again until the deadline passed. Commands end with exit code 3. */
public final class BoardTransientException extends BoardException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure what failed
     */
    public BoardTransientException(Failure failure) {
        super(failure, "; try again later");
    }

    private BoardTransientException(Failure failure, int tries) {
        super(failure, "; it was tried " + tries + " times");
    }

    /**
     * Returns the same error of an operation that was tried more than once.
     *
     * @param tries how often, ≥ 1
     * @return this error where it was tried once, or one that says how often
     */
    public BoardTransientException after(int tries) {
        if (tries <= 1) {
            return this;
        }
        BoardTransientException last = new BoardTransientException(failure(), tries);
        for (Throwable further : getSuppressed()) {
            last.addSuppressed(further);
        }
        return last;
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
