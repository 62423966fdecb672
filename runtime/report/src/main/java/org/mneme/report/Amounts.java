package org.mneme.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Amounts with a unit, for people. */
final class Amounts {
    private static final String[] PREFIXES = {"f", "p", "n", "µ", "m", "", "k", "M", "G"};
    private static final int NONE = 5;
    private static final int DIGITS = 3;

    private Amounts() {}

    /**
     * Writes an amount with three digits that count and a prefix of its unit.
     *
     * @param value ≥ 0
     * @param unit such as "J"; empty for a bare number, which gets no prefix
     * @return such as "12.3 nJ"
     */
    static String of(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (unit.isEmpty()) {
            return rounded(value);
        }
        if (value == 0) {
            return "0 " + unit;
        }
        int prefix =
                Math.clamp((long) Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-12) + NONE, 0, PREFIXES.length - 1);
        return rounded(value / Math.pow(10, 3.0 * (prefix - NONE))) + " " + PREFIXES[prefix] + unit;
    }

    /**
     * Writes a number with three digits that count, or as many as a whole number has.
     *
     * @param value any number
     * @return such as "0.0123" or "4096"
     */
    static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) >= 1000) {
            return Long.toString(Math.round(value));
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 ? rounded.toString() : rounded.toPlainString();
    }
}
