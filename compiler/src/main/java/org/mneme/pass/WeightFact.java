package org.mneme.pass;

import java.util.List;
import java.util.Locale;

/**
 * How the weights of a projection are held by a target's synapses.
 *
 * @param projection its name
 * @param format name of the weight format
 * @param exponent e: weights are mantissa · 2^e
 * @param largestError largest |held − meant|; 0 where all weights are held exactly
 * @param rmsError root of the mean squared error over the synapses
 * @param vanished how many weights that were not 0 became 0
 * @param named the first of those, "source neuron → target neuron"
 */
public record WeightFact(
        String projection,
        String format,
        int exponent,
        double largestError,
        double rmsError,
        long vanished,
        List<String> named) {
    /** Copies the list. */
    public WeightFact {
        named = List.copyOf(named);
    }

    /**
     * Says whether all weights are held exactly.
     *
     * @return true where nothing was rounded
     */
    public boolean exact() {
        return largestError == 0;
    }

    /**
     * Returns a line for the user.
     *
     * @return projection, format, errors
     */
    public String sentence() {
        String held = String.format(Locale.ROOT, "%s: held as %s·2^%d", projection, format, exponent);
        if (exact()) {
            return held + " exactly";
        }
        String errors =
                String.format(Locale.ROOT, ", rounded by up to %.4g, %.3g in the mean (rms)", largestError, rmsError);
        return held
                + errors
                + (vanished == 0
                        ? ""
                        : "; " + vanished + " weights became 0: " + String.join(", ", named)
                                + (named.size() < vanished ? ", …" : ""));
    }
}
