package org.mneme.runtime.backend;

import org.mneme.InputException;

/** A backend that was given a location it has no use for, or none where it needs one. */
public final class BackendLocationException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String backend;

    /**
     * Creates the error.
     *
     * @param backend its name
     * @param sentence the end of the sentence that begins with the backend
     */
    public BackendLocationException(String backend, String sentence) {
        super("backend '" + backend + "' " + sentence);
        this.backend = backend;
    }

    /**
     * Returns the backend.
     *
     * @return its name
     */
    public String backend() {
        return backend;
    }
}
