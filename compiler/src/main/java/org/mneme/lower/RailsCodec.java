package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.Signs;

/** The source spikes that cue pairs of rails, and the names of the populations that the lowerings with rails share. */
final class RailsCodec {
    static final String CUE = "cue";
    static final String CLEAR = "clear";
    static final String RAILS = "rails";
    static final String HIDDEN = "hidden";

    private RailsCodec() {}

    /**
     * Returns the spikes that silence what runs and then set a state.
     *
     * @param state N signs
     * @param features N
     * @param clearing what comes before the cue
     * @param tick of the first
     * @return ascending by tick, then neuron
     */
    static List<SourceSpike> cue(Signs state, int features, CodecClearing clearing, long tick) {
        if (state.length() != features) {
            throw new IllegalArgumentException("a cue of " + state.length() + " signs for " + features + " features");
        }
        List<SourceSpike> spikes = new ArrayList<>();
        for (int k = 0; k < clearing.ticks(); k++) {
            for (int neuron = 0; neuron < clearing.neurons(); neuron++) {
                spikes.add(new SourceSpike(CLEAR, tick + k, neuron, 1));
            }
        }
        for (int rail = 0; rail < 2 * features; rail++) {
            if (state.at(rail % features) == (rail < features ? 1 : -1)) {
                spikes.add(new SourceSpike(CUE, tick + clearing.ticks(), rail, 1));
            }
        }
        return spikes;
    }

    /**
     * Returns the spikes that set gates, and then a state where any of it is known.
     *
     * @param gates what sets the gates
     * @param state N signs
     * @param features N
     * @param clearing what comes before the cue
     * @param tick of the first
     * @return the spikes
     */
    static List<SourceSpike> gate(
            List<SourceSpike> gates, Signs state, int features, CodecClearing clearing, long tick) {
        List<SourceSpike> spikes = new ArrayList<>(gates);
        if (state.zeroCount() < state.length()) {
            spikes.addAll(cue(state, features, clearing, tick));
        }
        return spikes;
    }
}
