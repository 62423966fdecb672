package org.mneme.recall;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.NumberMatrix;
import org.mneme.model.Interaction;
import org.mneme.model.Pseudoinverse;
import org.mneme.model.ReferenceRecall;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Successors;
import org.mneme.recall.TransitionCheck.Flip;

/**
 * Checks transitions of a memory with the generalized pseudoinverse: x_μ = N Σ_i Φ_{μi} S_i in the reference recall's order, f(x_μ)
 * rounded to integer codes whose bits are summed slice by slice, and what they leave over bounded.
 *
 * <p>A sign inside the bound is summed anew in doubles. With P patterns that sum and the reference recall's differ by less than (4P + 512)
 * 2⁻⁵³ Σ|f|, for degrees up to {@link Interaction.Polynomial#MAX_DEGREE}; inside that, the reference recall decides. One object serves
 * one thread.
 */
final class GeneralizedCheck implements TransitionCheck.OneByOne {
    private static final double ROUNDING = 0x1p-53;
    private static final double THRESHOLD_SLACK = 1e-9;
    private static final int SPARE_BITS = 5;

    private final Patterns patterns;
    private final PlainCheck plain;
    private final double[] x;
    private final double[] answers;
    private final long[] square = new long[Long.SIZE];
    private final long[][] codes;
    private final long[] sums;
    private final long offset;
    private double step;
    private double size;
    private double rest;

    GeneralizedCheck(Patterns patterns) {
        this.patterns = patterns;
        this.plain = new PlainCheck(patterns.memory, ReferenceRecall.exact(patterns.memory));
        this.x = new double[patterns.memory.count()];
        this.answers = new double[x.length];
        int bits = Math.min(31, Integer.SIZE - Integer.numberOfLeadingZeros(x.length) + SPARE_BITS);
        this.codes = new long[bits][Slices.wordsFor(x.length)];
        this.sums = new long[patterns.next.length];
        this.offset = 1L << (bits - 1);
    }

    /** What all threads share: Φ, one array a feature, and the successors' slices, after them one of all patterns. */
    static final class Patterns {
        private final SequenceMemory memory;
        private final double[][] phi;
        private final long[][] next;
        private final long[] signs;
        private final boolean anyEnds;

        Patterns(SequenceMemory memory) {
            this.memory = memory;
            NumberMatrix matrix = Pseudoinverse.phi(memory.patterns());
            this.phi = new double[matrix.rows()][matrix.columns()];
            for (int i = 0; i < phi.length; i++) {
                for (int mu = 0; mu < phi[i].length; mu++) {
                    phi[i][mu] = matrix.at(i, mu);
                }
            }
            this.next = Slices.with(
                    Slices.columns(memory.patterns().plus(), memory.count(), memory.successors()::of),
                    Slices.ones(memory.count()));
            this.signs = Slices.signs(next);
            this.anyEnds = memory.successors().next().min() == Successors.NONE;
        }
    }

    @Override
    public Optional<Flip> flip(int mu) {
        int successor = patterns.memory.successors().of(mu);
        if (successor == Successors.NONE) {
            return Optional.empty();
        }
        if (patterns.anyEnds && hasCopyThatEnds(mu)) {
            return plain.firstFlip(mu, mu + 1);
        }
        hear(mu);
        answer();
        encode();
        BitMatrix plus = patterns.memory.patterns().plus();
        int units = patterns.phi.length;
        weigh(units);
        for (int i = 0; i < units; i++) {
            weigh(i);
            double field = step * (2 * sums[i] - sums[units] - offset * patterns.signs[i]);
            double bound = rest + size * (2.0 * x.length + 512) * ROUNDING;
            if (Math.abs(field) <= bound) {
                field = sum(i);
                bound = size * (4.0 * x.length + 512) * ROUNDING;
            }
            if (!(Math.abs(field) > bound)) {
                return plain.firstFlip(mu, mu + 1);
            }
            if (field > 0 != plus.get(successor, i)) {
                return Optional.of(new Flip(mu, i));
            }
        }
        return Optional.empty();
    }

    private void weigh(int slice) {
        sums[slice] = 0;
        Slices.weigh(patterns.next, slice, slice + 1, codes, 0, codes.length, 0, codes[0].length, sums);
    }

