package org.mneme.runtime.score;

import java.util.Optional;
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
 */
public record SegmentPlan(
        Segment.Start start, long tick, int motif, int pattern, Signs state, boolean noisy, Optional<Ints> open) {}
