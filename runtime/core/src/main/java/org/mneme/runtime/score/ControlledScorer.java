package org.mneme.runtime.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mneme.bits.Signs;
import org.mneme.lower.RecallStep;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * Scores a run that is told more than one cue, state by state; it keeps a few numbers a step, never the states. Single-threaded.
 *
 * <p>A cue, a gate and a motif each start a stretch. Within it patterns must follow each other as stored, and as the gates let them; a
 * tempo changes how long each is held, and a pause must lose nothing.
 */
public final class ControlledScorer {
    private final SequenceMemory memory;
    private final StoredPatterns stored;
    private final SegmentPath.Rules rules;
    private final int ticksPerStep;
    private final Tempos tempos = new Tempos();
    private final Deque<SegmentJudge> told = new ArrayDeque<>();
    private final Deque<SegmentPlan> plans = new ArrayDeque<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final IntList winners = new IntList();
    private final IntList winnerOverlaps = new IntList();
    private final IntList expectedOverlaps = new IntList();
    private final IntList ticks = new IntList();
    private IntList allOverlaps = new IntList();
    private boolean keepsAll = true;
    private Optional<Runs> runs = Optional.empty();
    private int states;
    private int recallSteps;
    private int inOrder;
    private int expected;
    private boolean lost;
    private int orderErrors;
    private int timingErrors;
    private long bitErrors;
    private long unknownBits;
    private int silentSteps;
    private Optional<Mistake> wrongBits = Optional.empty();

    /**
     * Starts a score.
     *
     * @param memory what is stored
     * @param tempo whether the graph has tempo inputs, so that patterns may be held
     * @param random whether the graph draws its winners and dwell times
     * @param silent whether a recall ends in silence; graded hidden units may go on by crosstalk
     * @param ticksPerStep ticks a clean recall step takes
     */
    public ControlledScorer(SequenceMemory memory, boolean tempo, boolean random, boolean silent, int ticksPerStep) {
        this.memory = memory;
        this.stored = new StoredPatterns(memory.patterns());
        this.rules = new SegmentPath.Rules(tempo || memory.timing() instanceof Timing.Mixed, random, silent);
        this.ticksPerStep = ticksPerStep;
    }

    /**
     * Is told that a stretch begins at a tick still to come.
     *
     * @param plan what it was told
     */
    public void begin(SegmentPlan plan) {
        SegmentJudge judge = new SegmentJudge(memory, stored, plan, rules, tempos);
        told.add(judge);
        plans.add(plan);
        if (judge.unanswered()) {
            notes.add("the gate at tick " + plan.tick() + " leaves nobody to answer, so the recall ends there");
        }
    }

    /**
     * Is told a tempo.
     *
     * @param tick when
     * @param gain 1 as lowered
     */
    public void tempo(long tick, double gain) {
        tempos.tell(tick, gain);
    }

    /**
     * Takes the next state; one of step 0 begins the stretch told for its tick.
     *
     * @param step as decoded
     * @return which pattern it should show, −1 where none is expected
     */
    public int accept(RecallStep step) {
        if (step.step() == 0) {
            while (plans.size() > 1 && tickOfSecondPlan() <= step.tick()) {
                leave(false);
            }
        }
        if (told.isEmpty()) {
            return StoredPatterns.NONE;
        }
        SegmentJudge judge = told.getFirst();
        Signs state = step.state();
        int winner = stored.winner(state, judge.favoured());
        int shown = step.step() == 0 ? judge.first(step, states, winner) : judge.next(step, states, winner);
        keep(step, winner, shown);
        if (step.step() > 0) {
            int wrong = judge.wrongBits(winner, state);
            bitErrors += wrong;
            unknownBits += state.zeroCount();
            silentSteps += step.silent() ? 1 : 0;
            recallSteps++;
            if (wrong > 0 && wrongBits.isEmpty()) {
                wrongBits = Optional.of(new Mistake.WrongBits(states, Math.max(0, winner), wrong));
            }
        }
        states++;
        return shown;
    }

    private long tickOfSecondPlan() {
        return plans.stream().skip(1).findFirst().orElseThrow().tick();
    }

