package org.mneme.recall;

import java.util.Optional;
import org.mneme.model.Successors;
import org.mneme.recall.TransitionCheck.Flip;

/** Checks transitions by the fields of blocks of states; one object serves one thread. */
final class SlicedCheck implements TransitionCheck.Checker {
    /** The first block is small, so that a check that fails soon stops soon; each is twice the one before. */
    private static final int FIRST_BLOCK = 1;

    private final Successors successors;
    private final SlicedStep step;
    private final int units;
    private final int[] transitions;

    SlicedCheck(Network network) {
        this.successors = network.memory().successors();
        this.step = new SlicedStep(network);
        this.transitions = new int[step.block()];
        this.units = network.features();
    }

    @Override
    public Optional<Flip> firstFlip(int from, int to) {
        int size = FIRST_BLOCK;
        for (int mu = from; mu < to; size = Math.min(step.block(), 2 * size)) {
            int filled = 0;
            for (; mu < to && filled < size; mu++) {
                filled = fill(mu, filled);
            }
            step.sum(filled);
            for (int s = 0; s < filled; s++) {
                int unit = step.firstDifference(s, successors.of(transitions[s]));
                if (unit < units) {
                    return Optional.of(new Flip(transitions[s], unit));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public int failing(int from, int to) {
        int failing = 0;
        for (int mu = from; mu < to; ) {
            int filled = 0;
            for (; mu < to && filled < step.block(); mu++) {
                filled = fill(mu, filled);
            }
            step.sum(filled);
            for (int s = 0; s < filled; s++) {
                failing += step.differs(s, successors.of(transitions[s])) ? 1 : 0;
            }
        }
        return failing;
    }

    /** Adds a transition to the block, unless it has no successor. */
    private int fill(int mu, int filled) {
        if (successors.of(mu) == Successors.NONE) {
            return filled;
        }
        step.set(filled, mu);
        transitions[filled] = mu;
        return filled + 1;
    }
}
