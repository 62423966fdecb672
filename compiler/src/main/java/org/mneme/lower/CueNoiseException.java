package org.mneme.lower;

import java.util.Locale;
import org.mneme.InputException;

/** More cue noise is asked for than a fixed-point lowering bears. */
public final class CueNoiseException extends InputException {
    private static final long serialVersionUID = 1L;

    private final double asked;
    private final double bearable;

    /**
     * Creates the error.
     *
     * @param asked fraction of flipped bits asked for
     * @param bearable largest fraction at which the cued pattern's hidden unit still sends a spike
     * @param fix the nearest change that would do
     */
    public CueNoiseException(double asked, double bearable, String fix) {
        super(String.format(
                Locale.ROOT,
                "cue noise %.3f is more than this lowering bears (%.3f: beyond it the cued pattern's own hidden unit is silent); %s",
                asked,
                bearable,
                fix));
        this.asked = asked;
        this.bearable = bearable;
    }

    /**
     * Returns what was asked for.
     *
     * @return a fraction
     */
    public double asked() {
        return asked;
    }

    /**
     * Returns what would be borne.
     *
     * @return a fraction
     */
    public double bearable() {
        return bearable;
    }
}