    private void keep(RecallStep step, int winner, int shown) {
        Signs state = step.state();
        winners.add(winner);
        runs.ifPresentOrElse(r -> r.add(winner), () -> runs = Optional.of(new Runs(winner)));
        ticks.add((int) Math.min(Integer.MAX_VALUE, step.tick()));
        winnerOverlaps.add(winner == StoredPatterns.NONE ? 0 : stored.overlap(winner, state));
        expectedOverlaps.add(shown == StoredPatterns.NONE ? 0 : stored.overlap(shown, state));
        keepsAll = keepsAll && (states + 1L) * stored.count() <= OverlapSeries.MOST_NUMBERS;
        if (!keepsAll) {
            allOverlaps = new IntList();
        }
        for (int mu = 0; keepsAll && mu < stored.count(); mu++) {
            allOverlaps.add(stored.overlap(mu, state));
        }
    }

    /** Ends the stretch under way, whole or cut off by the next. */
    private void leave(boolean whole) {
        SegmentJudge judge = told.removeFirst();
        plans.removeFirst();
        if (!whole && !plans.isEmpty()) {
            judge.cut(plans.getFirst().tick(), longestStep());
        }
        Segment segment = judge.end(whole);
        judge.wrongPattern().ifPresent(mistake -> keepFirst(mistake, Mistake.WrongPattern.class));
        judge.wrongDwell().ifPresent(mistake -> keepFirst(mistake, Mistake.WrongDwell.class));
        inOrder += lost ? 0 : segment.inOrder();
        lost |= segment.inOrder() < segment.expected();
        expected += segment.expected();
        orderErrors += judge.orderErrors();
        timingErrors += judge.timingErrors();
        segments.add(segment);
    }

    private void keepFirst(Mistake mistake, Class<? extends Mistake> kind) {
        if (mistakes.stream().noneMatch(kind::isInstance)) {
            mistakes.add(mistake);
        }
    }

    /**
     * Returns how long a recall step may take at the slowest tempo that was told.
     *
     * @return ticks
     */
    public long longestStep() {
        double clean = (rules.random() ? 64L : 16L) * ticksPerStep + 4L * stored.features() + 64;
        return (long) Math.ceil(clean / tempos.slowest());
    }

    /**
     * Says whether the stretch told last has shown all its patterns, or has gone wrong beyond hope.
     *
     * @return false where it is under way or still to come
     */
    public boolean complete() {
        return told.size() == 1 && told.getFirst().complete();
    }

    /**
     * Says whether the stretch told last has begun.
     *
     * @return false where its first state is still to come
     */
    public boolean started() {
        return told.size() == 1 && told.getFirst().started();
    }

    /**
     * Returns how many states have been taken that are not the first of their stretch.
     *
     * @return recall steps
     */
    public int steps() {
        return recallSteps;
    }

    /** Is told that the stretch under way was let run to its end: what it did not show is missing. */
    public void finish() {
        while (told.size() > 1) {
            leave(false);
        }
        if (!told.isEmpty()) {
            leave(true);
        }
    }

    /**
     * Ends the run; a stretch still under way was cut off.
     *
     * @param unplayed patterns of the motifs that were not reached
     * @return the score
     */
    public ControlledScore score(OptionalInt unplayed) {
        while (!told.isEmpty()) {
            leave(false);
        }
        expected += unplayed.orElse(0);
        if (states == 0) {
            keep(
                    new RecallStep(0, 0, Signs.zeros(memory.features()), true, -1),
                    StoredPatterns.NONE,
                    StoredPatterns.NONE);
            states = 1;
        }
        mistakes.sort(Comparator.comparing(mistake -> !(mistake instanceof Mistake.WrongPattern)));
        wrongBits.ifPresent(mistakes::add);
        if (mistakes.isEmpty() && inOrder < expected) {
            mistakes.add(new Mistake.EndedEarly(states - 1, expected, inOrder));
        }
        Runs all = runs.orElseThrow();
        OverlapSeries overlaps = new OverlapSeries(
                stored.features(),
                states - 1,
                stored.count(),
                winnerOverlaps.toInts(),
                expectedOverlaps.toInts(),
                keepsAll ? Optional.of(allOverlaps.toInts()) : Optional.empty());
        RecallScore recall = new RecallScore(
                states - 1,
                expected,
                inOrder,
                orderErrors,
                timingErrors,
                bitErrors,
                unknownBits,
                silentSteps,
                winners.toInts(),
                all.visited(),
                all.dwell(),
                mistakes,
                overlaps);
        return new ControlledScore(recall, segments, ticks.toInts(), notes);
    }
}
