package org.mneme.motor.music;

import org.mneme.InputException;

/** Too few features for all the notes that are to be told. */
public final class FewFeaturesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int features;
    private final int needed;

    FewFeaturesException(int features, int notes, int needed) {
        super("features: " + features + " are too few for " + notes + " different notes; use at least " + needed
                + ", or a smaller share of context");
        this.features = features;
        this.needed = needed;
    }

    /**
     * Returns how many there are.
     *
     * @return N
     */
    public int features() {
        return features;
    }

    /**
     * Returns how many are enough.
     *
     * @return &gt; N
     */
    public int needed() {
        return needed;
    }
}
