package org.mneme.runtime.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.ThreeValuedRecall;
import org.mneme.model.Timing;

/**
 * The patterns that should be seen one after the other: as stored while a pattern's own hidden unit is open; where it is closed, what
 * the open hidden units answer, by rule 1 over them alone.
 */
final class SegmentPath {
    /** Counts are kept in parts of a step, as a tempo that can be told would. */
    private static final int UNIT = 16;

    private final SequenceMemory memory;
    private final StoredPatterns stored;
    private final Rules rules;
    private final Optional<Ints> open;
    private final Set<Integer> openUnits = new HashSet<>();
    private final Optional<ThreeValuedRecall> recall;
    private final int longestDwell;
    private final List<Signs> passed = new ArrayList<>();
    private Visit last;
    /** Whether the present visit is to be answered by its own hidden unit. */
    private boolean ownOpen;

    /**
     * What holds for a whole run.
     *
     * @param held whether a pattern may be seen for several steps on end
     * @param random whether winners and dwell are drawn, so that a dwell is not judged
     * @param silent whether a recall ends in silence; graded hidden units may go on by crosstalk
     */
    record Rules(boolean held, boolean random, boolean silent) {}

    /**
     * A pattern that comes.
     *
     * @param name its index; {@link StoredPatterns#NONE} where recall ends
     * @param state what is to be seen
     * @param sure false where a draw decides; then any open unit's successor will do
     * @param own whether the pattern before it was answered by its own hidden unit alone, so that its dwell is the stored one
     * @param tied whether several hidden units answered the pattern before it alike
     */
    record Visit(int name, Signs state, boolean sure, boolean own, boolean tied) {}

    SegmentPath(SequenceMemory memory, StoredPatterns stored, Optional<Ints> open, Rules rules) {
        this.memory = memory;
        this.stored = stored;
        this.rules = rules;
        this.open = open.filter(units -> units.length() < memory.count());
        this.open.ifPresent(units -> units.stream().forEach(openUnits::add));
        this.recall = this.open.filter(_ -> !rules.random()).map(units -> answering(memory, units, rules.held()));
        this.longestDwell = memory.timing() instanceof Timing.OneStep
                ? 1
                : IntStream.range(0, memory.count()).map(memory::dwell).max().orElse(1);
        this.last = end();
    }

    private static ThreeValuedRecall answering(SequenceMemory memory, Ints units, boolean held) {
        ThreeValuedRecall recall = held ? new ThreeValuedRecall(memory, UNIT) : new ThreeValuedRecall(memory);
        recall.open(units);
        return recall;
    }

    /** Starts from a pattern. */
    Visit start(int mu) {
        return start(mu, memory.patterns().row(mu), true);
    }

    /**
     * Starts from a state, which is nearest to a pattern.
     *
     * @param cued whether the state stands for the pattern even where bits of it differ
     */
    Visit start(int mu, Signs state, boolean cued) {
        recall.ifPresent(r -> r.cue(state));
        last = new Visit(mu, state, true, true, false);
        ownOpen = openUnits.contains(mu) && (cued || isStored(last));
        return last;
    }

    private boolean isStored(Visit visit) {
        return visit.state().equals(memory.patterns().row(visit.name()));
    }

    private Visit end() {
        return new Visit(StoredPatterns.NONE, Signs.zeros(memory.features()), true, true, false);
    }

    /** Goes on to the next, at a tempo. */
    Visit next(double gain) {
        passed.clear();
        if (last.name() != StoredPatterns.NONE) {
            boolean stored = recall.isEmpty() || ownOpen;
            last = stored ? asStored() : answered(recall.orElseThrow(), (int) Math.round(UNIT * gain));
            if (stored) {
                recall.ifPresent(r -> r.cue(last.state()));
            }
            ownOpen = openUnits.contains(last.name()) && isStored(last);
        }
        return last;
    }

    private Visit asStored() {
        if (open.isPresent() && !openUnits.contains(last.name())) {
            return new Visit(StoredPatterns.NONE, last.state(), false, false, false);
        }
        int next = memory.successors().of(last.name());
        return next == Successors.NONE
                ? end()
                : new Visit(next, memory.patterns().row(next), true, true, false);
    }

    private Visit answered(ThreeValuedRecall r, int gain) {
        int further = gain == 0 ? UNIT : gain;
        int most = rules.held() ? UNIT * longestDwell / further + 2 : 1;
        boolean own = true;
        boolean tied = false;
        int name = last.name();
        for (int steps = 0; steps < most && name == last.name(); steps++) {
            if (steps > 0) {
                passed.add(r.state());
            }
            boolean goesOn = rules.held() ? r.step(steps == 0 ? gain : further) : r.step();
            own &= r.winners().equals(Ints.of(last.name()));
            tied |= r.winners().length() > 1;
            if (!goesOn) {
                return end();
            }
            name = stored.winner(r.state(), memory.successors().of(last.name()), last.name());
        }
        return new Visit(name, r.state(), true, own, tied);
    }

    /** The further states that are nearest to the pattern before the one that {@link #next} returned, such as a noisy cue cleaned up. */
    List<Signs> passed() {
        return passed;
    }

    /** Whether a pattern may come where a draw decides. */
    boolean possible(int mu) {
        return openUnits.stream().anyMatch(unit -> memory.successors().of(unit) == mu);
    }
}
