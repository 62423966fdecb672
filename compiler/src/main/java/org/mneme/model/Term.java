package org.mneme.model;

/**
 * One of the sums over the hidden units, Σ_μ (row of a kind) · v(key of μ), taken group by group of keys with one |v|, in descending
 * order of |v|.
 */
final class Term {
    private final RowKind kind;
    private final int[] rowOf;
    private final Weights weights;
    private final Buckets buckets;
    /** Bound on the terms of this group and all later ones; of the last group + 1: 0. */
    private final double[] rest;

    /** How many patterns are in each group. */
    private final int[] rows;

    /** The key of a pattern plus this is its key in the weights. */
    private int shift;

    private int group;

    /**
     * Creates the sum.
     *
     * @param kind which rows
     * @param rowOf row(μ), or {@link Successors#NONE}
     * @param weights v
     * @param buckets the patterns by their keys
     */
    Term(RowKind kind, int[] rowOf, Weights weights, Buckets buckets) {
        this.kind = kind;
        this.rowOf = rowOf;
        this.weights = weights;
        this.buckets = buckets;
        this.rest = new double[weights.groups() + 1];
        this.rows = new int[weights.groups()];
    }

    Weights weights() {
        return weights;
    }

    /**
     * Begins with the patterns now in the buckets.
     *
     * @param newShift what makes the key of a pattern its key in the weights
     * @return how many patterns have a weight
     */
    long open(int newShift) {
        shift = newShift;
        double sum = 0;
        long total = 0;
        for (int g = weights.groups() - 1; g >= 0; g--) {
            rows[g] = countRows(g);
            total += rows[g];
            sum += rows[g] * weights.bound(g);
            rest[g] = sum;
        }
        rewind();
        return total;
    }

    private int countRows(int g) {
        int count = 0;
        for (int p = weights.groupStart(g); p < weights.groupStart(g + 1); p++) {
            count += occurrences(weights.key(p) - shift);
        }
        return count;
    }

    private int occurrences(int key) {
        return key >= 0 && key < buckets.count() ? buckets.occurrences(key) : 0;
    }

    private void skipEmpty() {
        while (group < weights.groups() && rows[group] == 0) {
            group++;
        }
    }

    /** Whether no group is left. */
    boolean isOver() {
        return group == weights.groups();
    }

    /** The group that is next. */
    int group() {
        return group;
    }

    /** A bound on the magnitude of a value of the group that is next. */
    double bound() {
        return weights.bound(group);
    }

    /** A bound on the sum of all groups left. */
    double rest() {
        return rest[group];
    }

    /** Passes the group that is next. */
    void pass() {
        group++;
        skipEmpty();
    }

    /** Goes back to the first group. */
    void rewind() {
        group = 0;
        skipEmpty();
    }

    /** Wants the patterns of the group that is next; returns how many there are. */
    int want() {
        for (int p = weights.groupStart(group); p < weights.groupStart(group + 1); p++) {
            int key = weights.key(p) - shift;
            if (occurrences(key) > 0) {
                buckets.want(key);
            }
        }
        return rows[group];
    }

    /** Whether the group that is next holds patterns of keys below one. */
    boolean isBelow(int least) {
        boolean below = false;
        for (int p = weights.groupStart(group); p < weights.groupStart(group + 1); p++) {
            int key = weights.key(p) - shift;
            below |= key < least && occurrences(key) > 0;
        }
        return below;
    }

    /** Whether the patterns of the group that is next are wanted. */
    boolean isWanted() {
        boolean all = true;
        for (int p = weights.groupStart(group); p < weights.groupStart(group + 1); p++) {
            int key = weights.key(p) - shift;
            all &= occurrences(key) == 0 || buckets.isWanted(key);
        }
        return all;
    }

    int rows(int g) {
        return rows[g];
    }

    /** Returns |v| of a group. */
    double value(int g) {
        return Math.abs(weights.value(weights.key(weights.groupStart(g))));
    }

    /** Returns a bound on the error of any v of a group. */
    double error(int g) {
        return weights.groupError(g);
    }

    /** Returns c_i of a group's patterns in a slice, those of negative v subtracted; valid until the sums are used again. */
    int[] count(int g, int slice, RowSums sums) {
        Buckets.Sorted sorted = buckets.sorted(slice);
        sums.begin(rows[g]);
        for (int p = weights.groupStart(g); p < weights.groupStart(g + 1); p++) {
            int x = weights.key(p);
            int key = x - shift;
            if (occurrences(key) > 0) {
                sums.add(kind, rowOf, sorted.members(), sorted.start(key), sorted.end(key), weights.value(x) < 0);
            }
        }
        return sums.take(kind);
    }
}
