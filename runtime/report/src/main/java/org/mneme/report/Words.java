package org.mneme.report;

import java.util.Locale;

/** Numbers for people; the same in every locale. */
final class Words {
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
     * Starts a sentence.
     *
     * @param sentence begins with a letter
     * @return the sentence, its first letter large
     */
    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
