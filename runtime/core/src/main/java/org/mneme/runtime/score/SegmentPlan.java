package org.mneme.runtime.score;

import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * What a stretch of a run was told at its start.
 *
 * @param start what starts it
 * @param tick when
 * @param motif index of the motif played, −1 where none is
 * @param pattern the pattern cued, −1 where the recall goes on from a state
 * @param state what it starts from
 * @param noisy whether the state is a pattern with bits flipped, or where a recall happened to be; how long it is held is not judged
 * @param open the hidden units that may fire; empty for all
 * @param visits how many patterns it shows, at least one; then what comes next takes over. Empty: as many as the sequence and the gates have
 */
public record SegmentPlan(
        Segment.Start start,
        long tick,
        int motif,
        int pattern,
        Signs state,
        boolean noisy,
        Optional<Ints> open,
        OptionalInt visits) {
    /** Of as many patterns as the sequence and the gates have. */
    public SegmentPlan(
            Segment.Start start, long tick, int motif, int pattern, Signs state, boolean noisy, Optional<Ints> open) {
        this(start, tick, motif, pattern, state, noisy, open, OptionalInt.empty());
    }
}
