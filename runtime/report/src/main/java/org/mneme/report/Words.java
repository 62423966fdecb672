package org.mneme.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people; the same in every locale. */
final class Words {
    private static final double LARGEST_PLAIN = 1e9;
    private static final double LEAST_PLAIN = 1e-4;

    private Words() {}

    /**
     * Writes a whole number, in groups of three digits.
     *
     * @param number any number
     * @return such as "12 000"
     */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f').replace('-', '−');
    }

    /**
     * Writes a number of things.
     *
     * @param number how many
     * @param one what one of them is called
     * @return such as "1 spike" or "2 spikes"
     */
    static String count(long number, String one) {
        return grouped(number) + " " + one + (number == 1 ? "" : "s");
    }

    /**
     * Writes a number with at most six digits that count.
     *
     * @param number any number
     * @return such as "54.35", "12 000" or "1.2E+9"; "–" where it is not finite
     */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_PLAIN) {
            return grouped((long) number);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros();
        boolean plain = Math.abs(number) >= LEAST_PLAIN && Math.abs(number) < LARGEST_PLAIN;
        return (plain ? rounded.toPlainString() : rounded.toString()).replace('-', '−');
    }

    /**
     * Starts a sentence.
     *
     * @param sentence begins with a letter
     * @return the sentence, its first letter large
     */
    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
