package org.mneme.recall;

import java.util.Optional;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.recall.TransitionCheck.Flip;

/** Checks one transition after the other by a reference recall. */
final class PlainCheck implements TransitionCheck.OneByOne {
    private final SequenceMemory memory;
    private final ReferenceRecall recall;

    PlainCheck(SequenceMemory memory, ReferenceRecall recall) {
        this.memory = memory;
        this.recall = recall;
    }

    @Override
    public Optional<Flip> flip(int mu) {
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
