package org.mneme.model.io;

import java.util.regex.Pattern;

/** Numbers written in decimal: a sign, digits with a point, an exponent; not Java's suffixes and hexadecimals. */
final class Decimal {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?+(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private Decimal() {}

    /**
     * Reads a number.
     *
     * @param text a cell
     * @return its value, infinite where it is past the doubles; NaN where it is not a number
     */
    static double parse(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /**
     * Says whether a text stands for a number, finite or not.
     *
     * @param text a cell
     * @return true for numbers, nan and inf
     */
    static boolean isNumberLike(String text) {
        return NUMBER.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
    }
}
