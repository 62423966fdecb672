package org.mneme.model;

import org.mneme.bits.Signs;

/** The present state S and its overlaps h with all patterns. */
sealed interface Present permits BlockPresent, PlainPresent {
    /** Replaces the whole state. */
    void set(int[] signs);

    /** Replaces the sign of one unit. */
    void set(int unit, int sign);

    /** Returns S_i. */
    int at(int unit);

    /** Returns S. */
    Signs signs();

    /** Returns h_μ. */
    int overlap(int mu);

    /** Returns all h; a new array. */
    int[] overlaps();

    /** Returns the pattern of the largest overlap, the first of several. */
    int winner();
}