    private boolean hasCopyThatEnds(int mu) {
        BitMatrix plus = patterns.memory.patterns().plus();
        for (int nu = 0; nu < mu; nu++) {
            if (patterns.memory.successors().of(nu) == Successors.NONE && areEqual(plus, mu, nu)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areEqual(BitMatrix plus, int mu, int nu) {
        for (int w = 0; w < plus.wordsPerRow(); w++) {
            if (plus.word(mu, w) != plus.word(nu, w)) {
                return false;
            }
        }
        return true;
    }

    /** x_μ at a pattern, features ascending. */
    private void hear(int pattern) {
        Arrays.fill(x, 0);
        double[][] phi = patterns.phi;
        int i = 0;
        for (; i + 4 <= phi.length; i += 4) {
            double a = scale(pattern, i);
            double b = scale(pattern, i + 1);
            double c = scale(pattern, i + 2);
            double d = scale(pattern, i + 3);
            add(a, phi[i], b, phi[i + 1], c, phi[i + 2], d, phi[i + 3], x);
        }
        for (; i < phi.length; i++) {
            add(scale(pattern, i), phi[i], x);
        }
    }

    private double scale(int pattern, int unit) {
        return (double) patterns.memory.patterns().at(pattern, unit) * patterns.phi.length;
    }

    private static void add(
            double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s, double[] sum) {
        for (int mu = 0; mu < sum.length; mu++) {
            sum[mu] = sum[mu] + a * p[mu] + b * q[mu] + c * r[mu] + d * s[mu];
        }
    }

    private static void add(double a, double[] p, double[] sum) {
        for (int mu = 0; mu < sum.length; mu++) {
            sum[mu] += a * p[mu];
        }
    }

    /** f(x_μ), 0 where μ has no successor; exponentials relative to the largest. */
    private void answer() {
        int units = patterns.phi.length;
        DoubleUnaryOperator f = switch (patterns.memory.interaction()) {
            case Interaction.Linear _ -> argument -> power(argument / units, 1);
            case Interaction.Polynomial(int degree) -> argument -> power(argument / units, degree);
            case Interaction.Exponential(double kappa) -> exponential(kappa);
            case Interaction.Softmax(double kappa) -> exponential(kappa);
            case Interaction.Threshold threshold -> {
                double needed = threshold.needed(units) - THRESHOLD_SLACK * units;
                yield argument -> (units + argument) / 2 >= needed ? 1 : 0;
            }
        };
        for (int mu = 0; mu < answers.length; mu++) {
            boolean ends = patterns.anyEnds && patterns.memory.successors().of(mu) == Successors.NONE;
            answers[mu] = ends ? 0 : f.applyAsDouble(x[mu]);
        }
    }

    private static double power(double m, int degree) {
        double product = m;
        for (int k = 1; k < degree; k++) {
            product *= m;
        }
        return product;
    }

    private DoubleUnaryOperator exponential(double kappa) {
        int units = patterns.phi.length;
        double largest = kappa * (Arrays.stream(x).max().orElse(0) - units);
        return argument -> StrictMath.exp(kappa * (argument - units) - largest);
    }

    /** Rounds the answers to codes, and adds the offset, so that none is negative. */
    private void encode() {
        double largest = Double.MIN_NORMAL;
        for (double answer : answers) {
            largest = Math.max(largest, Math.abs(answer));
        }
        step = largest / (offset - 1);
        size = 0;
        rest = 0;
        for (int w = 0; w * Long.SIZE < answers.length; w++) {
            int end = Math.min(Long.SIZE, answers.length - w * Long.SIZE);
            Arrays.fill(square, 0);
            for (int k = 0; k < end; k++) {
                double answer = answers[w * Long.SIZE + k];
                double code = Math.rint(answer / step);
                size += Math.abs(answer);
                rest += Math.abs(answer - step * code);
                square[k] = (long) code + offset;
            }
            Slices.transpose(square);
            for (int bit = 0; bit < codes.length; bit++) {
                codes[bit][w] = square[bit];
            }
        }
    }

    private double sum(int unit) {
        long[] slice = patterns.next[unit];
        double sum = 0;
        for (int mu = 0; mu < answers.length; mu++) {
            sum += answers[mu] * ((slice[mu >>> 6] >>> mu & 1) * 2 - 1);
        }
        return sum;
    }
}
