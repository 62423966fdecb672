package org.mneme.model;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.mneme.InvalidValueException;
import org.mneme.bits.Signs;

/**
 * The recall of a sequence memory as the mathematics defines it, step by step: the judge of every lowering.
 *
 * <p>sgn(0) keeps the unit's present sign, also where that is 0. The recall has ended where the winning pattern (largest overlap with
 * the state, lowest index on ties) has no successor; then a step changes nothing. With timing it ends as soon as such a pattern wins,
 * and does not wait for its dwell. A threshold takes k = (N + h)/2 for the matches, so a zero is half a match. Where self-coupling is
 * excluded, unit i sees the other N−1 units: its exponential is e^{κ(N−1)(m−1)}, its threshold fires iff k ≥ ⌈matches·(N−1)⌉ of their
 * matches.
 *
 * <p>In an asynchronous step each unit sees the signs already updated in the same step; with timing they take the place of S(t) in the
 * slow trace, and the steps before stay as they were.
 *
 * <p>Numbers given as decimals (κ, λ, the weights of a kernel) are taken as the shortest decimal that names the double: λ = 0.1 is
 * 1/10. Not safe for use by several threads.
 */
public final class ReferenceRecall {
    private final SequenceMemory memory;
    private final Present present;
    private final LocalFields fields;
    private long steps;

    private ReferenceRecall(SequenceMemory memory, Present present, LocalFields fields) {
        this.memory = memory;
        this.present = present;
        this.fields = fields;
    }

    /**
     * Returns the recall of a memory with exact signs; with the pseudoinverse, whose weights are real numbers, in doubles.
     *
     * @param memory the memory
     * @return a recall whose state is all zeros until it is cued
     */
    public static ReferenceRecall exact(SequenceMemory memory) {
        return exact(memory, 1);
    }

    /**
     * Returns the recall of a memory with exact signs, its patterns shared among threads of the common pool.
     *
     * @param memory the memory
     * @param threads ≥ 1; their number changes no result
     * @return a recall whose state is all zeros until it is cued
     * @throws InvalidValueException if there is no thread
     */
    public static ReferenceRecall exact(SequenceMemory memory, int threads) {
        if (threads < 1) {
            throw new InvalidValueException("threads", threads, "at least 1");
        }
        Slices slices = new Slices(memory.count(), threads);
        BlockPresent present = new BlockPresent(memory.patterns(), slices);
        return new ReferenceRecall(
                memory,
                present,
                BucketFields.supports(memory)
                        ? new BucketFields(memory, present, slices)
                        : plainFields(memory, present));
    }

    /**
     * Returns the same recall computed plainly, pattern by pattern: the judge of {@link #exact}, slow.
     *
     * @param memory the memory
     * @return a recall whose state is all zeros until it is cued
     */
    public static ReferenceRecall plain(SequenceMemory memory) {
        Present present = new PlainPresent(memory.patterns());
        return new ReferenceRecall(memory, present, plainFields(memory, present));
    }

    private static LocalFields plainFields(SequenceMemory memory, Present present) {
        return switch (memory.learning()) {
            case HEBBIAN -> new ExactFields(memory, present);
            case PSEUDOINVERSE -> new RealFields(memory, present);
        };
    }

    /**
     * Returns the recall of a memory with its interaction in tables: integers only.
     *
     * @param memory a memory with self-coupling included; its timing, if any, a boxcar
     * @param tabulation the tables
     * @return a recall whose state is all zeros until it is cued
     * @throws InvalidValueException if memory and tables do not fit together
     */
    public static ReferenceRecall tabulated(SequenceMemory memory, Tabulation tabulation) {
        Present present = new BlockPresent(memory.patterns(), new Slices(memory.count(), 1));
        return new ReferenceRecall(memory, present, new TableFields(memory, tabulation, present));
    }

    /**
     * Sets S(0); the history before it is zero.
     *
     * @param state N signs; zeros are unknown units
     * @throws InvalidValueException if the length is not N
     */
    public void cue(Signs state) {
        replace("cue", state);
        fields.cued();
        steps = 0;
    }

