package org.mneme.report.watch;

import org.mneme.bits.Signs;

/**
 * A state as a page is sent it: four features a hexadecimal digit, the first of them the lowest bit.
 *
 * @param plus 1 where a feature is +1
 * @param known 1 where a feature is known; empty where all are
 */
public record StateText(String plus, String known) {
    /** The most features of a state that is sent. */
    public static final int MOST_FEATURES = 4096;

    private static final int DIGIT = 4;

    /**
     * Returns a state as text.
     *
     * @param state N signs
     * @return ⌈N / 4⌉ digits
     */
    public static StateText of(Signs state) {
        StringBuilder plus = new StringBuilder();
        StringBuilder known = new StringBuilder();
        int digits = (state.length() + DIGIT - 1) / DIGIT;
        for (int d = 0; d < digits; d++) {
            int word = d * DIGIT / Long.SIZE;
            int shift = d * DIGIT % Long.SIZE;
            plus.append(Character.forDigit((int) (state.plusWord(word) >>> shift & 15), 16));
            known.append(Character.forDigit((int) (state.knownWord(word) >>> shift & 15), 16));
        }
        return new StateText(plus.toString(), state.zeroCount() == 0 ? "" : known.toString());
    }
}
