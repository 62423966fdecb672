package org.mneme.lab.capacity;

import org.mneme.InputException;

/** A network whose transitions do not fail at any number of patterns that can be drawn. */
public final class CapacityTooLargeException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient CapacityQuestion question;

    /**
     * Creates the error.
     *
     * @param question what was asked
     */
    public CapacityTooLargeException(CapacityQuestion question) {
        super("capacity of " + question.network().label() + " at N = " + question.features() + ": is more than the "
                + SearchStart.MOST_PATTERNS + " patterns that can be tested; ask for fewer features");
        this.question = question;
    }

    /**
     * Returns what was asked.
     *
     * @return the question
     */
    public CapacityQuestion question() {
        return question;
    }
}
