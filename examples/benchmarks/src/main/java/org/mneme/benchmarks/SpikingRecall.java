package org.mneme.benchmarks;

import org.mneme.bits.Signs;
import org.mneme.lower.Lowered;
import org.mneme.lower.LoweringOptions;
import org.mneme.lower.Lowerings;
import org.mneme.model.Interaction;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

/**
 * A cycle of random patterns, lowered to the winner-take-all circuit with an inhibitor.
 *
 * @param lowered the graph and its codec
 * @param cue the first pattern
 */
record SpikingRecall(Lowered lowered, Signs cue) {
    static SpikingRecall of(int features, int patterns) {
        PatternSet set = PatternSet.random(patterns, features, 1, 0);
        SequenceMemory memory = SequenceMemory.of(set, Successors.cycle(patterns), new Interaction.Exponential(1));
        return new SpikingRecall(Lowerings.named("spiking").lower(memory, LoweringOptions.defaults()), set.row(0));
    }

    /** The tick at which the cue's own volley is on the rails: a clear of one period and a tick, then a delay. */
    long firstVolley() {
        return lowered.codec().ticksPerStep() + 2L;
    }
}
