package org.mneme.lower;

import java.util.Arrays;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.ir.Weights;
import org.mneme.model.PatternSet;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;

/**
 * The stored patterns as weights between rails and hidden units; feature i is rail i where it is +1, rail N + i where it is −1.
 *
 * @param memory ξ and next
 * @param rails P × 2N, bit set where ξ^μ has the rail active
 */
record StochasticPatterns(SequenceMemory memory, Rails rails) {
    static StochasticPatterns of(SequenceMemory memory) {
        PatternSet patterns = memory.patterns();
        int n = memory.features();
        Rails rails = patterns.mask()
                .map(mask -> new Rails(BitMatrix.of(
                        patterns.count(),
                        2 * n,
                        (mu, r) -> r < n
                                ? patterns.plus().get(mu, r)
                                : mask.get(mu, r - n) && !patterns.plus().get(mu, r - n))))
                .orElseGet(() -> Rails.of(patterns.plus()));
        return new StochasticPatterns(memory, rails);
    }

    /** n: the most features that a pattern has; N but for diluted patterns. */
    static int mostKnown(PatternSet patterns) {
        int most = patterns.mask().isEmpty() ? patterns.features() : 1;
        for (int mu = 0; patterns.mask().isPresent() && mu < patterns.count(); mu++) {
            most = Math.max(most, patterns.mask().get().bitCount(mu));
        }
        return most;
    }

    /** Φ: +weight for a match, −weight for a mismatch, 0 where the pattern has no feature: weight · h in all. */
    Weights overlaps(double weight) {
        int n = memory.features();
        Optional<BitMatrix> mask = memory.patterns()
                .mask()
                .map(known -> BitMatrix.of(known.rows(), 2 * n, (mu, r) -> known.get(mu, r < n ? r : r - n)));
        return new Weights.SignMatrix(
                rails.bits(), mask, Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS, Optional.empty(), weight, false);
    }

    /** Ψ: a winner drives the rails of its successor and stops the others. */
    Weights successors(double weight) {
        return rails.votes(Optional.of(memory.successors().next()), weight);
    }

    /** A winner without successor stops all rails; empty where there is none. */
    Optional<Weights> ends(double weight) {
        int[] rows = memory.successors().next().stream()
                .map(next -> next == Successors.NONE ? 0 : Weights.SignMatrix.ABSENT)
                .toArray();
        if (Arrays.stream(rows).allMatch(row -> row == Weights.SignMatrix.ABSENT)) {
            return Optional.empty();
        }
        BitMatrix all = BitMatrix.of(1, 2 * memory.features(), (row, r) -> true);
        return Optional.of(new Weights.SignMatrix(
                all,
                Optional.empty(),
                Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                Optional.of(Ints.of(rows)),
                -weight,
                true));
    }
}
