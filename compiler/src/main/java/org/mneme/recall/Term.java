package org.mneme.recall;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.mneme.model.Interaction;
import org.mneme.model.SelfCoupling;
import org.mneme.model.SequenceMemory;
import org.mneme.model.Timing;

/**
 * One of the sums that make up a field: Σ_μ sign_i^μ w(c_μ), c_μ the number of features at which pattern μ and the state differ.
 *
 * <p>Where self-coupling is excluded, unit i hears f⁺ from the patterns that agree with it and f⁻ from the others: twice its field is
 * Σ ξ_i^{next(μ)} (f⁺ + f⁻) + S_i Σ ξ_i^{next(μ)} ξ_i^μ (f⁺ − f⁻).
 */
final class Term {
    private final Plane plane;
    private final double[] value;
    private final Optional<BigInteger[]> exact;

    private Term(Plane plane, double[] value, Optional<BigInteger[]> exact) {
        this.plane = plane;
        this.value = value;
        this.exact = exact;
    }

    /** The signs that are summed. */
    enum Plane {
        /** ξ_i^{next(μ)}. */
        NEXT,
        /** S_i ξ_i^{next(μ)} ξ_i^μ. */
        CROSS,
        /** ξ_i^μ. */
        OWN
    }

    /** Returns which signs are summed. */
    Plane plane() {
        return plane;
    }

    /**
     * Returns w(c) for c = 0…N times one power of two common to all terms, so that the largest is near 1; off by 2⁻⁵⁰ (1 + |ln w|) w at
     * most.
     */
    double[] value() {
        return value;
    }

    /** Returns w(c) times one positive number common to all terms, where that is an integer. */
    Optional<BigInteger[]> exact() {
        return exact;
    }

    /** Returns the terms of a memory; empty where no table over c describes it. */
    static List<Term> of(SequenceMemory memory) {
        int n = memory.features();
        boolean excluded = memory.selfCoupling() == SelfCoupling.EXCLUDED;
        return switch (memory.timing()) {
            case Timing.OneStep _ -> excluded ? excluded(memory.interaction(), n) : included(memory.interaction(), n);
            case Timing.Mixed mixed -> mixed(mixed, memory.interaction(), n);
        };
    }

