package org.mneme.simulator.engine;

import org.mneme.bits.BitMatrix;
import org.mneme.bits.OverlapKernels;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/** A sign matrix whose rows belong to sources: pushes the rows of the spikes, those of equal payload together. */
final class SignRowsOfSources extends Lane {
    /** Fewer spikes are pushed one by one. */
    private static final int WORTH_GROUPING = 4;

    private final Weights.SignMatrix signs;
    private final BitMatrix plus;
    private final long scale;
    private final PayloadRuns runs = new PayloadRuns();
    private final SpikeGroups groups = new SpikeGroups();
    /** Rows in the order of the runs, absent ones left out, and how many of them are before each place of that order. */
    private int[] rows = new int[0];

    private int[] rowStart = new int[1];
    private boolean grouped;
    private boolean anyStored;

    SignRowsOfSources(Route route, Weights.SignMatrix signs, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.signs = signs;
        this.plus = signs.plus();
        this.scale = (long) signs.scale();
    }

    @Override
    void prepare() {
        anyStored = false;
        for (int k = from; k < to && !anyStored; k++) {
            anyStored = isStored(k);
        }
        boolean exact = !real || PayloadRuns.isExact(this);
        grouped =
                exact && route.isAll() && spikes() >= WORTH_GROUPING && groups.arrange(this, signs, !signs.unsigned());
        if (real && !grouped) {
            runs.arrange(this, exact);
            gatherRows();
        }
    }

    /** The stored rows of the spikes in the order of the runs. */
    private void gatherRows() {
        if (rows.length < runs.size()) {
            rows = new int[Math.max(runs.size(), 2 * rows.length)];
            rowStart = new int[rows.length + 1];
        }
        int n = 0;
        for (int k = 0; k < runs.size(); k++) {
            rowStart[k] = n;
            rows[n] = signs.matrixRow(neuron(runs.spike(k)));
            n += rows[n] == Weights.SignMatrix.ABSENT ? 0 : 1;
        }
        rowStart[runs.size()] = n;
    }

    private boolean isStored(int spike) {
        return signs.matrixRow(neuron(spike)) != Weights.SignMatrix.ABSENT;
    }

    @Override
    long cost() {
        return (long) spikes() * targets;
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        if (!anyStored) {
            return;
        }
        Bitmap.addRange(reached, part.from, part.to);
        if (grouped) {
            for (int k = 0; k < groups.size(); k = groups.groupEnd(k)) {
                add(countGroup(k, part), groups.value(k) * scale, sums, part.from);
            }
            return;
        }
        for (int k = from; k < to; k++) {
            int row = signs.matrixRow(neuron(k));
            long value = integer(k) * scale;
            for (int j = part.from; row != Weights.SignMatrix.ABSENT && j < part.to; j += 64) {
                OverlapKernels.addSigned(
                        plusWord(row, j), minusWord(row, j), value, sums, j, Math.min(64, part.to - j));
            }
        }
    }

    private int[] countGroup(int first, Part part) {
        SignedCounts counts = part.signedCounts();
        int end = groups.groupEnd(first);
        counts.begin(end - first);
        for (int k = first; k < end; k = groups.runEnd(k)) {
            counts.add(signs, groups.rows(), k, groups.runEnd(k), groups.isNegative(k));
        }
        return counts.take(signs);
    }

    private static void add(int[] counts, long value, long[] sums, int at) {
        for (int j = 0; j < counts.length; j++) {
            sums[at + j] += value * counts[j];
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        if (!anyStored) {
            return;
        }
        Bitmap.addRange(reached, part.from, part.to);
        for (int k = 0; grouped && k < groups.size(); k = groups.groupEnd(k)) {
            add(countGroup(k, part), (double) groups.value(k), sums, part.from);
        }
        for (int k = 0; !grouped && k < runs.size(); k = runs.end(k)) {
            if (rowStart[runs.end(k)] > rowStart[k]) {
                SignedCounts counts = part.signedCounts();
                counts.begin(rowStart[runs.end(k)] - rowStart[k]);
                counts.add(signs, rows, rowStart[k], rowStart[runs.end(k)], false);
                add(counts.take(signs), runs.payload(k), sums, part.from);
            }
        }
        for (int j = part.from; j < part.to; j++) {
            sums[j] = sums[j] * signs.scale() + 0.0;
        }
    }

    private static void add(int[] counts, double payload, double[] sums, int at) {
        for (int j = 0; j < counts.length; j++) {
            sums[at + j] += payload * counts[j];
        }
    }

    private long plusWord(int row, int column) {
        return plus.word(row, column >>> 6) & maskWord(row, column);
    }

    private long minusWord(int row, int column) {
        return signs.unsigned() ? 0 : ~plus.word(row, column >>> 6) & maskWord(row, column);
    }

    private long maskWord(int row, int column) {
        return signs.mask().isPresent() ? signs.mask().get().word(row, column >>> 6) : -1L;
    }

    @Override
    boolean reaches(int target) {
        return anyStored;
    }

    @Override
    long integerInput(int target, Part part) {
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += integer(k) * sign(k, target);
        }
        return sum * scale;
    }

    @Override
    double realInput(int target, Part part) {
        double sum = 0;
        for (int k = 0; k < runs.size(); ) {
            double payload = runs.payload(k);
            int count = 0;
            boolean any = false;
            for (int end = runs.end(k); k < end; k++) {
                count += sign(runs.spike(k), target);
                any |= isStored(runs.spike(k));
            }
            sum += any ? payload * count : 0;
        }
        return sum * signs.scale();
    }

    private int sign(int spike, int target) {
        int row = signs.matrixRow(neuron(spike));
        if (row == Weights.SignMatrix.ABSENT) {
            return 0;
        }
        int shift = target & 63;
        return (int) ((plusWord(row, target) >>> shift & 1) - (minusWord(row, target) >>> shift & 1));
    }
}
