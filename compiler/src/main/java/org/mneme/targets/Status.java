package org.mneme.targets;

import java.util.Locale;

/** How far a value of a target can be trusted. */
public enum Status {
    /** Read in the source that is named. */
    KNOWN,
    /** Usable, from memory or second hand; flagged wherever it shows. */
    UNVERIFIED,
    /** Supplied for a value that nobody knows, by the user or, where mapping cannot do without one, by the description. */
    ASSUMED,
    /** Nobody has said; there is no value. */
    UNKNOWN;

    /**
     * Returns the name it has in files and messages.
     *
     * @return such as "unverified"
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
