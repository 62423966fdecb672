package org.mneme.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.bits.Signs;

/**
 * Rule 1 over states S ∈ {−1, 0, 1}, 0 for a feature that is unknown: what binary spikes compute.
 *
 * <p>With k_μ the matches of pattern μ with the known features: where the interaction is exponential or softmax, κ → ∞, all units of the
 * largest k win together; where it is a threshold, all units with k ≥ K. Each winner votes for its successor, or for its own pattern
 * while that is to be held; a tie leaves a feature unknown. Recall ends where no feature is known, or none is after a step. A winner counts its steps
 * on end and leaves at τ_μ; a unit that does not win forgets its count.
 */
public final class ThreeValuedRecall {
    private final SequenceMemory memory;
    private final int unit;
    private final boolean[] open;
    private final long[] count;
    private Signs state;
    private Ints winners = Ints.of();

    /**
     * Creates a recall that has no cue yet.
     *
     * @param memory exponential, softmax or threshold interaction, Hebbian learning, self-coupling included, no diluted patterns; a
     *     timing's λ and f_S are not used
     * @param unit what a step adds to a count at tempo 1, ≥ 1; a pattern is held until its count reaches τ_μ · unit
     */
    public ThreeValuedRecall(SequenceMemory memory, int unit) {
        this.memory = memory;
        this.unit = unit;
        this.open = new boolean[memory.count()];
        this.count = new long[memory.count()];
        this.state = Signs.zeros(memory.features());
        Arrays.fill(open, true);
    }

    /**
     * Creates a recall at tempo 1.
     *
     * @param memory as above
     */
    public ThreeValuedRecall(SequenceMemory memory) {
        this(memory, 1);
    }

    /**
     * Sets the state; all counts start anew.
     *
     * @param cue N signs
     */
    public void cue(Signs cue) {
        if (cue.length() != memory.features()) {
            throw new InvalidValueException(
                    "features of the cue", cue.length(), "those of a pattern: " + memory.features());
        }
        state = cue;
        winners = Ints.of();
        Arrays.fill(count, 0);
    }

    /**
     * Lets only these hidden units win.
     *
     * @param units indices, distinct
     */
    public void open(Ints units) {
        Arrays.fill(open, false);
        units.stream().forEach(mu -> open[mu] = true);
    }

    /**
     * Updates the state at tempo 1.
     *
     * @return false where recall ends: no feature of the next state would be known; the state is then all zeros
     */
    public boolean step() {
        return step(unit);
    }

    /**
     * Updates the state.
     *
     * @param gain what the winners' counts grow by, 0 to pause
     * @return false where recall ends: no feature of the next state would be known; the state is then all zeros
     */
    public boolean step(int gain) {
        winners = findWinners();
        boolean[] won = new boolean[memory.count()];
        winners.stream().forEach(mu -> won[mu] = true);
        int[] votes = new int[memory.features()];
        for (int mu = 0; mu < won.length; mu++) {
            count[mu] = won[mu] ? count[mu] + gain : 0;
            if (won[mu]) {
                vote(voted(mu), votes);
            }
        }
        state = Signs.of(IntStream.of(votes).map(Integer::signum).toArray());
        return state.zeroCount() < memory.features();
    }

    /** The pattern a winner votes for, or {@link Successors#NONE}. */
    private int voted(int mu) {
        boolean plain = memory.timing() instanceof Timing.OneStep && unit == 1;
        if (!plain && count[mu] < (long) memory.dwell(mu) * unit) {
            return mu;
        }
        count[mu] = 0;
        return memory.successors().of(mu);
    }

    private void vote(int pattern, int[] votes) {
        if (pattern != Successors.NONE) {
            for (int i = 0; i < votes.length; i++) {
                votes[i] += memory.patterns().at(pattern, i);
            }
        }
    }

    private Ints findWinners() {
        int known = memory.features() - state.zeroCount();
        if (known == 0) {
            return Ints.of();
        }
        int[] k = new int[memory.count()];
        Arrays.setAll(k, mu -> open[mu] ? (memory.patterns().overlap(mu, state) + known) / 2 : -1);
        int least = switch (memory.interaction()) {
            case Interaction.Threshold threshold -> threshold.needed(memory.features());
            case Interaction.Exponential _ -> largest(k);
            case Interaction.Softmax _ -> largest(k);
            case Interaction.Linear _ -> throw graded();
            case Interaction.Polynomial _ -> throw graded();
        };
        return Ints.of(IntStream.range(0, k.length).filter(mu -> k[mu] >= least).toArray());
    }

    private static int largest(int[] k) {
        return Math.max(0, IntStream.of(k).max().orElse(0));
    }

    private static IllegalArgumentException graded() {
        return new IllegalArgumentException("a graded interaction has no winners");
    }

    /**
     * Returns the state.
     *
     * @return S, N signs; 0 where unknown
     */
    public Signs state() {
        return state;
    }

    /**
     * Returns the hidden units that won at the last step.
     *
     * @return ascending; empty before the first step, or where none won
     */
    public Ints winners() {
        return winners;
    }
}
