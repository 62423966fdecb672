package org.mneme;

import java.util.Objects;

/**
 * The root of all errors Mneme reports on purpose.
 *
 * <p>There is one subclass per mistake, with typed fields. The message is a sentence for the user: it names the object, the
 * excess, and the nearest fix. Anything else that is thrown is a defect of Mneme.
 */
public abstract class MnemeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error with its sentence.
     *
     * @param message the sentence shown to the user
     */
    protected MnemeException(String message) {
        super(message);
    }

    /**
     * Creates an error with its sentence and its cause.
     *
     * @param message the sentence shown to the user
     * @param cause what made it fail
     */
    protected MnemeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the sentence; there always is one. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * Returns the exit code of a command that ends with this error: 2 for wrong usage or input, 1 where the run itself says no,
     * 3 for a fault of a board.
     *
     * @return 1, 2 or 3
     */
    public int exitCode() {
        return 2;
    }
}
