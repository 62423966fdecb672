package org.mneme.lab.capacity;

import org.mneme.InputException;

/** A search for a capacity that leads to a draw of more patterns than one can hold. */
public final class DrawTooLargeException extends InputException {
    private static final long serialVersionUID = 1L;

    private final transient CapacityQuestion question;
    private final int patterns;

    /**
     * Creates the error.
     *
     * @param question what was asked
     * @param patterns P of the draw
     */
    public DrawTooLargeException(CapacityQuestion question, int patterns) {
        super("capacity of " + question.network().label() + " at N = " + question.features() + ": needs a draw of "
                + patterns + " patterns, and a draw of so many features has at most " + most(question.features())
                + "; ask for fewer features");
        this.question = question;
        this.patterns = patterns;
    }

    private static long most(int features) {
        return Draw.MOST_WORDS / Draw.words(features, 1);
    }

    /**
     * Returns what was asked.
     *
     * @return the question
     */
    public CapacityQuestion question() {
        return question;
    }

    /**
     * Returns the patterns of the draw that is too large.
     *
     * @return P
     */
    public int patterns() {
        return patterns;
    }
}
