package org.mneme.lab.figure;

import org.mneme.MnemeException;

/** A figure was ended before all of it was run. */
public final class FigureInterruptedException extends MnemeException {
    private static final long serialVersionUID = 1L;

    /** Name of the figure. */
    private final String figure;

    /**
     * Creates the error.
     *
     * @param figure its name
     */
    public FigureInterruptedException(String figure) {
        super("figure " + figure + " was interrupted; with the same trial file it goes on where it stopped");
        this.figure = figure;
    }

    /**
     * Returns the figure.
     *
     * @return its name
     */
    public String figure() {
        return figure;
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
