package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.OverlapKernels;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Weights;

/** A sign matrix whose rows belong to sources: pushes the row of each spike. */
final class SignRowsOfSources extends Lane {
    private final Weights.SignMatrix signs;
    private final BitMatrix plus;
    private final long scale;
    private final PayloadRuns runs = new PayloadRuns();
    /** Signed counts of a run, one a target; all 0 between runs. */
    private int[] counts = new int[0];

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
        if (real) {
            runs.arrange(this, PayloadRuns.isExact(this));
            counts = counts.length == 0 ? new int[targets] : counts;
        }
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
        for (int k = from; k < to; k++) {
            int row = signs.matrixRow(neuron(k));
            long value = integer(k) * scale;
            for (int j = part.from; row != Weights.SignMatrix.ABSENT && j < part.to; j += 64) {
                OverlapKernels.addSigned(
                        plusWord(row, j), minusWord(row, j), value, sums, j, Math.min(64, part.to - j));
            }
        }
    }

    @Override
    void deliverAll(double[] sums, long[] reached, Part part) {
        if (!anyStored) {
            return;
        }
        Bitmap.addRange(reached, part.from, part.to);
        for (int k = 0; k < runs.size(); k = runs.end(k)) {
            if (countRun(k, part)) {
                addCounts(runs.payload(k), sums, part);
            }
        }
        for (int j = part.from; j < part.to; j++) {
            sums[j] = sums[j] * signs.scale() + 0.0;
        }
    }

    /** Counts the run that begins at a place; false if none of its spikes meets a synapse. */
    private boolean countRun(int place, Part part) {
        boolean any = false;
        for (int k = place; k < runs.end(place); k++) {
            int row = signs.matrixRow(neuron(runs.spike(k)));
            any |= row != Weights.SignMatrix.ABSENT;
            for (int j = part.from; row != Weights.SignMatrix.ABSENT && j < part.to; j += 64) {
                OverlapKernels.countSigned(plusWord(row, j), minusWord(row, j), counts, j, Math.min(64, part.to - j));
            }
        }
        return any;
    }

    private void addCounts(double payload, double[] sums, Part part) {
        for (int j = part.from; j < part.to; j++) {
            sums[j] += payload * counts[j];
        }
        Arrays.fill(counts, part.from, part.to, 0);
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
