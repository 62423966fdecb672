package org.mneme.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator any integer
 * @param denominator above 0, without common factor with the numerator
 */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    static final Rational ZERO = of(0);
    static final Rational ONE = of(1);

    private static final MathContext MORE_THAN_DOUBLE = new MathContext(25);

    static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    static Rational of(BigInteger numerator, BigInteger denominator) {
        BigInteger gcd = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? gcd.negate() : gcd;
        return new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** The decimal that was written, not the binary fraction nearest to it: 0.1 is 1/10. */
    static Rational asWritten(double value) {
        return of(BigDecimal.valueOf(value));
    }

    Rational plus(Rational other) {
        if (isInteger() && other.isInteger()) {
            return new Rational(numerator.add(other.numerator), BigInteger.ONE);
        }
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    Rational times(Rational other) {
        BigInteger product = numerator.multiply(other.numerator);
        return isInteger() && other.isInteger()
                ? new Rational(product, BigInteger.ONE)
                : of(product, denominator.multiply(other.denominator));
    }

    Rational over(long divisor) {
        return of(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    Rational pow(int exponent) {
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    int signum() {
        return numerator.signum();
    }

    /** The nearest double, or its neighbour. */
    double doubleValue() {
        return isInteger() ? numerator.doubleValue() : decimal(MORE_THAN_DOUBLE).doubleValue();
    }

    BigDecimal decimal(MathContext precision) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
    }

    private boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
