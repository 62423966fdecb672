package org.mneme.lower;

import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Weights;

/**
 * The stored patterns over pairs of rails: feature i spikes on rail i where it is +1, on rail N + i where it is −1, on neither where it
 * is unknown.
 *
 * @param bits P × 2N, bit set where ξ^μ spikes the rail: the one matrix behind all weights
 */
record Rails(BitMatrix bits) {
    /**
     * Doubles the patterns.
     *
     * @param plus P × N, bit set where ξ_i^μ = +1
     * @return the rails
     */
    static Rails of(BitMatrix plus) {
        int n = plus.columns();
        return new Rails(BitMatrix.ofWords(plus.rows(), 2 * n, (mu, w) -> {
            long word = 0;
            int first = w * Long.SIZE;
            if (first < n) {
                word = plus.word(mu, w);
            }
            if (first + Long.SIZE > n) {
                word |= minus(plus, mu, first - n);
            }
            return word;
        }));
    }

    /** 64 columns of ¬plus from a column on, which may be negative: columns below 0 and from N on are 0. */
    private static long minus(BitMatrix plus, int mu, int column) {
        int word = Math.floorDiv(column, Long.SIZE);
        int shift = Math.floorMod(column, Long.SIZE);
        long low = minusWord(plus, mu, word) >>> shift;
        return shift == 0 ? low : low | minusWord(plus, mu, word + 1) << Long.SIZE - shift;
    }

    private static long minusWord(BitMatrix plus, int mu, int word) {
        if (word < 0 || word >= plus.wordsPerRow()) {
            return 0;
        }
        int columns = plus.columns() - word * Long.SIZE;
        return ~plus.word(mu, word) & (columns >= Long.SIZE ? -1L : (1L << columns) - 1);
    }

    /**
     * Returns Φ: hidden unit μ receives the weight once for each match.
     *
     * @param weight w
     * @return 0/w, 2N sources × P targets
     */
    Weights matches(double weight) {
        return new Weights.SignMatrix(
                bits,
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS,
                Optional.empty(),
                weight,
                true);
    }

    /**
     * Returns votes of hidden units for a pattern each, for its rails only.
     *
     * @param pattern voted for by each unit, −1 for none
     * @return 0/1, sources × 2N targets
     */
    Weights votesFor(Ints pattern) {
        return new Weights.SignMatrix(
                bits, Optional.empty(), Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES, Optional.of(pattern), 1, true);
    }

    /**
     * Returns votes of hidden units for a pattern each, for its rails and against the others.
     *
     * @param pattern voted for by each unit, −1 for none
     * @param weight of a vote
     * @return ±weight, sources × 2N targets
     */
    Weights votes(Optional<Ints> pattern, double weight) {
        return new Weights.SignMatrix(
                bits, Optional.empty(), Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES, pattern, weight, false);
    }
}
