package org.mneme.simulator.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;
import org.mneme.model.Interaction;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

/**
 * The OR rule, written plainly: a feature is a pair of rails; a unit's matches are its pattern's rails that are up; a rail goes up where any
 * winner's successor has it. Both rails up is a feature that is unknown and a match for every pattern.
 */
final class OrRecall {
    private final SequenceMemory memory;
    private boolean[] rails;

    OrRecall(SequenceMemory memory, Signs cue) {
        this.memory = memory;
        int n = memory.features();
        this.rails = new boolean[2 * n];
        for (int i = 0; i < n; i++) {
            rails[i] = cue.at(i) > 0;
            rails[n + i] = cue.at(i) < 0;
        }
    }

    boolean silent() {
        return IntStream.range(0, rails.length).noneMatch(r -> rails[r]);
    }

    Signs state() {
        int n = memory.features();
        int[] signs = new int[n];
        Arrays.setAll(signs, i -> (rails[i] ? 1 : 0) - (rails[n + i] ? 1 : 0));
        return Signs.of(signs);
    }

    private int matches(int mu) {
        int n = memory.features();
        int k = 0;
        for (int i = 0; i < n; i++) {
            k += rails[memory.patterns().at(mu, i) > 0 ? i : n + i] ? 1 : 0;
        }
        return k;
    }

    /** Updates the rails; returns the winners. */
    Ints step() {
        int n = memory.features();
        int[] k = IntStream.range(0, memory.count()).map(this::matches).toArray();
        int least = memory.interaction() instanceof Interaction.Threshold threshold
                ? threshold.needed(n)
                : Arrays.stream(k).max().orElse(0);
        int[] winners =
                IntStream.range(0, k.length).filter(mu -> k[mu] >= least).toArray();
        boolean[] up = new boolean[2 * n];
        for (int mu : winners) {
            int next = memory.successors().of(mu);
            for (int i = 0; next != Successors.NONE && i < n; i++) {
                up[memory.patterns().at(next, i) > 0 ? i : n + i] = true;
            }
        }
        rails = up;
        return Ints.of(winners);
    }

    /** At most so many steps: each state and the winners it makes. */
    static List<SpikingRecall.Step> expected(SequenceMemory memory, Signs cue, int count) {
        OrRecall recall = new OrRecall(memory, cue);
        List<SpikingRecall.Step> steps = new ArrayList<>();
        while (!recall.silent() && steps.size() < count) {
            Signs state = recall.state();
            steps.add(SpikingRecall.Step.of(state, recall.step()));
        }
        return steps;
    }
}
