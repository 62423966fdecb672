package org.mneme.board.driver;

import java.util.ArrayList;
import java.util.List;
import org.mneme.InputException;
import org.mneme.runtime.config.Nearest;

/** A URI whose scheme no driver answers to. */
public final class DriverMissingException extends InputException {
    private static final long serialVersionUID = 1L;

    private final String scheme;
    private final transient List<String> known;

    /**
     * Creates the error.
     *
     * @param scheme asked for
     * @param known the schemes of the drivers there are
     * @param unusable sentences about libraries that cannot be used
     */
    public DriverMissingException(String scheme, List<String> known, List<String> unusable) {
        super(sentence(scheme, known, unusable));
        this.scheme = scheme;
        this.known = List.copyOf(known);
    }

    private static String sentence(String scheme, List<String> known, List<String> unusable) {
        List<String> parts = new ArrayList<>();
        parts.add("no driver is there for boards '" + scheme + ":'"
                + (known.isEmpty()
                        ? "; 'mneme boards' says where drivers are looked for"
                        : Nearest.suggestion(scheme, known)));
        parts.addAll(unusable);
        return String.join("; ", parts);
    }

    /**
     * Returns the scheme asked for.
     *
     * @return the scheme
     */
    public String scheme() {
        return scheme;
    }

    /**
     * Returns the schemes there are.
     *
     * @return possibly empty
     */
    public List<String> known() {
        return known;
    }
}
