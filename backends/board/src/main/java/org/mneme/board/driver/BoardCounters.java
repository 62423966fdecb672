package org.mneme.board.driver;

import java.util.OptionalLong;

/**
 * What a board has done since it was started: struct mneme_counters.
 *
 * @param tick ticks executed
 * @param spikes of all neurons, and of sources
 * @param synapticEvents synapses of non-zero weight that a spike has reached
 * @param saturations assignments to a state that saturated
 * @param hops links that spikes have taken
 * @param busiestLink spikes that took the link that most took
 * @param barriers ticks that were ended by a barrier
 * @param eventsLost spikes for the host that found the queue full
 * @param energyFemtojoules from the figures of the target; empty where one is unknown
 * @param timePicoseconds of the board's own time; empty where one is unknown
 * @param idle whether nothing can happen any more without further events
 * @param queuedIn events that wait for their tick
 * @param queuedOut events that wait to be received
 */
public record BoardCounters(
        long tick,
        long spikes,
        long synapticEvents,
        long saturations,
        long hops,
        long busiestLink,
        long barriers,
        long eventsLost,
        OptionalLong energyFemtojoules,
        OptionalLong timePicoseconds,
        boolean idle,
        long queuedIn,
        long queuedOut) {
    /** Numbers of 64 bits in the struct. */
    public static final int WORDS = 14;

    /** A number that the target's figures do not tell. */
    private static final long UNKNOWN = -1;

    static BoardCounters of(long[] words) {
        return new BoardCounters(
                words[0],
                words[1],
                words[2],
                words[3],
                words[4],
                words[5],
                words[6],
                words[7],
                known(words[8]),
                known(words[9]),
                words[10] != 0,
                words[11],
                words[12]);
    }

    private static OptionalLong known(long word) {
        return word == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(word);
    }
}
