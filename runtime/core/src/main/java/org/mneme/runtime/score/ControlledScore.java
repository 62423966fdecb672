package org.mneme.runtime.score;

import java.util.List;
import org.mneme.bits.Ints;

/**
 * How good a run under controls was.
 *
 * @param recall the score of all stretches together; its steps count on through them, each stretch's first state being one
 * @param segments in order
 * @param ticks when each state of the run was seen; one more than {@code recall.steps()}
 * @param notes what the user should know
 */
public record ControlledScore(RecallScore recall, List<Segment> segments, Ints ticks, List<String> notes) {
    /** Copies the lists. */
    public ControlledScore {
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }
}
