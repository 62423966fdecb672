package org.mneme.lower;

import org.mneme.InputException;

/** A memory that a lowering cannot express. */
public final class CannotLowerException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String lowering;
    private final String reason;
    private final String fix;

    /**
     * Creates the error.
     *
     * @param lowering name of the lowering
     * @param reason what it cannot express
     * @param fix the nearest change that would do
     */
    public CannotLowerException(String lowering, String reason, String fix) {
        super("the " + lowering + " lowering cannot express " + reason + "; " + fix);
        this.lowering = lowering;
        this.reason = reason;
        this.fix = fix;
    }

    /**
     * Returns the lowering.
     *
     * @return its name
     */
    public String lowering() {
        return lowering;
    }

    /**
     * Returns what it cannot express.
     *
     * @return part of a sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the nearest change that would do.
     *
     * @return part of a sentence
     */
    public String fix() {
        return fix;
    }
}
