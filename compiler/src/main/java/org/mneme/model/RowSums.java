package org.mneme.model;

import java.util.Arrays;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.PositionalCounts;

/** Sums of signed rows over some patterns, for all units at once, in integers: c_i = Σ_μ ± (the row of a {@link RowKind})_i. */
final class RowSums {
    private final BitMatrix plus;
    private final Optional<BitMatrix> mask;
    private final BlockPresent present;
    private final PositionalCounts set;
    private final PositionalCounts known;
    private final long[] setWords;
    private final long[] knownWords;
    private final int[] sums;
    private int[] targets = new int[16];
    private int[] sources = new int[16];
    private int rows;
    private boolean masked;

    RowSums(PatternSet patterns, BlockPresent present) {
        this.plus = patterns.plus();
        this.mask = patterns.mask();
        this.present = present;
        this.set = new PositionalCounts(patterns.features());
        this.known = new PositionalCounts(patterns.features());
        this.setWords = new long[plus.wordsPerRow()];
        this.knownWords = new long[plus.wordsPerRow()];
        this.sums = new int[patterns.features()];
    }

    /** Begins a sum of about so many rows. */
    void begin(int expected) {
        set.expect(expected);
        known.expect(expected);
        rows = 0;
        masked = false;
    }

    /**
     * Adds rows of patterns.
     *
     * @param kind which rows
     * @param rowOf row(μ), or {@link Successors#NONE}
     * @param members the patterns μ
     * @param from first index used
     * @param to past the last index used
     * @param negative whether the rows are subtracted
     */
    void add(RowKind kind, int[] rowOf, int[] members, int from, int to, boolean negative) {
        int n = gather(rowOf, members, from, to);
        rows += n;
        if (kind == RowKind.TARGET && mask.isEmpty()) {
            set.add(plus, targets, 0, n, negative ? -1 : 0);
        } else if (kind == RowKind.PRODUCT) {
            // A set bit is a product of −1.
            set.addDifferences(plus, targets, sources, 0, n, negative ? 0 : -1);
        } else {
            masked = true;
            for (int k = 0; k < n; k++) {
                addMasked(kind, sources[k], targets[k], negative ? -1 : 0);
            }
        }
    }

    private int gather(int[] rowOf, int[] members, int from, int to) {
        if (targets.length < to - from) {
            targets = new int[2 * (to - from)];
            sources = new int[targets.length];
        }
        int n = 0;
        for (int k = from; k < to; k++) {
            int target = rowOf[members[k]];
            targets[n] = target;
            sources[n] = members[k];
            n += target == Successors.NONE ? 0 : 1;
        }
        return n;
    }

    private void addMasked(RowKind kind, int mu, int target, long flip) {
        long[] state = present.plusWords();
        long[] stateKnown = present.knownWords();
        for (int w = 0; w < setWords.length; w++) {
            long seen = knownWord(mu, w) & stateKnown[w];
            long differing = plus.word(mu, w) ^ state[w];
            knownWords[w] = knownWord(target, w)
                    & switch (kind) {
                        case TARGET, PRODUCT -> -1L;
                        case AGREEING -> seen & ~differing;
                        case DIFFERING -> seen & differing;
                        case UNSEEN -> ~seen;
                    };
            setWords[w] = (plus.word(target, w) ^ flip) & knownWords[w];
        }
        set.add(setWords);
        known.add(knownWords);
    }

    private long knownWord(int row, int w) {
        return mask.isPresent() ? mask.get().word(row, w) : -1L;
    }

    /** Ends the sum; the counts are valid until the next. */
    int[] take(RowKind kind) {
        Arrays.fill(sums, masked ? 0 : -rows);
        set.drain(2, sums);
        if (masked) {
            known.drain(-1, sums);
        }
        for (int i = 0; i < sums.length && kind == RowKind.PRODUCT; i++) {
            sums[i] *= present.at(i);
        }
        return sums;
    }
}
