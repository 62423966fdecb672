package org.mneme.report.watch;

import java.util.List;
import java.util.Locale;

/**
 * What happened since the chunk before, and how things are.
 *
 * @param tick the next to be executed
 * @param state what the network does
 * @param rate ticks per second, measured over the last second
 * @param wanted ticks per second asked for
 * @param gain of the tempo, 1 as lowered
 * @param open how many hidden units may fire
 * @param lesion the fraction of hidden units silenced
 * @param cueNoise the fraction of features flipped in the last cue
 * @param dropped steps that were not sent to this page
 * @param steps in order
 * @param spikes in order
 * @param told in order
 */
public record WatchChunk(
        long tick,
        State state,
        double rate,
        double wanted,
        double gain,
        int open,
        double lesion,
        double cueNoise,
        long dropped,
        List<WatchStep> steps,
        List<WatchSpike> spikes,
        List<WatchTold> told) {
    /** What the network does. */
    public enum State {
        /** It recalls. */
        RUNNING,
        /** It waits to be told to go on. */
        PAUSED,
        /** It will not go on unless it is cued again. */
        ENDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public WatchChunk {
        steps = List.copyOf(steps);
        spikes = List.copyOf(spikes);
        told = List.copyOf(told);
    }

    /**
     * Returns it as a page is sent it: a line of JSON that is safe in HTML. A step leaves out overlaps, values and a state that are those
     * of the step before it in this chunk.
     *
     * @return JSON, without a line feed
     */
    public String json() {
        return WatchJson.chunk(this);
    }
}
