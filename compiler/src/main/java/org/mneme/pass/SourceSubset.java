package org.mneme.pass;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Weights;

/** Weights out of some sources only; the others reach nothing. Patterns stay in memory once: a part of a sign matrix is a view with absent rows. */
final class SourceSubset {
    private final Weights weights;
    private final int sources;
    private final int targets;

    /**
     * Prepares weights that are to be divided among their sources.
     *
     * @param weights of the whole projection
     * @param sources its sources
     * @param targets its targets
     */
    SourceSubset(Weights weights, int sources, int targets) {
        this.weights = weights instanceof Weights.SignMatrix sign
                        && sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS
                ? turned(sign)
                : weights;
        this.sources = sources;
        this.targets = targets;
    }

    /** Rows for sources: one copy of the bits, that all parts share. */
    private static Weights turned(Weights.SignMatrix sign) {
        if (sign.rows().isEmpty()) {
            return new Weights.SignMatrix(
                    sign.plus().transpose(),
                    sign.mask().map(BitMatrix::transpose),
                    Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES,
                    Optional.empty(),
                    sign.scale(),
                    sign.unsigned());
        }
        return sign;
    }

    /** The targets that any synapse, zero or not, reaches. */
    BitSet reached() {
        BitSet reached = new BitSet(targets);
        switch (weights) {
            case Weights.SignMatrix sign
            when sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS -> {
                for (int j = 0; j < targets; j++) {
                    reached.set(j, sign.matrixRow(j) != Weights.SignMatrix.ABSENT);
                }
            }
            case Weights.Sparse sparse -> sparse.targets().stream().forEach(reached::set);
            case Weights.SignMatrix _, Weights.Dense _, Weights.OneToOne _, Weights.Uniform _ ->
                reached.set(0, targets);
        }
        return reached;
    }

    /** The weights out of the sources in a set. */
    Weights of(BitSet kept) {
        return switch (weights) {
            case Weights.SignMatrix sign
            when sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES -> {
                Ints rows = Ints.of(IntStream.range(0, sources)
                        .map(i -> kept.get(i) ? sign.matrixRow(i) : Weights.SignMatrix.ABSENT)
                        .toArray());
                yield new Weights.SignMatrix(
                        sign.plus(), sign.mask(), sign.orientation(), Optional.of(rows), sign.scale(), sign.unsigned());
            }
            case Weights.SignMatrix _, Weights.Dense _, Weights.Sparse _, Weights.OneToOne _, Weights.Uniform _ ->
                entries(kept);
        };
    }

    /** One number from each source in a set to a single target. */
    static Weights toOne(BitSet kept, int sources, double weight) {
        int[] offsets = new int[sources + 1];
        for (int i = 0; i < sources; i++) {
            offsets[i + 1] = offsets[i] + (kept.get(i) ? 1 : 0);
        }
        int[] values = new int[offsets[sources]];
        Arrays.fill(values, (int) weight);
        return new Weights.Sparse(
                1, Ints.of(offsets), Ints.of(new int[values.length]), new NumberMatrix.Int32(1, values.length, values));
    }

    /** The stored synapses out of the sources in a set, zeros included, since they reach. */
    private Weights entries(BitSet kept) {
        int[] offsets = new int[sources + 1];
        int[] columns = new int[64];
        int[] values = new int[64];
        int count = 0;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; kept.get(i) && j < targets; j++) {
                if (weights.stores(i, j)) {
                    if (count == columns.length) {
                        columns = Arrays.copyOf(columns, Math.multiplyExact(2, count));
                        values = Arrays.copyOf(values, columns.length);
                    }
                    columns[count] = j;
                    values[count++] = (int) weights.at(i, j);
                }
            }
            offsets[i + 1] = count;
        }
        return new Weights.Sparse(
                targets,
                Ints.of(offsets),
                Ints.of(Arrays.copyOf(columns, count)),
                new NumberMatrix.Int32(1, count, Arrays.copyOf(values, count)));
    }
}
