package org.mneme.runtime.exchange;

import java.util.Locale;

/** How well another format says what a part of a graph does. */
public enum Fidelity {
    /** Exactly: same spikes at the same ticks, as far as the reader follows the stated equations. */
    FAITHFUL,
    /** Not quite; the report says how it differs. */
    APPROXIMATE,
    /** Not at all; the report says why. */
    UNSUPPORTED;

    /**
     * Returns the word that users see.
     *
     * @return such as "approximate"
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
