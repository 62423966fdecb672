package org.mneme.model;

import java.util.Arrays;
import java.util.List;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;

/**
 * The successor map: next(μ) is the pattern recalled after pattern μ, or none.
 *
 * @param next P entries, each 0…P−1, or {@link #NONE}
 */
public record Successors(Ints next) {
    /** The entry of a pattern without successor. */
    public static final int NONE = -1;

    /** Checks the entries. */
    public Successors {
        for (int mu = 0; mu < next.length(); mu++) {
            if (next.at(mu) < NONE || next.at(mu) >= next.length()) {
                throw new InvalidValueException(
                        "successor of pattern " + mu, next.at(mu), "a pattern index in 0…" + (next.length() - 1));
            }
        }
    }

    /**
     * Returns μ → μ+1, the last back to the first.
     *
     * @param count P
     * @return the cycle
     */
    public static Successors cycle(int count) {
        int[] next = new int[count];
        Arrays.setAll(next, mu -> (mu + 1) % count);
        return new Successors(Ints.of(next));
    }

    /**
     * Returns μ → μ+1, the last without successor.
     *
     * @param count P
     * @return the open chain
     */
    public static Successors chain(int count) {
        int[] next = new int[count];
        Arrays.setAll(next, mu -> mu + 1 < count ? mu + 1 : NONE);
        return new Successors(Ints.of(next));
    }

    /**
     * Returns μ → μ: an associative memory.
     *
     * @param count P
     * @return the identity
     */
    public static Successors associative(int count) {
        return new Successors(Ints.range(count));
    }

    /**
     * Returns several open sequences; a sequence whose last entry repeats its first is a cycle. Patterns that occur in none have no
     * successor.
     *
     * @param count P
     * @param sequences pattern indices in order; a pattern has at most one successor
     * @return the map
     * @throws InvalidValueException if an index is out of range or a pattern would get two successors
     */
    public static Successors sequences(int count, List<Ints> sequences) {
        int[] next = new int[count];
        Arrays.fill(next, NONE);
        for (int s = 0; s < sequences.size(); s++) {
            Ints sequence = sequences.get(s);
            for (int i = 0; i < sequence.length(); i++) {
                int mu = sequence.at(i);
                if (mu < 0 || mu >= count) {
                    throw new InvalidValueException("sequence " + s, mu, "a pattern index in 0…" + (count - 1));
                }
                if (i + 1 < sequence.length()) {
                    int after = sequence.at(i + 1);
                    if (next[mu] != NONE && next[mu] != after) {
                        throw new InvalidValueException(
                                "sequence " + s,
                                mu + " → " + after,
                                "possible: pattern " + mu + " already goes on to " + next[mu]);
                    }
                    next[mu] = after;
                }
            }
        }
        return new Successors(Ints.of(next));
    }

    /**
     * Returns the number of patterns.
     *
     * @return P
     */
    public int count() {
        return next.length();
    }

    /**
     * Returns the successor of a pattern.
     *
     * @param mu 0…P−1
     * @return next(μ), or {@link #NONE}
     */
    public int of(int mu) {
        return next.at(mu);
    }

    /**
     * Returns how many transitions lead from a pattern to the end of its sequence, or once around its cycle back to itself (or,
     * where the path runs into a cycle it is not on, until the path first repeats).
     *
     * @param start 0…P−1
     * @return ≥ 0
     */
    public int transitionsFrom(int start) {
        boolean[] seen = new boolean[count()];
        int steps = 0;
        int mu = start;
        while (mu != NONE && !seen[mu]) {
            seen[mu] = true;
            mu = of(mu);
            steps += mu == NONE ? 0 : 1;
        }
        return steps;
    }
}
