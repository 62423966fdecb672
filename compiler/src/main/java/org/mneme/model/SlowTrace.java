package org.mneme.model;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.mneme.bits.Ints;

/**
 * The slow trace of integers, x̄_μ = Σ_ρ w_ρ x_μ(t−ρ), as exact numerators over one denominator; before t = 0 all are 0.
 *
 * <p>The term ρ = 0 is asked for at each call, since it changes within an asynchronous step.
 */
final class SlowTrace {
    private final BigInteger[][] weights;
    private final BigInteger denominator;
    private final Ints choice;
    private final int length;
    private final BigInteger[] past;
    private final Deque<long[]> history = new ArrayDeque<>();

    private SlowTrace(BigInteger[][] weights, BigInteger denominator, Ints choice, int count) {
        this.weights = weights;
        this.denominator = denominator;
        this.choice = choice;
        this.length = Arrays.stream(weights).mapToInt(w -> w.length).max().orElse(0);
        this.past = new BigInteger[count];
        clear();
    }

    /** The trace of a timing, its weights taken as the decimals that were written. */
    static SlowTrace of(Timing.Trace trace, int count) {
        return switch (trace) {
            case Timing.Trace.Boxcar(Ints steps) -> {
                BigInteger common = steps.stream()
                        .mapToObj(BigInteger::valueOf)
                        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
                yield boxcar(steps, common, count);
            }
            case Timing.Trace.Kernel(List<Double> w) -> {
                Rational[] exact = w.stream().map(Rational::asWritten).toArray(Rational[]::new);
                BigInteger common = Arrays.stream(exact)
                        .map(Rational::denominator)
                        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
                BigInteger[] scaled = Arrays.stream(exact)
                        .map(x -> x.numerator().multiply(common.divide(x.denominator())))
                        .toArray(BigInteger[]::new);
                yield new SlowTrace(new BigInteger[][] {scaled}, common, Ints.of(0), count);
            }
        };
    }

    /** The plain sums over the last τ_μ steps, not divided by τ_μ. */
    static SlowTrace sums(Ints steps, int count) {
        BigInteger[][] weights = new BigInteger[steps.length()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = constant(BigInteger.ONE, steps.at(k));
        }
        return new SlowTrace(weights, BigInteger.ONE, Ints.range(weights.length), count);
    }

    private static SlowTrace boxcar(Ints steps, BigInteger common, int count) {
        BigInteger[][] weights = new BigInteger[steps.length()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = constant(common.divide(BigInteger.valueOf(steps.at(k))), steps.at(k));
        }
        return new SlowTrace(weights, common, Ints.range(weights.length), count);
    }

    private static BigInteger[] constant(BigInteger value, int length) {
        BigInteger[] w = new BigInteger[length];
        Arrays.fill(w, value);
        return w;
    }

    /** Forgets the history. */
    void clear() {
        history.clear();
        Arrays.fill(past, BigInteger.ZERO);
    }

    /** Makes these values those of the step before the present one. */
    void push(IntToLongFunction x) {
        long[] values = new long[past.length];
        Arrays.setAll(values, x);
        history.addFirst(values);
        if (history.size() >= length) {
            history.removeLast();
        }
        Arrays.fill(past, BigInteger.ZERO);
        int rho = 1;
        for (long[] then : history) {
            for (int mu = 0; mu < past.length; mu++) {
                BigInteger[] w = weights[choice.shared(mu)];
                if (rho < w.length && then[mu] != 0) {
                    past[mu] = past[mu].add(w[rho].multiply(BigInteger.valueOf(then[mu])));
                }
            }
            rho++;
        }
    }

    /** Returns the numerator of x̄_μ, given the present x_μ. */
    BigInteger numerator(int mu, long x) {
        return past[mu].add(weights[choice.shared(mu)][0].multiply(BigInteger.valueOf(x)));
    }

    BigInteger denominator() {
        return denominator;
    }
}
