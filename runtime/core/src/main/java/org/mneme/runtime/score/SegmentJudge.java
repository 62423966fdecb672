package org.mneme.runtime.score;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mneme.bits.Signs;
import org.mneme.lower.RecallStep;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.runtime.score.SegmentPath.Rules;
import org.mneme.runtime.score.SegmentPath.Visit;

/**
 * Judges a stretch of a run: whether patterns follow each other as stored and as the gates let them, each held for its dwell at the tempo it
 * was held at.
 */
final class SegmentJudge {
    /** A recall that is wrong is given up after so many times its length. */
    private static final int PATIENCE = 2;

    private static final int GRACE = 16;
    private static final double ROUNDING = 1e-9;

    private final SequenceMemory memory;
    private final StoredPatterns stored;
    private final SegmentPlan plan;
    private final Rules rules;
    private final Tempos tempos;
    private final SegmentPath path;
    private final int start;
    private int transitions = Integer.MAX_VALUE;
    private long planned;
    /** The tempo at which the transitions were counted last. */
    private double countedAt;

    private Visit current;
    private Visit next;
    private long firstTick;
    private long lastTick;
    /** What the present visit has been held, in steps of tempo 1; the last step of it apart. */
    private double held;

    private double lastHeld;
    private boolean judgesDwell;
    /** Whether any pattern would be right. */
    private boolean open;

    private int firstStep = -1;
    private int step;
    private int steps;
    private double worth;
    private int expectedIfCut;
    private int inOrder;
    private int orderErrors;
    private int timingErrors;
    private Optional<Mistake> wrongPattern = Optional.empty();
    private Optional<Mistake> wrongDwell = Optional.empty();

    SegmentJudge(SequenceMemory memory, StoredPatterns stored, SegmentPlan plan, Rules rules, Tempos tempos) {
        this.memory = memory;
        this.stored = stored;
        this.plan = plan;
        this.rules = rules;
        this.tempos = tempos;
        this.path = new SegmentPath(memory, stored, plan.open(), rules);
        this.start = plan.pattern() >= 0 ? plan.pattern() : stored.winner(plan.state());
        this.judgesDwell = !plan.noisy();
        double gain = tempos.at(plan.tick());
        countTransitions(gain == 0 ? 1 : gain);
        this.current = startOver(path);
        this.next = path.next(1);
    }

    /** Counts what comes at a tempo; of several tempos, that of fewest transitions is to be seen at the least. */
    private void countTransitions(double gain) {
        countedAt = gain;
        SegmentPath ahead = new SegmentPath(memory, stored, plan.open(), rules);
        Set<Seen> seen = new HashSet<>();
        if (start != StoredPatterns.NONE) {
            seen.add(new Seen(start, memory.patterns().row(start)));
        }
        Visit visit = startOver(ahead);
        seen.remove(Seen.of(visit));
        int count = 0;
        long worthOfAll = 0;
        int most = plan.visits().orElse(Integer.MAX_VALUE) - 1;
        while (count < most && seen.add(Seen.of(visit))) {
            long dwell = dwell(visit);
            int name = visit.name();
            visit = ahead.next(gain);
            if (visit.name() == StoredPatterns.NONE || staysAt(name) && visit.name() == name) {
                break;
            }
            count++;
            worthOfAll += dwell;
        }
        if (count < transitions) {
            transitions = count;
            planned = worthOfAll;
        }
    }

    /** What a walk has come by: identical patterns are told apart by name. */
    private record Seen(int name, Signs state) {
        static Seen of(Visit visit) {
            return new Seen(visit.name(), visit.state());
        }
    }

    /** Whether a pattern that is seen again is the same visit. */
    private boolean staysAt(int mu) {
        return rules.held() || memory.successors().of(mu) == mu;
    }

    private Visit startOver(SegmentPath from) {
        return from.start(start, plan.state(), plan.pattern() >= 0);
    }

    private int dwell(Visit visit) {
        return visit.name() == StoredPatterns.NONE ? 1 : memory.dwell(visit.name());
    }

    /** Whether nobody answers the first pattern though it has a successor. */
    boolean unanswered() {
        return transitions == 0
                && start != StoredPatterns.NONE
                && memory.successors().of(start) != Successors.NONE
                && memory.successors().of(start) != start;
    }

    /** Patterns to favour among stored ones that are identical. */
    int[] favoured() {
        return new int[] {current.name(), next.name()};
    }

    /** Takes the state it starts with, and returns which pattern should be seen. */
    int first(RecallStep recalled, int index, int winner) {
        firstStep = index;
        step = index;
        begin(recalled.tick());
        if (lastHeld != 1) {
            current = startOver(path);
            next = path.next(lastHeld);
        }
        if (plan.start() != Segment.Start.GATE) {
            expectedIfCut++;
            if (winner == current.name()) {
                inOrder++;
            } else {
                outOfOrder(current.name(), winner);
            }
        }
        return current.name();
    }

    private void begin(long tick) {
        firstTick = tick;
        lastTick = tick;
        held = 0;
        lastHeld = tempos.at(tick);
        worth += lastHeld;
        if (lastHeld > 0 && lastHeld != countedAt && plan.open().isPresent()) {
            countTransitions(lastHeld);
        }
    }

