package org.mneme.runtime.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.SequenceMemory;

/**
 * Scores a recall against the stored patterns, state by state; it keeps a few numbers a step, never the states.
 *
 * <p>The winner of a step is the pattern of the largest overlap, the lowest index of those; where several stored patterns are identical
 * to it, the one that is expected. Single-threaded.
 */
public final class RecallScorer {
    private final StoredPatterns stored;
    private final Trajectory trajectory;
    private final Trajectory.Walk walk;
    private final VisitOrder order;
    private final boolean keepsAll;

    private final IntList winners = new IntList();
    private final IntList winnerOverlaps = new IntList();
    private final IntList expectedOverlaps = new IntList();
    private final IntList allOverlaps = new IntList();
    private final Runs runs;
    private int step = -1;
    private int first;
    private long bitErrors;
    private long unknownBits;
    private int silentSteps;
    private int lastWrong;
    private boolean lastSilent;
    private Optional<Mistake> wrongBits = Optional.empty();

    /**
     * Starts a score.
     *
     * @param memory what is stored
     * @param trajectory what should be seen
     * @param steps K, the recall steps planned
     * @param cleanCue whether no bit of the cue was flipped; the dwell of a noisy cue is not judged
     */
    public RecallScorer(SequenceMemory memory, Trajectory trajectory, int steps, boolean cleanCue) {
        this.stored = new StoredPatterns(memory.patterns());
        this.trajectory = trajectory;
        this.walk = trajectory.walk();
        this.order = new VisitOrder(memory, trajectory, cleanCue);
        this.runs = new Runs(trajectory.cue());
        this.keepsAll = (steps + 1L) * memory.count() <= OverlapSeries.MOST_NUMBERS;
    }

    /**
     * Takes the next state.
     *
     * @param state S(t) for t = 0, 1, …; S(0) is the cue
     * @param silent whether no feature spiked, so that the state is the one before
     */
    public void accept(Signs state, boolean silent) {
        step++;
        int expected = walk.next();
        int winner = stored.winner(state, step == 0 ? new int[] {expected} : order.favoured(expected));
        winners.add(winner);
        keepOverlaps(state, winner, expected);
        if (step == 0) {
            first = winner;
            return;
        }
        runs.add(winner);
        if (!trajectory.settles()) {
            order.winner(winner, expected);
        }
        int against = trajectory.timed() && !trajectory.settles() && winner != StoredPatterns.NONE ? winner : expected;
        lastWrong = stored.wrongBits(against, state);
        lastSilent = silent;
        bitErrors += lastWrong;
        unknownBits += state.zeroCount();
        silentSteps += silent ? 1 : 0;
        if (lastWrong > 0 && wrongBits.isEmpty()) {
            wrongBits = Optional.of(new Mistake.WrongBits(step, against, lastWrong));
        }
    }

    private void keepOverlaps(Signs state, int winner, int expected) {
        winnerOverlaps.add(winner == StoredPatterns.NONE ? 0 : stored.overlap(winner, state));
        expectedOverlaps.add(stored.overlap(expected, state));
        for (int mu = 0; keepsAll && mu < stored.count(); mu++) {
            allOverlaps.add(stored.overlap(mu, state));
        }
    }

    /**
     * Ends the recall.
     *
     * @param planned K, the recall steps that should have been; fewer may have been taken
     * @return the score
     * @throws IllegalStateException if not even the cue was taken
     */
    public RecallScore score(int planned) {
        if (step < 0) {
            throw new IllegalStateException("a recall without its cue");
        }
        int expected = trajectory.patterns(planned);
        if (trajectory.settles()) {
            return settled(expected, planned);
        }
        order.end();
        int seen = order.inOrder();
        if (trajectory.ends()) {
            seen = first == trajectory.cue() ? seen + 1 : 0;
        }
        int inOrder = Math.min(seen, expected);
        return score(
                expected, inOrder, order.orderErrors(), order.timingErrors(), bitErrors, mistakes(inOrder, expected));
    }

    private List<Mistake> mistakes(int inOrder, int expected) {
        List<Mistake> mistakes = new ArrayList<>();
        if (trajectory.ends() && first != trajectory.cue()) {
            mistakes.add(new Mistake.WrongPattern(0, trajectory.cue(), first));
        } else {
            order.wrongPattern().ifPresent(mistakes::add);
        }
        order.wrongDwell().ifPresent(mistakes::add);
        wrongBits.ifPresent(mistakes::add);
        if (mistakes.isEmpty() && inOrder < expected) {
            mistakes.add(new Mistake.EndedEarly(step, expected, inOrder));
        }
        return mistakes;
    }

    /** An associative memory: what counts is the state it ends in. */
    private RecallScore settled(int expected, int planned) {
        int last = runs.current();
        boolean right = last == trajectory.cue() && step >= planned;
        List<Mistake> mistakes = new ArrayList<>();
        if (step < planned) {
            mistakes.add(new Mistake.EndedEarly(step, expected, 0));
        } else if (lastSilent) {
            mistakes.add(new Mistake.Silent(step, trajectory.cue()));
        } else if (!right) {
            mistakes.add(new Mistake.WrongPattern(step, trajectory.cue(), last));
        } else if (lastWrong > 0) {
            mistakes.add(new Mistake.WrongBits(step, last, lastWrong));
        }
        int inOrder = right && !lastSilent ? 1 : 0;
        return score(expected, inOrder, last == trajectory.cue() ? 0 : 1, 0, lastWrong, mistakes);
    }

    private RecallScore score(
            int expected, int inOrder, int orderErrors, int timingErrors, long bits, List<Mistake> mistakes) {
        Ints all = allOverlaps.toInts();
        return new RecallScore(
                step,
                expected,
                inOrder,
                orderErrors,
                timingErrors,
                bits,
                unknownBits,
                silentSteps,
                winners.toInts(),
                runs.visited(),
                runs.dwell(),
                mistakes,
                new OverlapSeries(
                        stored.features(),
                        step,
                        stored.count(),
                        winnerOverlaps.toInts(),
                        expectedOverlaps.toInts(),
                        keepsAll ? Optional.of(all) : Optional.empty()));
    }
}
