package org.mneme.recall;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.Learning;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * Checks the transitions of a memory: whether the clean pattern ξ^μ leads to ξ^{next(μ)} without a flipped bit.
 *
 * <p>This is how Chaudhry et al. (NeurIPS 2023) measure capacity. The field of unit i is that of {@link ReferenceRecall}, exact signs
 * included; with timing the slow trace has settled, m̄ = m. A transition without a successor is clean. The answers do not depend on
 * how the transitions are taken together.
 */
public final class TransitionCheck {
    private final Checker checker;

    /**
     * A flipped bit.
     *
     * @param transition μ of ξ^μ → ξ^{next(μ)}
     * @param unit the first unit i whose sign is not ξ_i^{next(μ)}
     */
    public record Flip(int transition, int unit) {}

    /** One way to check. */
    interface Checker {
        Optional<Flip> firstFlip(int from, int to);

        int failing(int from, int to);
    }

    /** Checks one transition after the other. */
    interface OneByOne extends Checker {
        Optional<Flip> flip(int mu);

        @Override
        default Optional<Flip> firstFlip(int from, int to) {
            for (int mu = from; mu < to; mu++) {
                Optional<Flip> flip = flip(mu);
                if (flip.isPresent()) {
                    return flip;
                }
            }
            return Optional.empty();
        }

        @Override
        default int failing(int from, int to) {
            int failing = 0;
            for (int mu = from; mu < to; mu++) {
                failing += flip(mu).isPresent() ? 1 : 0;
            }
            return failing;
        }
    }

    private TransitionCheck(Checker checker) {
        this.checker = checker;
    }

    /**
     * Prepares the check of a memory; not safe for use by several threads.
     *
     * @param memory any memory
     * @return its check
     */
    public static TransitionCheck of(SequenceMemory memory) {
        return of(memory, 1);
    }

    /**
     * Prepares the check of a memory by several threads, with the same answers; itself not safe for use by several threads.
     *
     * @param memory any memory
     * @param threads number of threads, ≥ 1
     * @return its check
     * @throws InvalidValueException if there is no thread
     */
    public static TransitionCheck of(SequenceMemory memory, int threads) {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "at least 1");
        }
        Supplier<Checker> checkers = checkers(settled(memory));
        return new TransitionCheck(
                threads == 1
                        ? checkers.get()
                        : new ParallelCheck(
                                Stream.generate(checkers).limit(threads).toList()));
    }

    private static Supplier<Checker> checkers(SequenceMemory memory) {
        if (memory.patterns().mask().isEmpty()
                && memory.learning() == Learning.PSEUDOINVERSE
                && memory.timing() instanceof Timing.OneStep) {
            var patterns = new GeneralizedCheck.Patterns(memory);
            return () -> new GeneralizedCheck(patterns);
        }
        List<Term> terms = Network.terms(memory);
        if (terms.isEmpty()) {
            return () -> new PlainCheck(memory, ReferenceRecall.exact(memory));
        }
        Network network = Network.of(memory, terms);
        return () -> new SlicedCheck(network);
    }

    /**
     * Prepares the same check by one plain reference recall a transition: slow, the twin of every other.
     *
     * @param memory any memory
     * @return its check
     */
    public static TransitionCheck plain(SequenceMemory memory) {
        SequenceMemory settled = settled(memory);
        return new TransitionCheck(new PlainCheck(settled, ReferenceRecall.plain(settled)));
    }

    private static SequenceMemory settled(SequenceMemory memory) {
        return memory.timing() instanceof Timing.Mixed mixed
                ? memory.with(new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(1)), mixed.lambda(), mixed.symmetric()))
                : memory;
    }

    /**
     * Returns the first flipped bit of a run of transitions, in the order of μ, then i.
     *
     * @param from first transition, 0…P
     * @param to past the last, from…P
     * @return the flip, or empty where all are clean
     */
    public Optional<Flip> firstFlip(int from, int to) {
        return checker.firstFlip(from, to);
    }

    /**
     * Returns how many of a run of transitions have at least one flipped bit.
     *
     * @param from first transition, 0…P
     * @param to past the last, from…P
     * @return 0…to−from
     */
    public int failing(int from, int to) {
        return checker.failing(from, to);
    }
}
