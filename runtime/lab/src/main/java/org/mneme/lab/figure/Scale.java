package org.mneme.lab.figure;

import java.util.Locale;

/** How much of a figure is run. */
public enum Scale {
    /** The published sizes. */
    PAPER,
    /** The same code with fewer sizes and trials: at most about a minute a figure on two cores. */
    QUICK;

    /**
     * Returns the name on the command line.
     *
     * @return lower-case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
