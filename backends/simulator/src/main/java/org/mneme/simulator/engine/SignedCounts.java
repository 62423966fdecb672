package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.bits.OverlapKernels;
import org.mneme.bits.PositionalCounts;
import org.mneme.ir.Weights;

/** Signed counts of rows of a sign matrix over a range of its columns: by a positional popcount, or row by row where they are few. */
final class SignedCounts {
    /** Fewer rows than this are counted one by one. */
    private static final int FEW = 3;

    private final int from;
    private final int to;
    private final PositionalCounts set;
    private final PositionalCounts known;
    private final int[] counts;
    private int rowCount;

    private boolean bulk;

    /**
     * Prepares the counts of columns from…to−1.
     *
     * @param from a multiple of 64
     * @param to past the last column
     */
    SignedCounts(int from, int to) {
        this.from = from;
        this.to = to;
        this.set = new PositionalCounts(from, to - from);
        this.known = new PositionalCounts(from, to - from);
        this.counts = new int[to - from];
    }

    boolean isOf(int otherFrom, int otherTo) {
        return from == otherFrom && to == otherTo;
    }

    /** Begins a count of so many rows. */
    void begin(int rows) {
        Arrays.fill(counts, 0);
        rowCount = 0;
        bulk = rows >= FEW;
        if (bulk) {
            set.expect(rows);
            known.expect(rows);
        }
    }

    /** Adds rows, or subtracts them; rows without a sign are never subtracted. */
    void add(Weights.SignMatrix signs, int[] rows, int first, int last, boolean negative) {
        if (!bulk) {
            for (int k = first; k < last; k++) {
                addOne(signs, rows[k], negative);
            }
            return;
        }
        rowCount += last - first;
        long flip = negative ? -1 : 0;
        if (signs.mask().isEmpty()) {
            set.add(signs.plus(), rows, first, last, flip);
        } else {
            set.addMasked(signs.plus(), signs.mask().get(), rows, first, last, flip);
            if (!signs.unsigned()) {
                known.add(signs.mask().get(), rows, first, last, 0);
            }
        }
    }

    private void addOne(Weights.SignMatrix signs, int row, boolean negative) {
        for (int j = from; j < to; j += Long.SIZE) {
            int w = j >>> 6;
            long mask = signs.mask().isPresent() ? signs.mask().get().word(row, w) : -1L;
            long plus = signs.plus().word(row, w) & mask;
            long minus = signs.unsigned() ? 0 : ~plus & mask;
            OverlapKernels.countSigned(
                    negative ? minus : plus, negative ? plus : minus, counts, j - from, Math.min(Long.SIZE, to - j));
        }
    }

    /** Returns the counts of the columns, valid until the next count begins. */
    int[] take(Weights.SignMatrix signs) {
        if (!bulk) {
            return counts;
        }
        if (signs.unsigned()) {
            set.drain(1, counts);
            return counts;
        }
        set.drain(2, counts);
        if (signs.mask().isPresent()) {
            known.drain(-1, counts);
        } else {
            for (int j = 0; j < counts.length; j++) {
                counts[j] -= rowCount;
            }
        }
        return counts;
    }
}
