package org.mneme.lower;

import java.util.Locale;

/** What a graph can be told at run time besides cues, by source spikes; each costs neurons, so each is asked for when a memory is lowered. */
public enum CodecControl {
    /** Which hidden units may fire: tonic inhibition, as from the basal ganglia, silences all others. */
    GATE,
    /** How fast patterns follow each other: a tonic gain; 0 pauses, and the state is kept. */
    TEMPO;

    /**
     * Returns the word users write.
     *
     * @return "gate" or "tempo"
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
