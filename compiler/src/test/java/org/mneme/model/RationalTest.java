package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RationalTest {
    private static Rational fraction(long numerator, long denominator) {
        return Rational.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @Test
    void equalFractionsAreEqual() {
        assertEquals(fraction(1, -2), fraction(-3, 6));
        assertEquals(Rational.ZERO, fraction(0, 7));
        assertEquals(fraction(1, 10), Rational.asWritten(0.1));
        assertEquals(Rational.of(1200), Rational.of(new BigDecimal("1.2e3")));
    }

    @Test
    void arithmeticIsExact() {
        assertEquals(fraction(5, 6), fraction(1, 2).plus(fraction(1, 3)));
        assertEquals(fraction(1, 6), fraction(1, 2).minus(fraction(1, 3)));
        assertEquals(Rational.ONE, fraction(2, 3).times(fraction(3, 2)));
        assertEquals(fraction(-8, 27), fraction(-2, 3).pow(3));
        assertEquals(fraction(1, 6), fraction(1, 2).over(3));
        assertTrue(fraction(-1, 2).compareTo(fraction(-1, 3)) < 0);
        assertEquals(-1, fraction(-1, 3).signum());
    }

    @Test
    void doubleIsTheNearestOne() {
        assertEquals(1.0 / 3, fraction(1, 3).doubleValue());
        assertEquals(0.1, Rational.asWritten(0.1).doubleValue());
        assertEquals(-7, Rational.of(-7).doubleValue());
        assertEquals(Double.MIN_VALUE, Rational.asWritten(Double.MIN_VALUE).doubleValue());
    }
}
