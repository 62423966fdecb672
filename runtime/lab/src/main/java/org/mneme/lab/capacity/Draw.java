package org.mneme.lab.capacity;

import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;
import org.mneme.recall.TransitionCheck;

/**
 * The random patterns of one draw, their transitions numbered in the fixed order in which they are tested.
 *
 * <p>Transitions: the P of one cycle. Sequence: the P − 1 of each open chain, one sequence after the other. Running a chain from ξ^1 for
 * P − 1 steps without a flipped bit is the same event as P − 1 clean transitions: without timing (or with its trace settled) S(t+1) is a
 * function F of S(t), sgn(0) included. If the first t transitions are clean, S(t) = ξ^{t+1} by induction, so step t + 1 of the run is
 * the transition from the clean ξ^{t+1}; the run's first flipped bit is that of the first transition that is not clean.
 */
final class Draw {
    /** A slice of a check looks at about this many words of patterns, well under a second, before the watch is called. */
    private static final long SLICE_WORDS = 1L << 26;

    /** Words of patterns that one draw can hold: those of an array. */
    static final long MOST_WORDS = Integer.MAX_VALUE - 8L;

    private static final int LEAST_SLICE = 16;
    private static final int MOST_SLICE = 4096;

    private final CapacityQuestion question;
    private final int patterns;
    private final IntToLongFunction seeds;
    private final LongConsumer watch;
    private final int slice;
    private int sequence = -1;
    private Optional<TransitionCheck> check = Optional.empty();

    /**
     * Prepares a draw; patterns are drawn as they are needed.
     *
     * @param question what is asked
     * @param patterns P ≥ 1
     * @param seeds sequence → seed
     * @param watch given the words of patterns read since it was last called, at least once a slice; throws to end the check
     */
    Draw(CapacityQuestion question, int patterns, IntToLongFunction seeds, LongConsumer watch) {
        this.question = question;
        this.patterns = patterns;
        this.seeds = seeds;
        this.watch = watch;
        this.slice = Math.toIntExact(
                Math.clamp(SLICE_WORDS / words(question.features(), patterns), LEAST_SLICE, MOST_SLICE));
    }

    /** The 64-bit words of P patterns. */
    static long words(int features, int patterns) {
        return (long) patterns * ((features + Long.SIZE - 1) / Long.SIZE);
    }

    /** Transitions of one sequence. */
    private int perSequence() {
        return question.measure() == Measure.TRANSITION ? patterns : patterns - 1;
    }

    /** Transitions of the draw. */
    long transitions() {
        return (long) perSequence() * question.sequences();
    }

    /** The first transition in from…to−1 that flips a bit, or to. */
    long firstFailing(long from, long to) {
        long at = from;
        while (at < to) {
            watch.accept(0);
            int chain = Math.toIntExact(at / perSequence());
            long start = (long) chain * perSequence();
            int first = Math.toIntExact(at - start);
            int past = Math.toIntExact(Math.min(Math.min(to - start, perSequence()), (long) first + slice));
            Optional<TransitionCheck.Flip> flip = check(chain).firstFlip(first, past);
            int tested = flip.isPresent() ? flip.get().transition() + 1 - first : past - first;
            watch.accept(tested * words(question.features(), patterns));
            if (flip.isPresent()) {
                return start + flip.get().transition();
            }
            at = start + past;
        }
        return to;
    }

    private TransitionCheck check(int chain) {
        if (chain != sequence || check.isEmpty()) {
            PatternSet drawn =
                    PatternSet.random(patterns, question.features(), seeds.applyAsLong(chain), question.bias());
            Successors next =
                    question.measure() == Measure.TRANSITION ? Successors.cycle(patterns) : Successors.chain(patterns);
            sequence = chain;
            check = Optional.of(TransitionCheck.of(question.network().memory(drawn, next)));
        }
        return check.get();
    }
}
