package org.mneme.runtime.backend;

import java.util.List;
import org.mneme.InputException;
import org.mneme.runtime.config.Nearest;

/** A backend name that no backend answers to. */
public final class UnknownBackendException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<String> found;

    /**
     * Creates the error.
     *
     * @param name the name asked for
     * @param found the names there are
     */
    public UnknownBackendException(String name, List<String> found) {
        super("backend '" + name + "' is unknown"
                + (found.isEmpty()
                        ? "; there is none on the class path, add mneme-simulator to it"
                        : Nearest.suggestion(name, found)));
        this.name = name;
        this.found = List.copyOf(found);
    }

    /**
     * Returns the name asked for.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the names of the backends that were found.
     *
     * @return ascending; possibly empty
     */
    public List<String> found() {
        return found;
    }
}
