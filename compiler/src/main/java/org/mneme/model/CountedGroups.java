package org.mneme.model;

import java.util.Arrays;
import java.util.List;

/** Counts the rows of groups of patterns, slice by slice, and adds what the slices counted. */
final class CountedGroups {
    /** Rows of a slice that are worth handing out. */
    private static final int WORTH_SHARING = 2048;

    private static final int MAX_BATCH = 32;

    private final Slices slices;
    private final RowSums[] rowSums;
    /** The sums of each slice and group; the first slice's become those of all. */
    private final int[][][] sums;

    private int[] only = new int[0];

    /**
     * A group of a term.
     *
     * @param term the term
     * @param index the group
     * @param rest a bound on all that is left after it
     */
    record Group(Term term, int index, double rest) {
        int rows() {
            return term.rows(index);
        }

        double value() {
            return term.value(index);
        }

        double error() {
            return term.error(index);
        }
    }

    CountedGroups(PatternSet patterns, BlockPresent present, Slices slices) {
        this.slices = slices;
        this.rowSums = new RowSums[slices.count()];
        Arrays.setAll(rowSums, s -> new RowSums(patterns, present));
        this.sums = slices.count() == 1 ? new int[0][][] : new int[slices.count()][MAX_BATCH][patterns.features()];
    }

    /** Whether a batch of so many groups, of so many rows together, takes one more. */
    boolean takes(int groups, long rows) {
        return groups == 0 || slices.count() > 1 && groups < MAX_BATCH && rows < (long) WORTH_SHARING * slices.count();
    }

    /** Counts groups. */
    void count(List<Group> batch) {
        if (slices.count() == 1) {
            Group group = batch.getFirst();
            only = group.term().count(group.index(), 0, rowSums[0]);
            return;
        }
        slices.run(s -> {
            for (int k = 0; k < batch.size(); k++) {
                Group group = batch.get(k);
                int[] c = group.term().count(group.index(), s, rowSums[s]);
                System.arraycopy(c, 0, sums[s][k], 0, c.length);
            }
        });
    }

    /** Returns c_i of group k of the batch. */
    int[] sums(int k) {
        if (slices.count() == 1) {
            return only;
        }
        int[] total = sums[0][k];
        for (int s = 1; s < slices.count(); s++) {
            add(sums[s][k], total);
        }
        return total;
    }

    private static void add(int[] terms, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += terms[i];
        }
    }
}
