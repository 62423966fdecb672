package org.mneme;

/** A mistake in what the user gave: a file, an option, a value. Commands end with exit code 2. */
public abstract class InputException extends MnemeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an input error.
     *
     * @param message the sentence shown to the user
     */
    protected InputException(String message) {
        super(message);
    }

    /**
     * Creates an input error with its cause.
     *
     * @param message the sentence shown to the user
     * @param cause what made it fail
     */
    protected InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
