package org.mneme.runtime.score;

import java.util.Optional;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

/**
 * Whether visits follow each other as stored, and how long each lasts. Without timing a visit is a step, with timing a run of steps with
 * the same winner.
 */
final class VisitOrder {
    private final SequenceMemory memory;
    private final boolean timed;
    private boolean judgesDwell;
    private int current;
    private int held = 1;
    /** The last pattern seen; that of the present visit where it has one. */
    private int lastSeen;

    private int step;
    private int orderErrors;
    private int timingErrors;
    private int inOrder;
    private Optional<Mistake> wrongPattern = Optional.empty();
    private Optional<Mistake> wrongDwell = Optional.empty();

    /**
     * Starts at the cue.
     *
     * @param memory what is stored
     * @param trajectory from the cue
     * @param cleanCue whether no bit of the cue was flipped; a noisy cue may be held for longer or shorter, so its dwell is not judged
     */
    VisitOrder(SequenceMemory memory, Trajectory trajectory, boolean cleanCue) {
        this.memory = memory;
        this.timed = trajectory.timed();
        this.judgesDwell = cleanCue;
        this.current = trajectory.cue();
        this.lastSeen = current;
    }

    int orderErrors() {
        return orderErrors;
    }

    int timingErrors() {
        return timingErrors;
    }

    /** Visits after the cue that were in order, up to the first that was not. */
    int inOrder() {
        return inOrder;
    }

    /** The first visit out of order. */
    Optional<Mistake> wrongPattern() {
        return wrongPattern;
    }

    /** The first visit that was too short or too long. */
    Optional<Mistake> wrongDwell() {
        return wrongDwell;
    }

    private int successor() {
        return memory.successors().of(lastSeen);
    }

    /** The patterns to favour among stored ones that are identical: with timing, stay for the dwell, then go on. */
    int[] favoured(int expectedNow) {
        if (!timed) {
            return new int[] {expectedNow, successor()};
        }
        return held < memory.dwell(lastSeen) ? new int[] {lastSeen, successor()} : new int[] {successor(), lastSeen};
    }

    /** Takes the winner of the next step; −1 for none. */
    void winner(int winner, int expectedNow) {
        step++;
        if (timed && winner == current) {
            held++;
            return;
        }
        boolean recovered = current == StoredPatterns.NONE && winner == (timed ? lastSeen : expectedNow);
        if (winner == StoredPatterns.NONE || winner != successor() && !recovered) {
            outOfOrder(successor(), winner);
        } else if (orderErrors == 0) {
            inOrder++;
        }
        if (timed) {
            judgeDwell(step - 1);
        }
        current = winner;
        held = 1;
        lastSeen = winner == StoredPatterns.NONE ? lastSeen : winner;
    }

    /** Ends the recall; the visit under way is cut off, and can only be too long. Twice its dwell means that its successor never came. */
    void end() {
        int next = current == StoredPatterns.NONE
                ? Successors.NONE
                : memory.successors().of(current);
        if (timed && next != Successors.NONE && next != current && held > memory.dwell(current)) {
            judgesDwell = true;
            judgeDwell(step);
            if (held >= 2L * memory.dwell(current)) {
                outOfOrder(next, current);
            }
        }
    }

    private void outOfOrder(int expected, int found) {
        orderErrors++;
        if (wrongPattern.isEmpty()) {
            wrongPattern = Optional.of(new Mistake.WrongPattern(step, expected, found));
        }
    }

    private void judgeDwell(int lastStep) {
        if (judgesDwell && current != StoredPatterns.NONE && held != memory.dwell(current)) {
            timingErrors++;
            if (wrongDwell.isEmpty()) {
                wrongDwell = Optional.of(new Mistake.WrongDwell(lastStep, current, memory.dwell(current), held));
            }
        }
        judgesDwell = true;
    }
}
