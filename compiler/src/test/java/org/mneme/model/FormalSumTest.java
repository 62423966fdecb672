package org.mneme.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class FormalSumTest {
    private static final String E_100 = "2.7182818284590452353602874713526624977572470936999595749669676277240766303535"
            + "475945713821785251664274";

    private static FormalSum sum(String... coefficientsAndExponents) {
        FormalSum sum = new FormalSum();
        for (int k = 0; k < coefficientsAndExponents.length; k += 2) {
            sum.add(
                    Rational.ONE,
                    FormalSum.of(number(coefficientsAndExponents[k]), number(coefficientsAndExponents[k + 1])));
        }
        return sum;
    }

    private static Rational number(String text) {
        return Rational.of(new BigDecimal(text));
    }

    @Test
    void equalTermsCancelToExactlyZero() {
        assertEquals(
                0,
                sum("0.1", "7", "0.2", "3", "-0.3", "3", "-0.1", "7", "0.1", "3")
                        .signum());
        assertEquals(0, new FormalSum().signum());
    }

    @Test
    void signOfOneKindOfTermNeedsNoDigits() {
        assertEquals(1, sum("1", "-100000", "3", "5").signum());
        assertEquals(-1, sum("-1", "-100000", "-3", "5").signum());
    }

    @Test
    void precisionGrowsUntilTheSignShows() {
        assertEquals(1, sum("1", "1", "-" + E_100, "0").signum());
        assertEquals(-1, sum("1", "1", "-" + E_100 + "3", "0").signum());
        assertEquals(1, sum("1", "0", "-1", "-1e-70").signum());
        assertEquals(-1, sum("1", "-5000", "-1", "0", "1", "-3", "-0.04", "-1").signum());
    }

    @Test
    void termTooSmallForADecimalExponentDoesNotDecide() {
        assertEquals(1, sum("1", "0", "-1e300", "-1e300").signum());
        assertEquals(-1, sum("1e30", "-1e12", "-1e-30", "0").signum());
        assertEquals(-1, sum("1", "-1e300", "1", "0", "-" + E_100 + "3", "-1").signum());
    }

    @Test
    void productOfSumsMultipliesTerms() {
        FormalSum square = sum("1", "1", "1", "0").times(sum("1", "1", "-1", "0"));
        square.add(Rational.of(-1), sum("1", "2", "-1", "0"));
        assertEquals(0, square.signum());
    }

    @Test
    void exponentialHasTheDigitsAskedFor() {
        BigDecimal e = FormalSum.exp(Rational.ONE, 90);
        assertTrue(e.subtract(new BigDecimal(E_100)).abs().compareTo(new BigDecimal("1e-89")) < 0);
        for (int x : new int[] {-1, -30, -5000, 3}) {
            BigDecimal expected = e.pow(x, new MathContext(90));
            BigDecimal miss = FormalSum.exp(Rational.of(x), 60).divide(expected, new MathContext(70));
            assertTrue(miss.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("1e-60")) < 0, "x = " + x);
        }
        assertEquals(0, FormalSum.exp(Rational.ZERO, 20).compareTo(BigDecimal.ONE));
    }
}
