package org.mneme.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exact sum Σ_j c_j e^{a_j} of rational c_j ≠ 0 and distinct rational a_j, whose sign is decided without error.
 *
 * <p>Powers have the exponent 0, so their sum is one fraction. For exponentials: e^{a_1}, e^{a_2}, … with distinct rational a_j are
 * linearly independent over the rationals (Lindemann and Weierstrass; for integer multiples of one κ it says that e^κ is
 * transcendental, so a polynomial in it with rational coefficients vanishes only if all its coefficients do). So the sum is 0 exactly
 * where no term is left, and otherwise some finite precision shows its sign.
 */
final class FormalSum {
    private static final int FIRST_DIGITS = 40;

    private final TreeMap<Rational, Rational> terms = new TreeMap<>();

    /** The sum of one term. */
    static FormalSum of(Rational coefficient, Rational exponent) {
        FormalSum sum = new FormalSum();
        sum.add(coefficient, exponent);
        return sum;
    }

    private void add(Rational coefficient, Rational exponent) {
        Rational total = terms.getOrDefault(exponent, Rational.ZERO).plus(coefficient);
        if (total.signum() == 0) {
            terms.remove(exponent);
        } else {
            terms.put(exponent, total);
        }
    }

    /** Adds a multiple of another sum to this one. */
    void add(Rational factor, FormalSum other) {
        other.terms.forEach((exponent, coefficient) -> add(factor.times(coefficient), exponent));
    }

    FormalSum times(FormalSum other) {
        FormalSum product = new FormalSum();
        terms.forEach((a, c) -> other.terms.forEach((b, d) -> product.add(c.times(d), a.plus(b))));
        return product;
    }

    /** Returns the sign of the sum: −1, 0 or +1. */
    int signum() {
        if (terms.isEmpty()) {
            return 0;
        }
        int sign = terms.firstEntry().getValue().signum();
        if (terms.values().stream().allMatch(c -> c.signum() == sign)) {
            return sign;
        }
        int digits = FIRST_DIGITS;
        int decided = signum(digits);
        while (decided == 0) {
            digits *= 2;
            decided = signum(digits);
        }
        return decided;
    }

    /** The sign, or 0 where so many digits do not show it. All is relative to the largest exponential. */
    private int signum(int digits) {
        MathContext precision = new MathContext(digits + 20);
        Rational largest = terms.lastKey();
        Rational leading = terms.lastEntry().getValue();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal magnitude = BigDecimal.ZERO;
        for (Map.Entry<Rational, Rational> term : terms.entrySet()) {
            if (isNegligible(largest.minus(term.getKey()), term.getValue(), leading, digits)) {
                continue;
            }
            BigDecimal value = term.getValue()
                    .decimal(precision)
                    .multiply(exp(term.getKey().minus(largest), digits + 10), precision);
            sum = sum.add(value, precision);
            magnitude = magnitude.add(value.abs(), precision);
        }
        return sum.abs().compareTo(magnitude.scaleByPowerOfTen(-digits)) > 0 ? sum.signum() : 0;
    }

    /** Whether even all terms like this one are below 10^−(digits+20) of the leading one, whose exponent is larger by the gap. */
    private boolean isNegligible(Rational gap, Rational coefficient, Rational leading, int digits) {
        long bits = size(coefficient) - size(leading) + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(terms.size());
        // 2.4 is above ln 10, 0.7 above ln 2.
        double enough = 2.4 * (digits + 20) + 0.7 * Math.max(0, bits);
        return gap.numerator().divide(gap.denominator()).compareTo(BigInteger.valueOf((long) enough + 1)) > 0;
    }

    /** log₂ of the magnitude, to within 1. */
    private static long size(Rational x) {
        return (long) x.numerator().bitLength() - x.denominator().bitLength();
    }

    /** e^x with a relative error below 10^−digits, by a Taylor series of x/2^k squared k times. */
    static BigDecimal exp(Rational x, int digits) {
        int halvings = x.numerator().abs().divide(x.denominator()).bitLength() + 8;
        // Each squaring doubles the relative error, a third of a digit; 12 more for the series' own roundings.
        MathContext precision = new MathContext(digits + halvings / 3 + 12);
        BigDecimal small = x.times(Rational.of(BigInteger.ONE, BigInteger.TWO.pow(halvings)))
                .decimal(precision);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -precision.getPrecision(); n++) {
            term = term.multiply(small, precision).divide(BigDecimal.valueOf(n), precision);
            sum = sum.add(term, precision);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, precision);
        }
        return sum;
    }
}
