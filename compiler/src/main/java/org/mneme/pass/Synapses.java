package org.mneme.pass;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Weights;

/**
 * What the synapses of a projection that are not 0 add up to. Counts are exact; sums are upper bounds over the targets.
 *
 * @param sources that have one, ascending
 * @param mostInto the most of them into one target
 * @param positive bound of Σ w over the positive weights into one target
 * @param negative bound of Σ |w| over the negative weights into one target
 * @param weakestNegative the smallest |w| of a negative weight, ∞ without one
 * @param kinds distinct weights, at most {@value #MOST_KINDS} of them counted
 */
record Synapses(BitSet sources, int mostInto, double positive, double negative, double weakestNegative, int kinds) {
    private static final int MOST_KINDS = 64;

    static Synapses of(Weights weights, int sources, int targets) {
        return switch (weights) {
            case Weights.SignMatrix sign ->
                sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES
                        ? bySource(sign, sources, targets)
                        : byTarget(sign);
            case Weights.Dense dense -> {
                Tally tally = new Tally(sources, targets);
                NumberMatrix values = dense.values();
                for (int i = 0; i < sources; i++) {
                    for (int j = 0; j < targets; j++) {
                        tally.add(i, j, values.at(i, j));
                    }
                }
                yield tally.synapses();
            }
            case Weights.Sparse sparse -> {
                Tally tally = new Tally(sources, targets);
                for (int i = 0; i < sources; i++) {
                    for (int k = sparse.offsets().at(i); k < sparse.offsets().at(i + 1); k++) {
                        tally.add(i, sparse.targets().at(k), sparse.values().at(0, k));
                    }
                }
                yield tally.synapses();
            }
            case Weights.OneToOne one -> {
                Tally tally = new Tally(sources, targets);
                for (int i = 0; i < sources; i++) {
                    tally.add(i, i, one.weight().at(i));
                }
                yield tally.synapses();
            }
            case Weights.Uniform uniform -> uniform(all(sources), sources, uniform.weight());
        };
    }

    private static BitSet all(int sources) {
        BitSet set = new BitSet(sources);
        set.set(0, sources);
        return set;
    }

    private static Synapses uniform(BitSet sources, int into, double weight) {
        if (weight == 0 || into == 0) {
            return new Synapses(new BitSet(), 0, 0, 0, Double.POSITIVE_INFINITY, 0);
        }
        double sum = Math.abs(weight) * into;
        return weight > 0
                ? new Synapses(sources, into, sum, 0, Double.POSITIVE_INFINITY, 1)
                : new Synapses(sources, into, 0, sum, -weight, 1);
    }

    private static Synapses bySource(Weights.SignMatrix sign, int sources, int targets) {
        BitSet used = new BitSet(sources);
        int[] into = new int[targets];
        boolean everywhere = !sign.unsigned() && sign.mask().isEmpty();
        BitMatrix stored = sign.mask().orElse(sign.plus());
        for (int i = 0; i < sources; i++) {
            int row = sign.matrixRow(i);
            if (row == Weights.SignMatrix.ABSENT || !everywhere && stored.bitCount(row) == 0) {
                continue;
            }
            used.set(i);
            for (int w = 0; !everywhere && w < stored.wordsPerRow(); w++) {
                for (long word = stored.word(row, w); word != 0; word &= word - 1) {
                    into[w * Long.SIZE + Long.numberOfTrailingZeros(word)]++;
                }
            }
        }
        int most = everywhere ? used.cardinality() : Arrays.stream(into).max().orElse(0);
        return signed(sign, used, most, most, most);
    }

    private static Synapses byTarget(Weights.SignMatrix sign) {
        BitMatrix plus = sign.plus();
        long[] used = new long[plus.wordsPerRow()];
        int most = 0;
        int mostPlus = 0;
        int mostMinus = 0;
        for (int r = 0; r < sign.viewRows(); r++) {
            int row = sign.matrixRow(r);
            if (row == Weights.SignMatrix.ABSENT) {
                continue;
            }
            int stored = 0;
            int positive = 0;
            for (int w = 0; w < plus.wordsPerRow(); w++) {
                long known = sign.unsigned()
                        ? plus.word(row, w)
                        : sign.mask().isPresent() ? sign.mask().get().word(row, w) : ones(plus.columns(), w);
                stored += Long.bitCount(known);
                positive += Long.bitCount(known & plus.word(row, w));
                used[w] |= known;
            }
            most = Math.max(most, stored);
            mostPlus = Math.max(mostPlus, positive);
            mostMinus = Math.max(mostMinus, stored - positive);
        }
        return signed(sign, BitSet.valueOf(used), most, mostPlus, mostMinus);
    }

    private static long ones(int columns, int w) {
        int left = columns - w * Long.SIZE;
        return left >= Long.SIZE ? -1L : (1L << left) - 1;
    }

    private static Synapses signed(Weights.SignMatrix sign, BitSet used, int most, int plus, int minus) {
        double s = sign.scale();
        if (s == 0 || most == 0) {
            return uniform(used, 0, 0);
        }
        if (sign.unsigned()) {
            return uniform(used, most, s);
        }
        double size = Math.abs(s);
        return new Synapses(used, most, size * (s > 0 ? plus : minus), size * (s > 0 ? minus : plus), size, 2);
    }

    /** Counts synapses one by one. */
    private static final class Tally {
        private final BitSet used;
        private final int[] into;
        private final double[] positive;
        private final double[] negative;
        private final Set<Double> kinds = new TreeSet<>();
        private double weakest = Double.POSITIVE_INFINITY;

        Tally(int sources, int targets) {
            used = new BitSet(sources);
            into = new int[targets];
            positive = new double[targets];
            negative = new double[targets];
        }

        void add(int source, int target, double weight) {
            if (weight == 0) {
                return;
            }
            used.set(source);
            into[target]++;
            if (weight > 0) {
                positive[target] += weight;
            } else {
                negative[target] -= weight;
                weakest = Math.min(weakest, -weight);
            }
            if (kinds.size() < MOST_KINDS) {
                kinds.add(weight);
            }
        }

        Synapses synapses() {
            return new Synapses(
                    used,
                    Arrays.stream(into).max().orElse(0),
                    Arrays.stream(positive).max().orElse(0),
                    Arrays.stream(negative).max().orElse(0),
                    weakest,
                    kinds.size());
        }
    }
}
