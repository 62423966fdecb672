package org.mneme.model;

/**
 * What each feature unit sums over the hidden units, in one arithmetic; only its sign matters.
 *
 * <p>A recall step is {@link #begin}, then {@link #signs} or, unit by unit, {@link #sign} and {@link #changed}, then {@link #end}.
 */
sealed interface LocalFields permits BucketFields, ExactFields, RealFields, TableFields {
    /** The present state is a cue: there is no history. */
    void cued();

    /** The present state was replaced within a recall; the history stays. */
    void replaced();

    /** A recall step begins: the present state is S(t). */
    void begin();

    /** Returns the sign of each unit's field at the present state: −1, 0 or +1. */
    int[] signs();

    /** Returns the sign of one unit's field at the present state. */
    int sign(int unit);

    /** The present state has changed in one unit, from the first sign to the second. */
    void changed(int unit, int from, int to);

    /** A recall step is over: S(t) is history, the present state is S(t+1). */
    void end();

    /** Returns the hidden unit that wins at the present state, the first of several. */
    int winner();

    /** Returns the arithmetic, as {@link ReferenceRecall#arithmetic} says it. */
    String arithmetic();

    /** Returns how many signs the doubles did not decide. */
    long exactFallbacks();
}
