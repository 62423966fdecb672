package org.mneme.map;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.NumberMatrix;
import org.mneme.ir.Weights;

/** Reads off weights which pairs they link. */
final class Reaches {
    private Reaches() {}

    /** Pairs of which a synapse is stored, zero or not. */
    static Reach stored(Weights weights, int sources, int targets) {
        return switch (weights) {
            case Weights.SignMatrix sign -> present(sign, sources, targets);
            case Weights.Dense _ -> all(sources, targets);
            case Weights.Uniform _ -> all(sources, targets);
            case Weights.Sparse sparse -> sparse(sparse, targets, _ -> true);
            case Weights.OneToOne _ -> diagonal(targets, _ -> true);
        };
    }

    /** Pairs whose weight passes a test that 0 does not pass. */
    static Reach where(Weights weights, int sources, int targets, DoublePredicate test) {
        return switch (weights) {
            case Weights.SignMatrix sign -> signs(sign, sources, targets, test);
            case Weights.Dense dense -> dense(dense.values(), test);
            case Weights.Uniform uniform -> test.test(uniform.weight()) ? all(sources, targets) : new Reach.None();
            case Weights.Sparse sparse ->
                sparse(sparse, targets, k -> test.test(sparse.values().at(0, k)));
            case Weights.OneToOne one ->
                diagonal(targets, i -> test.test(one.weight().at(i)));
        };
    }

    private static Reach all(int sources, int targets) {
        boolean[] there = new boolean[sources];
        Arrays.fill(there, true);
        return new Reach.All(there, before(targets, _ -> true));
    }

    /** Says something of an index. */
    @FunctionalInterface
    private interface IndexTest {
        boolean test(int index);
    }

    private static int[] before(int targets, IndexTest test) {
        int[] before = new int[targets + 1];
        for (int t = 0; t < targets; t++) {
            before[t + 1] = before[t] + (test.test(t) ? 1 : 0);
        }
        return before;
    }

    private static Reach present(Weights.SignMatrix sign, int sources, int targets) {
        boolean[] there = new boolean[sources];
        if (sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES) {
            for (int s = 0; s < sources; s++) {
                there[s] = sign.matrixRow(s) != Weights.SignMatrix.ABSENT;
            }
            return new Reach.All(there, before(targets, _ -> true));
        }
        Arrays.fill(there, true);
        return new Reach.All(there, before(targets, t -> sign.matrixRow(t) != Weights.SignMatrix.ABSENT));
    }

    private static Reach signs(Weights.SignMatrix sign, int sources, int targets, DoublePredicate test) {
        boolean up = sign.scale() != 0 && test.test(sign.scale());
        boolean down = !sign.unsigned() && sign.scale() != 0 && test.test(-sign.scale());
        if (!up && !down) {
            return new Reach.None();
        }
        if (up && down && sign.mask().isEmpty()) {
            return present(sign, sources, targets);
        }
        BitMatrix plus = sign.plus();
        BitMatrix known = sign.mask().orElse(plus);
        boolean masked = sign.mask().isPresent();
        BitMatrix.Words words = (r, w) -> {
            long bits = plus.word(r, w);
            long there = masked ? known.word(r, w) : -1L;
            return (up ? bits & there : 0) | (down ? ~bits & there : 0);
        };
        if (sign.orientation() == Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES) {
            int[] rows = new int[sources];
            Arrays.setAll(rows, sign::matrixRow);
            return new Reach.Bits(BitMatrix.ofWords(plus.rows(), plus.columns(), words), rows);
        }
        BitMatrix byTarget = BitMatrix.ofWords(targets, plus.columns(), (t, w) -> {
            int row = sign.matrixRow(t);
            return row == Weights.SignMatrix.ABSENT ? 0 : words.get(row, w);
        });
        return new Reach.Bits(byTarget.transpose(), identity(sources));
    }

    private static Reach dense(NumberMatrix values, DoublePredicate test) {
        BitMatrix bits = BitMatrix.of(values.rows(), values.columns(), (r, c) -> test.test(values.at(r, c)));
        return new Reach.Bits(bits, identity(values.rows()));
    }

    private static int[] identity(int length) {
        int[] rows = new int[length];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    private static Reach diagonal(int targets, IndexTest test) {
        int[] offsets = before(targets, test);
        int[] sources = new int[offsets[targets]];
        for (int t = 0; t < targets; t++) {
            if (offsets[t + 1] > offsets[t]) {
                sources[offsets[t]] = t;
            }
        }
        return new Reach.Columns(offsets, sources);
    }

    private static Reach sparse(Weights.Sparse sparse, int targets, IndexTest test) {
        int[] offsets = new int[targets + 1];
        int stored = sparse.targets().length();
        for (int k = 0; k < stored; k++) {
            if (test.test(k)) {
                offsets[sparse.targets().at(k) + 1]++;
            }
        }
        for (int t = 0; t < targets; t++) {
            offsets[t + 1] += offsets[t];
        }
        int[] next = Arrays.copyOf(offsets, targets);
        int[] sources = new int[offsets[targets]];
        for (int s = 0; s + 1 < sparse.offsets().length(); s++) {
            for (int k = sparse.offsets().at(s); k < sparse.offsets().at(s + 1); k++) {
                if (test.test(k)) {
                    sources[next[sparse.targets().at(k)]++] = s;
                }
            }
        }
        return new Reach.Columns(offsets, sources);
    }
}
