package org.mneme.simulator.engine;

import org.mneme.bits.BitMatrix;
import org.mneme.bits.OverlapKernels;
import org.mneme.bits.WordBlocks;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/**
 * A sign matrix whose rows belong to targets: pulls by popcounts of each row with the packed volley, or, of few spikes, pushes them bit by
 * bit.
 */
final class SignRowsOfTargets extends Lane {
    /** Words popcounted in the time of one spike's bit. */
    private static final long WORDS_A_SPIKE = 12;

    private final Weights.SignMatrix signs;
    private final BitMatrix plus;
    private final long scale;
    private final boolean anyAbsent;
    private final Planes planes;
    private final PayloadRuns runs = new PayloadRuns();
    private final long[] none;
    private final RowBlocks blocks;
    private boolean pulls;
    private boolean pullsRuns;

    SignRowsOfTargets(
            Route route, Weights.SignMatrix signs, RowBlocks blocks, int sources, int targets, NumberDomain domain) {
        super(route, targets, domain);
        this.blocks = blocks;
        this.signs = signs;
        this.plus = signs.plus();
        this.scale = (long) signs.scale();
        this.anyAbsent = signs.rows().isPresent() && signs.rows().get().min() == Weights.SignMatrix.ABSENT;
        this.planes = new Planes(sources);
        this.none = new long[plus.wordsPerRow()];
    }

    @Override
    void prepare() {
        boolean exact = !real || PayloadRuns.isExact(this);
        pulls = spikes() * WORDS_A_SPIKE >= plus.wordsPerRow() && planes.pack(this, exact);
        pullsRuns = pulls && signs.rows().isEmpty() && signs.mask().isEmpty() && route.isAll();
        for (int p = 0; pullsRuns && signs.unsigned() && p < planes.count(); p++) {
            pullsRuns = planes.isPositive(p);
        }
        if (pullsRuns) {
            // Before the threads begin, of which several may ask for it.
            blocks.of(plus);
        }
        if (!pulls) {
            runs.arrange(this, exact);
        }
    }

    @Override
    long cost() {
        return targets * (pulls ? (long) planes.count() * plus.wordsPerRow() : spikes() * WORDS_A_SPIKE);
    }

    @Override
    boolean isCheapInWindows() {
        return pullsRuns;
    }

    @Override
    void deliverAll(long[] sums, long[] reached, Part part) {
        if (!pullsRuns) {
            for (int target = part.from; target < part.to; target++) {
                if (reaches(target)) {
                    Bitmap.add(reached, target);
                    sums[target] += integerInput(target, part);
                }
            }
            return;
        }
        Bitmap.addRange(reached, part.from, part.to);
        for (int row = part.from, end; row < part.to; row = end) {
            end = blockEnd(row, part);
            for (int p = 0; p < planes.count(); p++) {
                count(row / WordBlocks.ROWS, p, part);
                long value = whole(planes.value(p)) * scale;
                add(part.counts, row % WordBlocks.ROWS, end - row, value * offset(p), value * slope(), sums, row);
            }
        }
    }

    private static int blockEnd(int row, Part part) {
        return Math.min(part.to, (row / WordBlocks.ROWS + 1) * WordBlocks.ROWS);
    }

    /** Counts a block of rows: where they are set in a plane, or differ from it. */
    private void count(int block, int p, Part part) {
        blocks.of(plus).differences(block, signs.unsigned() ? none : planes.plus(p), planes.known(p), part.counts);
    }

    private static void add(int[] counts, int first, int rows, long offset, long slope, long[] sums, int at) {
        for (int r = 0; r < rows; r++) {
            sums[at + r] += offset + slope * counts[first + r];
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        if (!pullsRuns) {
            for (int target = part.from; target < part.to; target++) {
                if (reaches(target)) {
                    Bitmap.add(reached, target);
                    sums[target] = realInput(target, part) + 0.0;
                }
            }
            return;
        }
        Bitmap.addRange(reached, part.from, part.to);
        for (int row = part.from, end; row < part.to; row = end) {
            end = blockEnd(row, part);
            for (int p = 0; p < planes.count(); p++) {
                count(row / WordBlocks.ROWS, p, part);
                add(part.counts, row % WordBlocks.ROWS, end - row, planes.value(p), offset(p), slope(), sums, row);
            }
            for (int r = row; r < end; r++) {
                sums[r] = sums[r] * signs.scale() + 0.0;
            }
        }
    }

    private static void add(
            int[] counts, int first, int rows, double value, int offset, int slope, double[] sums, int at) {
        for (int r = 0; r < rows; r++) {
            sums[at + r] += value * (offset + slope * counts[first + r]);
        }
    }

    /** The signed count of a row is offset + slope · (what its kernel counts). */
    private int offset(int p) {
        return signs.unsigned() ? 0 : planes.size(p);
    }

    private int slope() {
        return signs.unsigned() ? 1 : -2;
    }

    @Override
    boolean reaches(int target) {
        return !anyAbsent || signs.matrixRow(target) != Weights.SignMatrix.ABSENT;
    }

    @Override
    long integerInput(int target, Part part) {
        int row = signs.matrixRow(target);
        long sum = 0;
        if (pulls) {
            for (int p = 0; p < planes.count(); p++) {
                sum += whole(planes.value(p)) * signedCount(row, p);
            }
        } else {
            for (int k = from; k < to; k++) {
                sum += integer(k) * sign(row, neuron(k));
            }
        }
        return sum * scale;
    }

    @Override
    double realInput(int target, Part part) {
        int row = signs.matrixRow(target);
        double sum = 0;
        if (pulls) {
            for (int p = 0; p < planes.count(); p++) {
                sum += planes.value(p) * signedCount(row, p);
            }
        } else {
            for (int k = 0; k < runs.size(); ) {
                double payload = runs.payload(k);
                int count = 0;
                for (int end = runs.end(k); k < end; k++) {
                    count += sign(row, neuron(runs.spike(k)));
                }
                sum += payload * count;
            }
        }
        return sum * signs.scale();
    }

    /** Σ of a row's signs over the spikes of a plane, each spike counted by its sign. */
    private int signedCount(int row, int p) {
        long[] known = planes.known(p);
        long[] positive = planes.plus(p);
        if (signs.unsigned()) {
            return OverlapKernels.common(plus, row, known)
                    - 2 * OverlapKernels.commonWithout(plus, row, known, positive);
        }
        if (signs.mask().isPresent()) {
            BitMatrix mask = signs.mask().get();
            return OverlapKernels.common(mask, row, known)
                    - 2 * OverlapKernels.differing(plus, mask, row, positive, known);
        }
        return planes.size(p) - 2 * OverlapKernels.differing(plus, row, positive, known);
    }

    private int sign(int row, int column) {
        if (signs.mask().isPresent() && !signs.mask().get().get(row, column)) {
            return 0;
        }
        return plus.get(row, column) ? 1 : signs.unsigned() ? 0 : -1;
    }
}
