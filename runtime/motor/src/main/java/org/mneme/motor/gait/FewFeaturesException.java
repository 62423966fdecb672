package org.mneme.motor.gait;

import org.mneme.InputException;

/** Too few features to tell joints and places apart. */
public final class FewFeaturesException extends InputException {
    private static final long serialVersionUID = 1L;

    private final int features;
    private final int needed;

    FewFeaturesException(int features, int channels, int context, int needed) {
        super("features: " + features + " are too few for " + channels + (channels == 1 ? " joint" : " joints")
                + " and " + context + " context features; use at least " + needed);
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
     * Returns how many would be enough.
     *
     * @return above N
     */
    public int needed() {
        return needed;
    }
}