    /**
     * Replaces S(t) within a recall, as noise on the spikes does; the history before it stays.
     *
     * @param state N signs; zeros are unknown units
     * @throws InvalidValueException if the length is not N
     */
    public void perturb(Signs state) {
        replace("state", state);
        fields.replaced();
    }

    private void replace(String name, Signs state) {
        if (state.length() != memory.features()) {
            throw new InvalidValueException(
                    name, state.length() + " signs", "one sign a feature (" + memory.features() + ")");
        }
        int[] signs = new int[state.length()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = state.at(i);
        }
        present.set(signs);
    }

    /**
     * Does one synchronous recall step.
     *
     * @return false, without a change, where the recall has ended
     */
    public boolean step() {
        if (ended()) {
            return false;
        }
        fields.begin();
        int[] signs = fields.signs();
        for (int i = 0; i < signs.length; i++) {
            signs[i] = signs[i] == 0 ? present.at(i) : signs[i];
        }
        present.set(signs);
        fields.end();
        steps++;
        return true;
    }

    /**
     * Does one asynchronous recall step: each unit once, one after the other.
     *
     * @param order a permutation of 0…N−1
     * @return false, without a change, where the recall has ended
     * @throws InvalidValueException if the order is not a permutation of the units
     */
    public boolean stepAsynchronous(int[] order) {
        checkPermutation(order);
        if (ended()) {
            return false;
        }
        fields.begin();
        for (int unit : order) {
            int from = present.at(unit);
            int sign = fields.sign(unit);
            if (sign != 0 && sign != from) {
                present.set(unit, sign);
                fields.changed(unit, from, sign);
            }
        }
        fields.end();
        steps++;
        return true;
    }

    /**
     * Does one asynchronous recall step in a random order, drawn anew for each step since the cue.
     *
     * @param seed the seed of the recall; the same one at every step
     * @return false, without a change, where the recall has ended
     */
    public boolean stepAsynchronous(long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ new SplittableRandom(steps).nextLong());
        int[] order = new int[memory.features()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return stepAsynchronous(order);
    }

    private void checkPermutation(int[] order) {
        BitSet seen = new BitSet();
        for (int unit : order) {
            if (unit < 0 || unit >= memory.features() || seen.get(unit)) {
                throw new InvalidValueException(
                        "update order", "unit " + unit, "a unit in 0…" + (memory.features() - 1) + " that comes once");
            }
            seen.set(unit);
        }
        if (order.length != memory.features()) {
            throw new InvalidValueException(
                    "update order", order.length + " units", "every unit (" + memory.features() + ")");
        }
    }

    /**
     * Returns S(t).
     *
     * @return N signs
     */
    public Signs state() {
        return present.signs();
    }

    /**
     * Returns the overlaps of the state with all patterns.
     *
     * @return h_μ = Σ_i ξ_i^μ S_i, P entries; a new array
     */
    public int[] overlaps() {
        return present.overlaps();
    }

    /**
     * Returns the pattern that wins at the state: the largest overlap, or with a tabulated pseudoinverse the largest x_μ = Σ_i Φ_{μi}
     * S_i.
     *
     * @return 0…P−1, the lowest on ties
     */
    public int winner() {
        return fields.winner();
    }

    /**
     * Says whether the recall has ended.
     *
     * @return true where the winner has no successor
     */
    public boolean ended() {
        return memory.successors().of(winner()) == Successors.NONE;
    }

    /**
     * Returns how the signs are computed.
     *
     * @return "exact"; "table(b bits)"; or "double" where the weights are real numbers
     */
    public String arithmetic() {
        return fields.arithmetic();
    }

    /**
     * Returns how many signs the double sum left open, so that they were computed exactly.
     *
     * @return ≥ 0, since the recall was made
     */
    public long exactFallbacks() {
        return fields.exactFallbacks();
    }
}
