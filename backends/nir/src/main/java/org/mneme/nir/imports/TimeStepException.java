package org.mneme.nir.imports;

/** A time step in a graph's metadata that is no positive number. */
public final class TimeStepException extends NirImportException {
    private static final long serialVersionUID = 1L;

    private final String told;

    /**
     * Creates the error.
     *
     * @param told what the metadata holds instead
     */
    public TimeStepException(String told) {
        super("the metadata " + NirImporter.TICK_SECONDS + ", the time step, is " + told
                + ", not a positive number of seconds; correct it, or set the step with --dt");
        this.told = told;
    }

    /**
     * Returns what the metadata holds.
     *
     * @return as text
     */
    public String told() {
        return told;
    }
}
