package org.mneme.report.live;

import java.util.List;
import org.mneme.report.watch.WatchChunk;
import org.mneme.report.watch.WatchSpike;
import org.mneme.report.watch.WatchStep;
import org.mneme.report.watch.WatchTold;

/**
 * How things are.
 *
 * @param run how often the memory was started, counted from 1
 * @param tick the next to be executed
 * @param state what the network does
 * @param rate ticks per second, measured
 * @param wanted ticks per second
 * @param gain of the tempo
 * @param open hidden units that may fire
 * @param lesion the fraction silenced
 * @param cueNoise the fraction of features flipped in cues
 */
record Status(
        long run,
        long tick,
        WatchChunk.State state,
        double rate,
        double wanted,
        double gain,
        int open,
        double lesion,
        double cueNoise) {
    /** Whether a page would look the same; the time and the rate aside. */
    boolean looksLike(Status other) {
        return state == other.state
                && gain == other.gain
                && open == other.open
                && lesion == other.lesion
                && cueNoise == other.cueNoise;
    }

    /** What a page is sent. */
    WatchChunk chunk(long dropped, List<WatchStep> steps, List<WatchSpike> spikes, List<WatchTold> told) {
        return new WatchChunk(tick, state, rate, wanted, gain, open, lesion, cueNoise, dropped, steps, spikes, told);
    }
}
