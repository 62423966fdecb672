package org.mneme.runtime.experiment;

import org.mneme.InputException;

/** Something that only the reference recall can do, asked of another backend. */
public final class ReferenceOnlyException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String backend;

    /**
     * Creates the error.
     *
     * @param setting what only the reference recall can do, as it is written, such as "self-coupling: excluded"
     * @param backend the backend asked for
     * @param otherwise what to write instead
     */
    public ReferenceOnlyException(String setting, String backend, String otherwise) {
        super("'" + setting + "' cannot run on backend '" + backend
                + "', only on the reference recall; use --backend reference, or " + otherwise);
        this.setting = setting;
        this.backend = backend;
    }

    /**
     * Returns what only the reference recall can do.
     *
     * @return as it is written
     */
    public String setting() {
        return setting;
    }

    /**
     * Returns the backend asked for.
     *
     * @return its name
     */
    public String backend() {
        return backend;
    }
}