    /** Returns what an exact value of 1 is among the values; empty where there are none. */
    static OptionalDouble unit(List<Term> terms) {
        for (Term term : terms) {
            for (int c = 0; c < term.value().length && term.exact().isPresent(); c++) {
                BigInteger exact = term.exact().get()[c];
                if (exact.signum() != 0 && exact.bitLength() <= 53) {
                    return OptionalDouble.of(term.value()[c] / exact.doubleValue());
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static List<Term> included(Interaction f, int n) {
        return switch (f) {
            case Interaction.Linear _, Interaction.Polynomial _, Interaction.Threshold _ ->
                scaled(List.of(Plane.NEXT), List.<BigInteger[]>of(integers(n, c -> integer(f, n, n - 2L * c))));
            case Interaction.Exponential(double kappa) -> List.of(real(Plane.NEXT, n, c -> Math.exp(-2 * kappa * c)));
            case Interaction.Softmax(double kappa) -> List.of(real(Plane.NEXT, n, c -> Math.exp(-2 * kappa * c)));
        };
    }

    private static List<Term> excluded(Interaction f, int n) {
        return switch (f) {
            case Interaction.Linear _, Interaction.Polynomial _, Interaction.Threshold _ -> {
                BigInteger[] agree = integers(n, c -> integer(f, n - 1, n - 2L * Math.min(c, n - 1) - 1));
                BigInteger[] differ = integers(n, c -> integer(f, n - 1, n - 2L * Math.max(c, 1) + 1));
                // No unit differs where c = 0, and none agrees where c = N.
                differ[0] = agree[0];
                agree[n] = differ[n];
                yield scaled(
                        List.of(Plane.NEXT, Plane.CROSS),
                        List.of(
                                integers(n, c -> agree[c].add(differ[c])),
                                integers(n, c -> agree[c].subtract(differ[c]))));
            }
            case Interaction.Exponential(double kappa) -> excludedExponential(kappa, n);
            case Interaction.Softmax(double kappa) -> excludedExponential(kappa, n);
        };
    }

    private static List<Term> excludedExponential(double kappa, int n) {
        double[] agree = new double[n + 1];
        double[] differ = new double[n + 1];
        for (int c = 0; c <= n; c++) {
            agree[c] = Math.exp(-2 * kappa * Math.min(c, n - 1)) / 2;
            differ[c] = Math.exp(-2 * kappa * (Math.max(c, 1) - 1)) / 2;
        }
        differ[0] = agree[0];
        agree[n] = differ[n];
        return List.of(real(Plane.NEXT, n, c -> agree[c] + differ[c]), real(Plane.CROSS, n, c -> agree[c] - differ[c]));
    }

    /** Both powers times N^{max(d_S, d_A)} and the denominator of λ. */
    private static List<Term> mixed(Timing.Mixed mixed, Interaction fast, int n) {
        int symmetric = degree(mixed.symmetric());
        int asymmetric = degree(fast);
        if (symmetric == 0 || asymmetric == 0) {
            return List.of();
        }
        int most = Math.max(symmetric, asymmetric);
        BigDecimal lambda = BigDecimal.valueOf(mixed.lambda());
        BigInteger ten = BigInteger.TEN.pow(Math.abs(lambda.scale()));
        BigInteger over = lambda.scale() > 0 ? ten : BigInteger.ONE;
        BigInteger times = lambda.scale() > 0
                ? lambda.unscaledValue()
                : lambda.unscaledValue().multiply(ten);
        BigInteger size = BigInteger.valueOf(n);
        return scaled(
                List.of(Plane.OWN, Plane.NEXT),
                List.of(
                        integers(
                                n,
                                c -> power(n - 2L * c, symmetric)
                                        .multiply(size.pow(most - symmetric))
                                        .multiply(over)),
                        integers(
                                n,
                                c -> power(n - 2L * c, asymmetric)
                                        .multiply(size.pow(most - asymmetric))
                                        .multiply(times))));
    }

    /** f(x) of integers times units^d. */
    private static BigInteger integer(Interaction f, int units, long x) {
        return f instanceof Interaction.Threshold threshold
                ? BigInteger.valueOf(units + x >= 2L * threshold.needed(units) ? 1 : 0)
                : power(x, degree(f));
    }

    private static BigInteger power(long x, int degree) {
        return BigInteger.valueOf(x).pow(degree);
    }

    /** d, or 0 where f is no power. */
    private static int degree(Interaction f) {
        return switch (f) {
            case Interaction.Linear _ -> 1;
            case Interaction.Polynomial polynomial -> polynomial.degree();
            case Interaction.Exponential _, Interaction.Softmax _, Interaction.Threshold _ -> 0;
        };
    }

    private static BigInteger[] integers(int n, IntFunction<BigInteger> value) {
        BigInteger[] values = new BigInteger[n + 1];
        for (int c = 0; c <= n; c++) {
            values[c] = value.apply(c);
        }
        return values;
    }

    private static List<Term> scaled(List<Plane> planes, List<BigInteger[]> values) {
        int bits = 0;
        BigInteger common = BigInteger.ZERO;
        for (BigInteger[] table : values) {
            for (BigInteger value : table) {
                common = common.gcd(value);
                bits = Math.max(bits, value.bitLength());
            }
        }
        BigInteger divisor = common.signum() == 0 ? BigInteger.ONE : common;
        int shift = bits - divisor.bitLength();
        List<Term> terms = new ArrayList<>();
        for (int t = 0; t < planes.size(); t++) {
            BigInteger[] table = values.get(t);
            BigInteger[] exact = integers(table.length - 1, c -> table[c].divide(divisor));
            double[] value = new double[table.length];
            for (int c = 0; c < value.length; c++) {
                value[c] = downscaled(exact[c], shift);
            }
            terms.add(new Term(planes.get(t), value, Optional.of(exact)));
        }
        return terms;
    }

    /** v / 2^shift, even where v is beyond the largest double. */
    private static double downscaled(BigInteger v, int shift) {
        int excess = Math.max(0, v.bitLength() - 512);
        return Math.scalb(v.shiftRight(excess).doubleValue(), excess - shift);
    }

    private static Term real(Plane plane, int n, IntFunction<Double> value) {
        double[] values = new double[n + 1];
        for (int c = 0; c <= n; c++) {
            values[c] = value.apply(c);
        }
        return new Term(plane, values, Optional.empty());
    }
}
