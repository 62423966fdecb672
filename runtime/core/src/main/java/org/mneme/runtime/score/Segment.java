package org.mneme.runtime.score;

/**
 * A stretch of a run, from what started it to what ended it.
 *
 * @param start what started it
 * @param tick when
 * @param motif index of the motif played, −1 where none is
 * @param pattern the pattern it starts from
 * @param firstStep where it begins among the states of the run; −1 where no state was decoded
 * @param steps recall steps after that
 * @param expected how many patterns should have been seen in order, the pattern cued among them
 * @param inOrder how many of them were, up to the first that was not
 */
public record Segment(
        Start start, long tick, int motif, int pattern, int firstStep, int steps, int expected, int inOrder) {
    /** What starts a stretch. */
    public enum Start {
        /** A cue. */
        CUE,
        /** A gate; the recall went on from its last state, which does not count as seen again. */
        GATE,
        /** A motif that was played: its gate, and its first pattern as a cue. */
        MOTIF
    }
}
