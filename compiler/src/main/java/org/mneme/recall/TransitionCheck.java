package org.mneme.recall;

import java.util.Optional;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/**
 * Checks the transitions of a memory: whether the clean pattern ξ^μ leads to ξ^{next(μ)} without a flipped bit.
 *
 * <p>This is how Chaudhry et al. (NeurIPS 2023) measure capacity. The field of unit i is that of {@link ReferenceRecall}, exact signs
 * included; with timing the slow trace has settled, m̄ = m. A transition without a successor is clean.
 */
public final class TransitionCheck {
    private final SequenceMemory memory;
    private final ReferenceRecall recall;

    /**
     * A flipped bit.
     *
     * @param transition μ of ξ^μ → ξ^{next(μ)}
     * @param unit the first unit i whose sign is not ξ_i^{next(μ)}
     */
    public record Flip(int transition, int unit) {}

    private TransitionCheck(SequenceMemory memory) {
        this.memory = settled(memory);
        this.recall = ReferenceRecall.exact(this.memory);
    }

    /**
     * Prepares the check of a memory; not safe for use by several threads.
     *
     * @param memory any memory
     * @return its check
     */
    public static TransitionCheck of(SequenceMemory memory) {
        return new TransitionCheck(memory);
    }

    private static SequenceMemory settled(SequenceMemory memory) {
        return memory.timing() instanceof Timing.Mixed mixed
                ? memory.with(
                        new Timing.Mixed(new Timing.Trace.Boxcar(Ints.of(1)), mixed.lambda(), mixed.symmetric()))
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
        for (int mu = from; mu < to; mu++) {
            Optional<Flip> flip = flip(mu);
            if (flip.isPresent()) {
                return flip;
            }
        }
        return Optional.empty();
    }

    /**
     * Returns how many of a run of transitions have at least one flipped bit.
     *
     * @param from first transition, 0…P
     * @param to past the last, from…P
     * @return 0…to−from
     */
    public int failing(int from, int to) {
        int failing = 0;
        for (int mu = from; mu < to; mu++) {
            failing += flip(mu).isPresent() ? 1 : 0;
        }
        return failing;
    }

    private Optional<Flip> flip(int mu) {
        int next = memory.successors().of(mu);
        if (next == Successors.NONE) {
            return Optional.empty();
        }
        recall.cue(memory.patterns().row(mu));
        recall.step();
        Signs state = recall.state();
        for (int i = 0; i < memory.features(); i++) {
            if (state.at(i) != memory.patterns().at(next, i)) {
                return Optional.of(new Flip(mu, i));
            }
        }
        return Optional.empty();
    }
}
