package org.mneme.model;

import java.util.ArrayList;
import java.util.List;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.PositionalCounts;

/**
 * Updates overlaps by the columns of the features that flipped.
 *
 * <p>Where S_i flips, h_μ changes by 2 S_i ξ_i^μ with the new S_i. Over F flips that is 4 a_μ − 2F, a_μ the number of flipped features
 * at which ξ^μ agrees with the new state: a positional popcount over F columns of the patterns, which are F rows of their transpose.
 * The transpose takes as much memory as the patterns, and as long as some recall steps; it is built once it would have paid.
 */
final class FlippedColumns {
    /** A column costs as much as so many words of all patterns, at most. */
    private static final int WORST_COST = 8;

    /** As many updates as it takes to pay for the transpose. */
    private static final int WORTH_BUILDING = 24;

    /** Below so many words the overlaps are computed anew. */
    private static final long WORTH_UPDATING = 1 << 12;

    private static final double LARGEST_PART_OF_HEAP = 0.125;

    private final PatternSet patterns;
    private final boolean allowed;
    private final int worthBuilding;
    private final List<BitMatrix> transpose = new ArrayList<>(1);
    private final List<PositionalCounts> counts = new ArrayList<>(1);
    private final int[] up;
    private final int[] down;
    private int chances;
    private long updates;

    FlippedColumns(PatternSet patterns) {
        this(patterns, WORTH_BUILDING, WORTH_UPDATING);
    }

    /** Creates updates that build the transpose after so many chances, for patterns of at least so many words. */
    FlippedColumns(PatternSet patterns, int worthBuilding, long worthUpdating) {
        this.patterns = patterns;
        this.worthBuilding = worthBuilding;
        long words = (long) patterns.count() * patterns.plus().wordsPerRow();
        this.allowed = patterns.mask().isEmpty()
                && words >= worthUpdating
                && words * Long.BYTES
                        < LARGEST_PART_OF_HEAP * Runtime.getRuntime().maxMemory();
        this.up = new int[patterns.features()];
        this.down = new int[patterns.features()];
    }

    /**
     * Updates the overlaps, if that is cheaper than computing them anew.
     *
     * @param before bits set where S was +1; no sign is or was 0 at more places than the other
     * @param now bits set where S is +1
     * @param overlaps modified
     * @return false, without a change, if it is not
     */
    boolean update(long[] before, long[] now, int[] overlaps) {
        int ups = 0;
        int downs = 0;
        for (int w = 0; w < now.length; w++) {
            for (long rest = before[w] ^ now[w]; rest != 0; rest &= rest - 1) {
                int i = w * Long.SIZE + Long.numberOfTrailingZeros(rest);
                if ((now[w] >>> i & 1) != 0) {
                    up[ups++] = i;
                } else {
                    down[downs++] = i;
                }
            }
        }
        int flips = ups + downs;
        if (!allowed || (long) flips * WORST_COST > patterns.features() || !isBuilt()) {
            return false;
        }
        PositionalCounts agreements = counts.getFirst();
        agreements.add(transpose.getFirst(), up, 0, ups, 0);
        agreements.add(transpose.getFirst(), down, 0, downs, -1);
        agreements.drain(4, overlaps);
        subtract(2 * flips, overlaps);
        updates++;
        return true;
    }

    private static void subtract(int value, int[] from) {
        for (int mu = 0; mu < from.length; mu++) {
            from[mu] -= value;
        }
    }

    private boolean isBuilt() {
        chances++;
        if (transpose.isEmpty() && chances > worthBuilding) {
            transpose.add(patterns.plus().transpose());
            counts.add(new PositionalCounts(patterns.count()));
        }
        return !transpose.isEmpty();
    }

    long updates() {
        return updates;
    }
}