    /** Takes a further state, and returns which pattern should be seen. */
    int next(RecallStep recalled, int index, int winner) {
        step = index;
        steps++;
        if (winner != StoredPatterns.NONE && winner == current.name() && staysAt(winner)) {
            lastTick = recalled.tick();
            held += lastHeld;
            lastHeld = tempos.at(lastTick);
            worth += lastHeld;
            if (!rules.held() && next.name() == winner) {
                current = next;
                next = path.next(lastHeld);
            }
            return winner;
        }
        boolean wasOpen = open;
        open = !rules.silent() && next.sure() && next.name() == StoredPatterns.NONE;
        if (open) {
            return current.name();
        }
        judgeDwell(index - 1, recalled.tick());
        if (shownAll()) {
            return overshot(recalled, winner);
        }
        int expected = next.name();
        expectedIfCut++;
        // units that answer alike part ways with their counts, which a change of tempo shifts
        boolean shifted = tempos.changes(firstTick - (recalled.tick() - lastTick), recalled.tick());
        open = next.tied() && tempos.varied() || !next.own() && (shifted || wasOpen);
        boolean right = open || (next.sure() ? winner == expected : path.possible(winner));
        if (open) {
            inOrder += orderErrors == 0 ? 1 : 0;
            current = path.start(winner, recalled.state(), false);
        } else if (right && winner != StoredPatterns.NONE) {
            inOrder += orderErrors == 0 ? 1 : 0;
            current = next.sure() ? next : path.start(winner);
        } else {
            outOfOrder(expected, winner);
            current = winner == StoredPatterns.NONE ? current : path.start(winner);
        }
        begin(recalled.tick());
        next = winner == StoredPatterns.NONE ? next : path.next(lastHeld);
        return right || expected == StoredPatterns.NONE ? current.name() : expected;
    }

    /** Whether the last of the patterns it is to show is seen. */
    private boolean shownAll() {
        return plan.visits().isPresent() && orderErrors == 0 && visits() >= transitions;
    }

    /** Takes a state after the last, which should have been held until something else begins; returns which should be seen. */
    private int overshot(RecallStep recalled, int winner) {
        outOfOrder(StoredPatterns.NONE, winner);
        int last = current.name();
        current = winner == StoredPatterns.NONE ? current : path.start(winner);
        begin(recalled.tick());
        next = winner == StoredPatterns.NONE ? next : path.next(lastHeld);
        return last;
    }

    private void outOfOrder(int expected, int found) {
        orderErrors++;
        if (wrongPattern.isEmpty()) {
            wrongPattern = Optional.of(new Mistake.WrongPattern(step, expected, found));
        }
    }

    /** A visit is over: the steps before its last must not have been enough, and with the last they must. */
    private void judgeDwell(int lastStep, long tickAfter) {
        boolean judged = judgesDwell && rules.held() && !rules.random() && next.own();
        judgesDwell = next.own();
        if (!judged) {
            return;
        }
        double tau = dwell(current);
        double slack = tempos.changes(firstTick - (tickAfter - lastTick), tickAfter) ? Math.max(1, lastHeld) : 0;
        if (held + lastHeld + slack < tau - ROUNDING || held - slack >= tau - ROUNDING) {
            wrongDwell(lastStep);
        }
    }

    private void wrongDwell(int lastStep) {
        timingErrors++;
        if (wrongDwell.isEmpty()) {
            long heldSteps = Math.round((held + lastHeld) / (lastHeld == 0 ? 1 : lastHeld));
            double gain = lastHeld == 0 ? 1 : lastHeld;
            wrongDwell = Optional.of(new Mistake.WrongDwell(
                    lastStep, current.name(), (int) Math.ceil(dwell(current) / gain - ROUNDING), (int) heldSteps));
        }
    }

    /** Whether its first state was seen. */
    boolean started() {
        return firstStep >= 0;
    }

    /** Whether all patterns were seen, or so much went wrong that no more should be waited for. */
    boolean complete() {
        return firstStep >= 0
                && (orderErrors == 0 && visits() >= transitions && transitions + steps > 0
                        || worth > PATIENCE * planned + GRACE
                        || orderErrors > 0 && worth > planned + 1);
    }

    private int visits() {
        return inOrder - (plan.start() == Segment.Start.GATE ? 0 : 1);
    }

    /** Whether the recall should have come further by a tick at which something else begins. */
    void cut(long tick, long longestStep) {
        boolean goesOn = next.name() != StoredPatterns.NONE || !next.sure();
        double tau = dwell(current);
        boolean stuck = rules.held() && !rules.random() && next.name() != current.name() && held - 1 >= 2 * tau;
        boolean silent = firstStep >= 0
                && tempos.at(lastTick) > 0
                && !tempos.changes(lastTick, tick)
                && tick - lastTick > longestStep;
        boolean never = firstStep < 0 && tick - plan.tick() > longestStep;
        if (goesOn && orderErrors == 0 && (stuck || silent || never)) {
            expectedIfCut++;
        }
    }

    /**
     * Ends it.
     *
     * @param whole whether it was let run to its end
     * @return what it came to
     */
    Segment end(boolean whole) {
        int first = plan.start() == Segment.Start.GATE ? 0 : 1;
        int expected = whole ? transitions + first : expectedIfCut;
        return new Segment(
                plan.start(),
                plan.tick(),
                plan.motif(),
                start,
                firstStep,
                steps,
                expected,
                Math.min(inOrder, expected));
    }

    int orderErrors() {
        return orderErrors;
    }

    int timingErrors() {
        return timingErrors;
    }

    Optional<Mistake> wrongPattern() {
        return wrongPattern;
    }

    Optional<Mistake> wrongDwell() {
        return wrongDwell;
    }

    /** Wrong or unknown features of a state: those of the pattern it is nearest to, or of what a tie of open units leaves to be seen. */
    int wrongBits(int winner, Signs state) {
        if (open) {
            return 0;
        }
        if (winner == StoredPatterns.NONE) {
            return state.length();
        }
        int wrong = stored.wrongBits(winner, state);
        if (winner != current.name()) {
            return wrong;
        }
        for (Signs passed : path.passed()) {
            wrong = Math.min(wrong, state.distance(passed));
        }
        return Math.min(wrong, state.distance(current.state()));
    }
}
