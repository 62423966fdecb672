package org.mneme.recall;

import java.util.ArrayList;
import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.model.Timing;

/**
 * One recall step of many states at once: for each what {@link ReferenceRecall#step} makes of it, its history zero.
 *
 * <p>The patterns pass through the cache once for a block of states. Not safe for use by several threads.
 */
public final class RecallBatch {
    private final SequenceMemory memory;
    private final List<SlicedStep> sliced;
    private final ReferenceRecall reference;

    private RecallBatch(SequenceMemory memory) {
        this.memory = memory;
        this.reference = ReferenceRecall.exact(memory);
        List<Term> terms = Network.terms(memory);
        this.sliced = terms.isEmpty() ? List.of() : List.of(new SlicedStep(Network.of(memory, terms)));
    }

    /**
     * Prepares a memory.
     *
     * @param memory a memory of one recall step a pattern
     * @return its batches
     * @throws InvalidValueException if the memory has a timing: its states have a history
     */
    public static RecallBatch of(SequenceMemory memory) {
        if (memory.timing() instanceof Timing.Mixed) {
            throw new InvalidValueException(
                    "timing", "MixedNet", "one recall step a pattern, for states without history");
        }
        return new RecallBatch(memory);
    }

    /**
     * Steps every state once; one that has ended stays as it is.
     *
     * @param states each of N signs; zeros are unknown units
     * @return as many states, in the same order
     * @throws InvalidValueException if a state's length is not N
     */
    public List<Signs> step(List<Signs> states) {
        List<Signs> next = new ArrayList<>(states);
        List<Integer> dense = new ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            if (states.get(k).length() != memory.features()) {
                throw new InvalidValueException(
                        "state " + k,
                        states.get(k).length() + " signs",
                        "one sign a feature (" + memory.features() + ")");
            }
            if (sliced.isEmpty() || states.get(k).zeroCount() > 0) {
                reference.cue(states.get(k));
                reference.step();
                next.set(k, reference.state());
            } else {
                dense.add(k);
            }
        }
        int block = sliced.isEmpty() ? 1 : sliced.getFirst().block();
        for (int at = 0; at < dense.size(); at += block) {
            stepBlock(dense.subList(at, Math.min(dense.size(), at + block)), next);
        }
        return next;
    }

    private void stepBlock(List<Integer> which, List<Signs> states) {
        SlicedStep step = sliced.getFirst();
        for (int s = 0; s < which.size(); s++) {
            step.set(s, states.get(which.get(s)));
        }
        step.sum(which.size());
        for (int s = 0; s < which.size(); s++) {
            if (memory.successors().of(step.winner(s)) != Successors.NONE) {
                states.set(which.get(s), step.next(s));
            }
        }
    }
}
